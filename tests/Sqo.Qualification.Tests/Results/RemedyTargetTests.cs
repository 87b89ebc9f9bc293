using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

/// <summary>A remedy on a curve names how far its value has to go.</summary>
public class RemedyTargetTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void Target_OfALine_IsTheLeastNumberThatWillDo()
    {
        var result = Explain(30.0, b => b.Linear(from: 0, to: 100).Weight(100), qualifyAt: 60);
        Assert.Equal("c: at least 60", TextOf(result));
        Assert.Equal(60.0, Step(result).Target!.Arguments.Single());
        Assert.Equal("c: minst 60", result.Remedies.Single().Steps.Select(ExplanationTexts.Swedish.Step).Single());
        Assert.Equal("c: at most 40", TextOf(Explain(70.0, b => b.Linear(from: 100, to: 0).Weight(100), qualifyAt: 60)));
        Assert.Equal("c: at least 33.34", TextOf(Explain(1.0, b => b.Linear(from: 0, to: 100).Weight(100), qualifyAt: 100 / 3.0)));
    }

    [Fact]
    public void Target_OfALineInWholeNumbersOrMoney_IsOne()
    {
        var whole = QualificationProfile.Create<Probe>(
            "whole", p => p.QualifyAt(50).Criterion("c", d => d.Counts[0]).Linear(0, 7).Weight(10)).Explain(new Probe(), AsOf);
        Assert.Equal("c: at least 4", TextOf(whole));
        Assert.IsType<int>(Step(whole).Target!.Arguments.Single());
        var money = QualificationProfile.Create<Probe>(
            "money", p => p.QualifyAt(50).Criterion("c", d => d.Amounts[0]).Linear(0, 1_000_000).Weight(10).Currency("SEK"))
            .Explain(new Probe(), AsOf);
        Assert.Equal("c: at least SEK 500,000", TextOf(money));
    }

    [Fact]
    public void Target_OfOtherCurves_IsWhereTheyReachIt()
    {
        Assert.Equal(
            "c: at least 20",
            TextOf(Explain(
            1.0, b => b.Steps(new CurvePoint(10, 0.3), new CurvePoint(20, 0.7), new CurvePoint(30, 1)).Weight(100), qualifyAt: 60)));
        Assert.Equal(
            "c: at least 15",
            TextOf(Explain(
            1.0, b => b.PiecewiseLinear(new CurvePoint(10, 0.2), new CurvePoint(20, 0.8), new CurvePoint(30, 1)).Weight(100),
            qualifyAt: 50)));
        Assert.Equal(
            "c: at most 15",
            TextOf(Explain(
            40.0, b => b.PiecewiseLinear(new CurvePoint(10, 1), new CurvePoint(20, 0), new CurvePoint(30, 0)).Weight(100), qualifyAt: 50)));
        Assert.Equal("c: at least 10", TextOf(Explain(1.0, b => b.Logistic(midpoint: 10, steepness: 1).Weight(100), qualifyAt: 50)));
    }

    [Fact]
    public void Target_OfACurveThatCanNotSay_IsWhatIsAsked()
    {
        var result = Explain(1.0, b => b.Curve(x => x / 100).Weight(100), qualifyAt: 60);
        Assert.Null(Step(result).Target);
        Assert.Equal("c: on the profile's own scale", TextOf(result));
        Assert.Null(
            Step(Explain(
            1.0, b => b.PiecewiseLinear(new CurvePoint(0, 0), new CurvePoint(5, 1), new CurvePoint(9, 0)).Weight(100), qualifyAt: 60))
            .Target);
    }

    [Fact]
    public void Target_OfAHalfLife_IsTheLatestDate()
    {
        // Half is left after 11 days, and those that were on the 12th have at least that.
        var result = Contact(AsOf.AddDays(-60), qualifyAt: 50, halfLife: 11.2);
        Assert.Equal("c: since Nov 13, 2026", TextOf(result));
        Assert.Equal("c: since Nov 12, 2026", TextOf(Contact(null, qualifyAt: 50, halfLife: 11.4)));
        Assert.Equal("c: since Nov 23, 2026 09:30", TextOf(Contact(AsOf.AddDays(-60), qualifyAt: 100, halfLife: 14)));
        Assert.Equal("c: sedan 2026-11-13", result.Remedies.Single().Steps.Select(ExplanationTexts.Swedish.Step).Single());

        static QualificationResult Contact(DateTime? last, double qualifyAt, double halfLife) => QualificationProfile
            .Create<Box<DateTime?>>("contact", p => p.QualifyAt(qualifyAt).Criterion("c", d => d.Value).HalfLife(halfLife).Weight(10))
                .Explain(new(last), AsOf);
    }

    [Fact]
    public void Target_OfACurveAgainst_IsTheGreatestNumber()
    {
        var profile = QualificationProfile.Create<Probe>("rivals", p =>
        {
            p.Criterion("good", d => d.Flags[0]).IsTrue().Weight(100);
            p.Criterion("c", d => d.Numbers[0]).Linear(0, 10).Weight(-50);
            p.Floor(-50).QualifyAt(80);
        });
        var deal = new Probe();
        (deal.Flags[0], deal.Numbers[0]) = (true, 9);
        var result = profile.Explain(deal, AsOf);
        // 100 - 5 x rivals of a scale of 150, which starts at -50.
        Assert.Equal("c: at most 6", TextOf(result));
        deal.Numbers[0] = 6;
        Assert.True(profile.Decide(deal, AsOf).IsQualified);
    }

    [Fact]
    public void Targets_OfRandomDeals_DoTogetherAndNoLess() => Property.Holds(150, (random, _) =>
    {
        var profile = QualificationProfile.Create<Probe>("two", p =>
        {
            p.Criterion("a", d => d.Numbers[0]).Linear(-random.Below(50), 10 + random.Below(90)).Weight(1 + random.Below(20));
            p.Criterion("b", d => d.Counts[0]).Linear(random.Below(20) + 20, 0).Weight(1 + random.Below(20));
            p.Criterion("c", d => d.Dates[0]).HalfLife(1 + random.Below(60)).Weight(1 + random.Below(20));
            p.Criterion("d", d => d.Flags[0]).IsTrue().Weight(1 + random.Below(20));
            p.QualifyAt(20 + random.Below(79));
        });
        var deal = Probe.Generate(random, AsOf);
        foreach (var remedy in profile.Explain(deal, AsOf).Remedies)
        {
            var turned = Turned(deal, remedy, 0);
            Assert.True(profile.Decide(turned, AsOf).IsQualified, string.Join("; ", remedy.Steps.Select(ExplanationTexts.English.Step)));
            if (remedy.Steps.All(step => step.Target is not null)) Assert.False(
                profile.Decide(Turned(deal, remedy, 0.02), AsOf).IsQualified);
        }
    });

    /// <summary>The deal with all steps done, each short of its target by some of the distance from where it has no points.</summary>
    private static Probe Turned(Probe deal, Remedy remedy, double shortBy)
    {
        var turned = new Probe();
        for (var i = 0; i < deal.Numbers.Length; i++) turned.Numbers[i] = deal.Numbers[i];
        for (var i = 0; i < deal.Counts.Length; i++) turned.Counts[i] = deal.Counts[i];
        for (var i = 0; i < deal.Dates.Length; i++) turned.Dates[i] = deal.Dates[i];
        for (var i = 0; i < deal.Flags.Length; i++) turned.Flags[i] = deal.Flags[i];
        foreach (var step in remedy.Steps)
        {
            switch (step.Result.Id)
            {
                case "a": turned.Numbers[0] = (double)step.Target!.Arguments[0]! - (shortBy * 100); break;
                case "b": turned.Counts[0] = (int)step.Target!.Arguments[0]! + (shortBy > 0 ? 2 : 0); break;
                case "c": turned.Dates[0] = ((DateTime)step.Target!.Arguments[0]!).AddDays(shortBy > 0 ? -4 : 0); break;
                default: turned.Flags[0] = true; break;
            }
        }

        return turned;
    }

    private static RemedyStep Step(QualificationResult result) => result.Remedies.Single().Steps.Single();

    private static string TextOf(QualificationResult result) => ExplanationTexts.English.Step(Step(result));

    private static QualificationResult Explain(
        double value, Func<NumberVerbs<Box<double>, double>, CriterionBuilder<Box<double>>> ask, double qualifyAt) =>
        QualificationProfile.Create<Box<double>>("one", p =>
        {
            ask(p.Criterion("c", d => d.Value));
            p.QualifyAt(qualifyAt);
        }).Explain(new(value), AsOf);
}
