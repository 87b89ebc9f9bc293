using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Auditing.Drift;

public class DriftReportTests
{
    private static readonly QualificationProfile<Ask> Profile = QualificationProfile.Create<Ask>("drift", p =>
    {
        p.Criterion("budget", a => a.Budget).AtLeast(10).Weight(60).Label("Budget");
        p.Criterion("need", a => a.Need).IsTrue().Weight(40).Label("Need");
        p.Criterion("plan", a => a.Plan).IsTrue().Weight(20).When("need");
        p.QualifyAt(60);
    });

    [Fact]
    public void Between_DecisionsThatMoved_NamesWhat()
    {
        var report = DriftReport.Between(Profile, Decide(1, 600, 0.1, 0.5), Decide(2, 600, 0.25, 0.5));
        Assert.False(report.IsWithheld);
        Assert.Equal(["budget", "need", "plan"], report.Criteria.Select(drift => drift.Criterion.Id));
        Assert.True(report.Criteria[0].UnknownsGrow);
        Assert.True(report.Criteria[0].Stability.IsShifted);
        Assert.False(report.Criteria[1].UnknownsGrow);
        Assert.False(report.Criteria[1].Stability.IsShifted);
        // Plans are not in force where there is no need.
        Assert.True(report.Criteria[2].Stability.Bins >= 3);
        var lines = report.ToText(CultureInfo.InvariantCulture).Split('\n');
        Assert.Equal("Change from 600 decisions before to 600 now", lines[0]);
        Assert.StartsWith("Score: PSI 0.", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("Budget: unknowns grow, from ", StringComparison.Ordinal));
        Assert.Contains("det okända ökar", report.ToText(new CultureInfo("sv-SE")), StringComparison.Ordinal);
        Assert.StartsWith("budget: PSI ", report.Criteria[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Between_TooFewDecisions_IsWithheld()
    {
        var report = DriftReport.Between(Profile, Decide(1, 99, 0.1, 0.5), Decide(2, 600, 0.25, 0.5));
        Assert.True(report.IsWithheld);
        Assert.Empty(report.Criteria);
        Assert.Equal(
            "Change from 99 decisions before to 600 now\nFewer than 100 on a side, too few to tell",
            report.ToText(ExplanationTexts.English));
        Assert.False(DriftReport.Between(Profile, Decide(1, 99, 0.1, 0.5), Decide(2, 90, 0.1, 0.5), minimum: 50).IsWithheld);
        Assert.Throws<ArgumentOutOfRangeException>(() => DriftReport.Between(Profile, [], [], minimum: 0));
        Assert.Throws<ArgumentNullException>(() => DriftReport.Between(Profile, null!, []));
    }

    /// <summary>Without a change, some criterion is said to have more unknowns in at most about 5 of 100 reports.</summary>
    [Fact]
    public void Between_WithoutAChange_SeldomSaysThatUnknownsGrow()
    {
        var runs = Deep.Size(200, 4_000);
        var false_ = Enumerable.Range(0, runs).Count(run => DriftReport.Between(
            Profile, Decide(2 * run, 500, 0.2, 0.5), Decide((2 * run) + 1, 500, 0.2, 0.5)).Criteria.Any(drift => drift.UnknownsGrow));
        Assert.InRange(false_ / (double)runs, 0, 0.07);
    }

    private static Decision[] Decide(int seed, int count, double unknown, double need)
    {
        var random = new SeededRandom((ulong)seed);
        List<Ask> asks =
        [
            .. Enumerable.Range(0, count).Select(_ => new Ask(
                random.Chance(unknown) ? null : random.Below(20), random.Chance(need), random.Chance(0.1) ? null : random.Chance(0.5))),
        ];
        var decisions = new Decision[count];
        Profile.DecideAll(asks, decisions, Asking.AsOf);
        return decisions;
    }

    private sealed record Ask(double? Budget, bool Need, bool? Plan);
}
