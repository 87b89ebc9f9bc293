using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

public class ResultComparisonTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void CompareWith_SameDealAtTheSameMoment_HasNoChanges()
    {
        var comparison = Explain(ReviewDeal.Typical()).CompareWith(Explain(ReviewDeal.Typical()));
        Assert.Equal(0, comparison.ScoreChange);
        Assert.Empty(comparison.Changes.Select(c => c.Id));
        Assert.False(comparison.VerdictChanged);
        Assert.True(comparison.SameProfile);
    }

    [Fact]
    public void CompareWith_ItsOwnReplay_HasNoChanges()
    {
        var result = Explain(ReviewDeal.Typical());
        var replayed = ReviewDeal.Profile().Replay(DecisionRecord.Parse(result.ToRecord().ToJson()));
        Assert.Empty(replayed.CompareWith(result).Changes.Select(c => c.Id));
    }

    [Fact]
    public void GradeChanged_ForProfilesThatGrade_GoesByTheNameAndItsRange()
    {
        var profile = QualificationProfile.Create<double?[]>("graded", p =>
        {
            p.Criterion("fit", d => d[0]).Linear(0, 100).Dimension(Dimensions.Fit).Weight(50);
            p.Criterion("engagement", d => d[1]).Linear(0, 100).Dimension(Dimensions.Engagement).Weight(50);
            p.ScoreByFitAndEngagement().QualifyAt(10);
        });
        bool IsChanged(double?[] before, double?[] after) =>
            profile.Explain(after, AsOf).CompareWith(profile.Explain(before, AsOf)).GradeChanged;
        Assert.False(IsChanged([90, 90], [91, 90]));
        Assert.True(IsChanged([90, 90], [10, 90]));
        Assert.True(IsChanged([90, 10], [90, 90]));
        // Zero points either way; but what is unknown may yet be better.
        Assert.True(IsChanged([0, 90], [null, 90]));
        Assert.False(Explain(ReviewDeal.Good()).CompareWith(Explain(ReviewDeal.Typical())).GradeChanged);
    }

    [Fact]
    public void CompareWith_DealThatMovedOn_SaysWhatChangedInPoints()
    {
        var before = Explain(ReviewDeal.Typical());
        var after = Explain(ReviewDeal.Good());
        var comparison = after.CompareWith(before);
        Assert.Same(before, comparison.Before);
        Assert.Same(after, comparison.After);
        Assert.True(comparison.VerdictChanged);
        Assert.Equal(after.DisplayScore - before.DisplayScore, comparison.ScoreChange);
        Assert.Equal(comparison.ScoreChange, comparison.Changes.Sum(c => c.Points));
        var ids = comparison.Changes.Where(c => c.Kind == ScoreLineKind.Criterion).Select(c => c.Id).ToList();
        Assert.Equal(["budget", "competitor", "champion"], ids);
        var budget = comparison.Changes.Single(c => c.Id == "budget");
        Assert.Equal("Budget", budget.Label);
        Assert.Equal(0, budget.Points);
        Assert.Equal(8_000m, budget.Before!.Actual);
        Assert.Equal(25_000m, budget.After!.Actual);
        var floor = comparison.Changes.Single(c => c.Kind == ScoreLineKind.Floor);
        Assert.Equal("risk", floor.Id);
        Assert.Null(floor.Before);
        Assert.Equal(0, floor.PointsAfter);
        Assert.Equal(-floor.PointsBefore, floor.Points);
    }

    [Fact]
    public void CompareWith_TimeAlonePassed_ShowsTheDecay()
    {
        var profile = ReviewDeal.Profile();
        var deal = ReviewDeal.Good();
        var comparison = profile.Explain(deal, AsOf.AddDays(14)).CompareWith(profile.Explain(deal, AsOf));
        var recency = comparison.Changes.Single(c => c.Id == "recency");
        Assert.Equal((double)recency.PointsBefore / 2, (double)recency.PointsAfter, 0.0101);
        Assert.Equal(comparison.ScoreChange, comparison.Changes.Sum(c => c.Points));
    }

    [Fact]
    public void CompareWith_ChangedProfile_ListsWhatCameAndWent()
    {
        QualificationProfile<Probe> Build(string id) => QualificationProfile.Create<Probe>("p", p =>
        {
            p.Criterion("kept", x => x.Flags[0]).IsTrue().Weight(10);
            p.Criterion(id, x => x.Flags[1]).IsTrue().Weight(10);
            p.QualifyAt(50);
        });
        var probe = new Probe();
        probe.Flags[1] = true;
        var comparison = Build("new").Explain(probe, AsOf).CompareWith(Build("old").Explain(probe, AsOf));
        Assert.False(comparison.SameProfile);
        Assert.Equal(["new", "old"], comparison.Changes.Select(c => c.Id));
        Assert.Null(comparison.Changes[0].Before);
        Assert.Null(comparison.Changes[1].After);
        Assert.Equal([50m, -50m], comparison.Changes.Select(c => c.Points));
    }

    [Fact]
    public void CompareWith_ProfileOfAnotherName_IsRefused()
    {
        var other = QualificationProfile.Create<ReviewDeal>("other", p => p.Criterion("c", d => d.HasPain).IsTrue().Required());
        var result = other.Explain(ReviewDeal.Good(), AsOf);
        Assert.Throws<ArgumentException>(() => result.CompareWith(Explain(ReviewDeal.Good())));
        Assert.Throws<ArgumentNullException>(() => result.CompareWith(null!));
    }

    private static QualificationResult Explain(ReviewDeal deal) => ReviewDeal.Profile().Explain(deal, AsOf);
}
