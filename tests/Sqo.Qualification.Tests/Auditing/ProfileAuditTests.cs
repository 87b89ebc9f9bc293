using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Auditing;

public class ProfileAuditTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void Reliance_WorkedCase_HasLiftInformationAndDifference()
    {
        var audit = Audit([(true, 120, 180), (false, 20, 80), (null, 30, 70)]);
        var budget = audit["a"];
        Assert.Equal(1.1765, budget.LiftOf(AnswerState.Met)!.Value, 0.00005);
        Assert.Equal(0.5882, budget.LiftOf(AnswerState.Unmet)!.Value, 0.00005);
        Assert.Equal(0.8824, budget.LiftOf(AnswerState.Unknown)!.Value, 0.00005);
        Assert.Equal(0.13814, budget.InformationValue!.Value, 0.000005);
        Assert.False(budget.IsInformationAdjusted);
        Assert.Equal(5.991464547107979 * ((1.0 / 170) + (1.0 / 330)), budget.CriticalInformation!.Value, 1e-12);
        Assert.Equal(0.20, budget.Difference.Value!.Value, 1e-12);
        Assert.Equal(0.0961, budget.Difference.Interval()!.Value.Low, 0.00005);
        Assert.Equal(0.2873, budget.Difference.Interval()!.Value.High, 0.00005);
    }

    [Fact]
    public void Pairs_WorkedCase_HasCramersV()
    {
        var deals = new List<AuditCase>();
        foreach (var (a, b, count) in new[] { (true, true, 40), (true, false, 10), (false, true, 15), (false, false, 35) })
        {
            deals.AddRange(Enumerable.Repeat(new AuditCase { Flags = [a, b, null, null, null], Outcome = OpportunityOutcome.Won }, count));
        }

        var pair = Assert.Single(Audit(TwoWeights(), deals).Pairs);
        Assert.Equal(0.50252, pair.CramersV!.Value, 0.000005);
        Assert.Equal((40, 10, 15, 35), (pair.BothMet, pair.FirstOnly, pair.SecondOnly, pair.NeitherMet));
        Assert.True(pair.IsSame);
        Assert.InRange(pair.CramersV.Value, pair.Interval!.Value.Low, pair.Interval.Value.High);
        Assert.Equal("a and b mostly say the same: Cramer's V 0.503 (0.34 to 0.636, n = 100).", pair.ToString());
    }

    [Fact]
    public void Information_StateWithoutLostDeals_GetsHalfADealAndSaysSo()
    {
        var budget = Audit([(true, 40, 0), (false, 20, 40)])["a"];
        Assert.True(budget.IsInformationAdjusted);
        var expected = (((40.5 / 60) - (0.5 / 40)) * Math.Log(40.5 / 60 / (0.5 / 40))) + (((20.0 / 60) - 1) * Math.Log(20.0 / 60));
        Assert.Equal(expected, budget.InformationValue!.Value, 1e-12);
        // Two states that exist: one degree of freedom.
        Assert.Equal(3.841458820694124 * ((1.0 / 60) + (1.0 / 40)), budget.CriticalInformation!.Value, 1e-12);
    }

    [Fact]
    public void Figures_BelowTheMinimum_AreWithheldAndMarked()
    {
        var budget = Audit([(true, 12, 10), (false, 3, 4)])["a"];
        Assert.Null(budget.LiftOf(AnswerState.Met));
        Assert.Null(budget.InformationValue);
        Assert.StartsWith(
            "a: win rate 12 of 22, too few to judge when met, 3 of 7, too few to judge when unmet", budget.ToString(),
            StringComparison.Ordinal);
        Assert.NotNull(Audit([(true, 12, 10), (false, 3, 4)], new(minimumClosed: 5))["a"].InformationValue);
    }

    [Fact]
    public void ToText_GateThatRejectsWithoutReason_SaysSoInBothLanguages()
    {
        var audit = Audit([(true, 60, 40), (false, 35, 25)]);
        Assert.Equal(new ObservedRate(60, 60), audit["a"].ShareOfRejections);
        Assert.Contains(
            "a alone decides 100% (60 of 60) of the rejections. Those it rejected alone were won about as often as the rest: " +
            "58.3% (45.7% to 69.9%, n = 60) against 60% (50.2% to 69.1%, n = 100).",
            audit["a"].ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "a can't be left out: the profile would not be valid without it.", audit["a"].ToString(), StringComparison.Ordinal);
        var swedish = audit.ToText(new CultureInfo("sv-SE"));
        Assert.Contains("a avgör ensamt 100\u00A0% (60 av 60) av avslagen.", swedish, StringComparison.Ordinal);
        Assert.Contains("Inte kvalificerad: 60 (35 vunna, 25 förlorade, 0 öppna;", swedish, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_AnyProfile_IsWhatCountingOneByOneGives() => Property.Holds(Deep.Size(40, 1_000), (random, size) =>
    {
        var profile = AuditCase.Profile(random);
        // Chunks of 256, and words of 64 that are not full.
        var deals = AuditCase.Generate(random, random.Between(1, size * 60));
        var audit = Audit(profile, deals);
        var decisions = deals.ConvertAll(deal => profile.Decide(deal, AsOf));
        foreach (var verdict in Enum.GetValues(typeof(Verdict)).Cast<Verdict>())
        {
            Same(deals.Where((_, row) => decisions[row].Verdict == verdict), audit[verdict]);
        }

        Same(deals, audit.All);
        var alone = new int[deals.Count];
        for (var i = 0; i < AuditCase.Most; i++)
        {
            var criterion = audit["c" + i];
            var index = criterion.Criterion.Index;
            SameCounts(deals.Where(deal => deal.Flags[i] == true), criterion.Met);
            SameCounts(deals.Where(deal => deal.Flags[i] == false), criterion.Unmet);
            SameCounts(deals.Where(deal => deal.Flags[i] is null), criterion.Unknown);
            var best = !(criterion.Criterion.Weight < 0) || criterion.Criterion.IsRequired;
            bool IsRejected(int row) => decisions[row].Verdict is Verdict.Disqualified or Verdict.NearMiss;
            bool Blocks(int row) => deals[row].Flags[i] == !best
                && (criterion.Criterion.IsRequired || decisions[row].Highest < profile.Threshold - 1e-9);
            bool Turns(int row) => profile.Decide(deals[row].With(i, best), AsOf).IsQualified;
            Same(deals.Where((_, row) => IsRejected(row) && Blocks(row)), criterion.Stopped!);
            for (var row = 0; row < deals.Count; row++)
            {
                if (IsRejected(row) && Blocks(row) && Turns(row)) alone[row]++;
            }

            Same(deals.Where((_, row) => IsRejected(row) && Blocks(row) && Turns(row)), criterion.StoppedAlone!);
            if (criterion.LeaveOneOut is not { } left)
            {
                Assert.Contains("\"c" + i + "\"", criterion.LeaveOneOutRefusal!, StringComparison.Ordinal);
                continue;
            }

            var without = profile.Without("c" + i);
            var others = deals.ConvertAll(deal => without.Decide(deal, AsOf).IsQualified);
            Same(deals.Where((_, row) => decisions[row].IsQualified), left.Before);
            Same(deals.Where((_, row) => others[row] && !decisions[row].IsQualified), left.Gained);
            Same(deals.Where((_, row) => !others[row] && decisions[row].IsQualified), left.Lost);
            Same(deals.Where((_, row) => others[row]), left.After);
        }

        Assert.Equal(alone.Count(count => count == 1), audit.DecidedByOne.Successes);
        foreach (var pair in audit.Pairs)
        {
            var (i, j) = (pair.First.Id[1] - '0', pair.Second.Id[1] - '0');
            Assert.Equal(deals.Count(deal => deal.Flags[i] == true && deal.Flags[j] == false), pair.FirstOnly);
            Assert.Equal(deals.Count(deal => deal.Flags[i] == false && deal.Flags[j] == false), pair.NeitherMet);
        }
    });

    [Fact]
    public void LeaveOneOut_AnyGeneratedProfile_IsWhatTheProfileWithoutItDecides() => Property.Holds(Deep.Size(40, 1_000), (random, size) =>
    {
        ProfileSpec.Generate(random, size, out var profile);
        var probes = Enumerable.Range(0, 80).Select(_ => Probe.Generate(random, AsOf)).ToList();
        var outcomes = DealOutcomes.Of(probes, _ => OpportunityOutcome.Won);
        var audit = ProfileAudit.Of(profile, profile.AnswerAll(probes, AsOf), outcomes);
        var before = probes.ConvertAll(probe => profile.Decide(probe, AsOf));
        Assert.Equal(before.Count(decision => decision.Verdict == Verdict.NearMiss), audit[Verdict.NearMiss].Won);
        foreach (var criterion in audit.Criteria)
        {
            var index = criterion.Criterion.Index;
            Assert.Equal(before.Count(decision => decision.Unmet.Contains(index)), criterion.Unmet.Deals);
            Assert.Equal(before.Count(decision => decision.Unknown.Contains(index)), criterion.Unknown.Deals);
            if (criterion.LeaveOneOut is not { } left) continue;
            var without = profile.Without(criterion.Criterion.Id);
            var after = probes.ConvertAll(probe => without.Decide(probe, AsOf).IsQualified);
            Assert.Equal(after.Where((isQualified, row) => isQualified && !before[row].IsQualified).Count(), left.Gained.Won);
            Assert.Equal(after.Where((isQualified, row) => !isQualified && before[row].IsQualified).Count(), left.Lost.Won);
        }
    });

    [Fact]
    public void Merge_AuditsOfShards_IsTheAuditOfAll()
    {
        var random = new SeededRandom(3);
        var profile = AuditCase.Profile(random);
        var deals = AuditCase.Generate(random, 1_000);
        var whole = Audit(profile, deals);
        var parts = Audit(profile, deals.GetRange(700, 300)).Merge(Audit(profile, deals.GetRange(0, 311)))
            .Merge(Audit(profile, deals.GetRange(311, 389)));
        Assert.Equal(whole.ToString(), parts.ToString());
        Assert.Equal(whole.All.Revenue, parts.All.Revenue);
        Assert.Equal(whole["c3"].InformationValue, parts["c3"].InformationValue);
        Assert.Contains(
            "Both must be of the same", Assert.Throws<ArgumentException>(() => whole.Merge(Audit(TwoWeights(), deals))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => whole.Merge(Audit(profile, deals, new(minimumClosed: 2))));
    }

    [Fact]
    public void Of_OutcomesThatDontFit_AreRefused()
    {
        var profile = TwoWeights();
        var table = profile.AnswerAll([new AuditCase(), new AuditCase()], AsOf);
        var error = Assert.Throws<ArgumentException>(() => ProfileAudit.Of(profile, table, AuditCase.OutcomesOf([new AuditCase()])));
        Assert.Contains("1 outcomes and 2 rows", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => DealOutcomes.Of([1, 2], _ => (OpportunityOutcome)7));
        Assert.Contains("row 0 has the outcome 7", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => DealOutcomes.Of([1, 2], _ => default, i => i == 2 ? -1 : null));
        Assert.Contains("row 1 has the amount -1", error.Message, StringComparison.Ordinal);
    }

    private static QualificationProfile<AuditCase> TwoWeights() => QualificationProfile.Create<AuditCase>("two", p =>
    {
        p.Criterion("a", d => d.Flags[0]).IsTrue().Weight(1);
        p.Criterion("b", d => d.Flags[1]).IsTrue().Weight(1);
        p.QualifyAt(50);
    });

    private static ProfileAudit Audit(QualificationProfile<AuditCase> profile, List<AuditCase> deals, AuditOptions? options = null) =>
        ProfileAudit.Of(profile, profile.AnswerAll(deals, AsOf), AuditCase.OutcomesOf(deals), options);

    /// <summary>The audit of a profile with one gate, by the counts of won and lost for each answer.</summary>
    private static ProfileAudit Audit((bool? Answer, int Won, int Lost)[] counts, AuditOptions? options = null)
    {
        var profile = QualificationProfile.Create<AuditCase>("one", p => p.Criterion("a", d => d.Flags[0]).IsTrue().Required());
        var deals = new List<AuditCase>();
        foreach (var (answer, won, lost) in counts)
        {
            deals.AddRange(Enumerable.Repeat(Deal(OpportunityOutcome.Won), won));
            deals.AddRange(Enumerable.Repeat(Deal(OpportunityOutcome.Lost), lost));

            AuditCase Deal(OpportunityOutcome outcome) => new() { Flags = [answer, null, null, null, null], Outcome = outcome };
        }

        return Audit(profile, deals, options);
    }

    private static void Same(IEnumerable<AuditCase> expected, OutcomeCounts counts) =>
        Assert.Equal(AuditCase.Shown(expected), AuditCase.Shown(counts));

    private static void SameCounts(IEnumerable<AuditCase> expected, OutcomeCounts counts)
    {
        Assert.Null(counts.Revenue);
        Assert.StartsWith(counts + " ", AuditCase.Shown(expected), StringComparison.Ordinal);
    }
}
