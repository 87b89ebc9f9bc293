using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using static Sqo.Qualification.EvidenceLevel;
using BantKeys = Sqo.Qualification.Bant;
using Nine = Sqo.Qualification.Frameworks;

namespace Sqo.Qualification.Tests.Frameworks;

public class EvidenceFrameworkTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void UseBant_WithoutWords_WeighsAllTheSameAndAsksForConfirmed()
    {
        var profile = Bant(_ => { });
        Assert.Equal(["bant.budget", "bant.authority", "bant.need", "bant.timeline"], profile.Criteria.Select(criterion => criterion.Id));
        Assert.All(profile.Criteria, criterion => Assert.Equal(10, criterion.Weight));
        Assert.All(profile.Criteria, criterion => Assert.Equal("at least confirmed", ExplanationTexts.English.Requirement(criterion)));
        Assert.Empty(profile.Lint);
        var decision = profile.Decide(
            new Pursuit { Budget = Documented, Authority = Confirmed, Need = Claimed, Timing = EvidenceLevel.Unknown }, AsOf);
        Assert.Equal(50, decision.Score);
        Assert.Equal(75, decision.Highest);
        Assert.Equal(Verdict.NeedsDiscovery, decision.Verdict);
    }

    [Fact]
    public void UseBant_Words_MakeGatesWeightsAndLevels()
    {
        var profile = QualificationProfile.Create<Pursuit>("words", p => p.UseBant(b => b
            .Budget(d => d.Budget, c => c.Required())
            .Authority(d => d.Authority, c => c.Weight(30))
            .Need(d => d.Need, atLeast: Documented)
            .Timeline(d => d.Timing, c => c.Weight(0))
            .AtLeast(Claimed)).QualifyAt(50));
        Assert.Equal([true, false, false, false], profile.Criteria.Select(criterion => criterion.IsRequired));
        Assert.Equal([0, 30, 10, 0], profile.Criteria.Select(criterion => criterion.Weight));
        Assert.Equal(
            ["at least claimed", "at least claimed", "at least documented", "at least claimed"],
            profile.Criteria.Select(ExplanationTexts.English.Requirement));
        Assert.Equal(Verdict.Disqualified, QualificationProfile.Create<Pursuit>("gates", p => p.UseBant(b => b
            .Budget(d => d.Budget, c => c.Required()).LeaveOut(BantKeys.Authority, BantKeys.Need, BantKeys.Timeline)))
                .Decide(new Pursuit { Budget = Claimed }, AsOf).Verdict);
    }

    [Theory]
    [InlineData(null, AnswerState.Unknown)]
    [InlineData(false, AnswerState.Unmet)]
    [InlineData(true, AnswerState.Met)]
    public void TruthValue_Yes_StandsForConfirmed(bool? value, AnswerState expected)
    {
        foreach (var level in new[] { Claimed, Confirmed })
        {
            var profile = QualificationProfile.Create<Pursuit>(
                "flag", p => p.UseBant(b => b.Budget(d => d.HasBudget, atLeast: level).Answers(d => d.Answers)).QualifyAt(50));
            var result = profile.Explain(new Pursuit { HasBudget = value }, AsOf);
            Assert.Equal(expected, result["bant.budget"].State);
            AssertReplays(profile, result);
        }
    }

    [Theory]
    [InlineData("Discovery", EvidenceLevel.Unknown, AnswerState.Met)]
    [InlineData("discovery", Claimed, AnswerState.Met)]
    [InlineData("Proposal", EvidenceLevel.Unknown, AnswerState.Unknown)]
    [InlineData("Proposal", Claimed, AnswerState.Unmet)]
    [InlineData("Proposal", Confirmed, AnswerState.Met)]
    [InlineData("Negotiation", Confirmed, AnswerState.Unmet)]
    [InlineData("Negotiation", Documented, AnswerState.Met)]
    [InlineData("Closing", Confirmed, AnswerState.Unmet)]
    [InlineData("Closing", Documented, AnswerState.Met)]
    [InlineData(null, Confirmed, AnswerState.Unknown)]
    [InlineData(" ", Claimed, AnswerState.Unknown)]
    [InlineData("Somewhere", Confirmed, AnswerState.Unknown)]
    [InlineData(null, EvidenceLevel.Unknown, AnswerState.Unknown)]
    [InlineData("Somewhere", Documented, AnswerState.Met)]
    public void ByStage_PaperProcess_AsksForMoreLater(string? stage, EvidenceLevel level, AnswerState expected)
    {
        var profile = Meddpicc();
        var item = new Pursuit { Stage = stage, Answers = new QualificationAnswers { PaperProcess = level } };
        var result = profile.Explain(item, AsOf);
        Assert.Equal(expected, result["meddpicc.paper-process"].State);
        Assert.Equal(result.Decision, profile.Decide(item, AsOf));
        Assert.All(profile.DecideAll([.. Enumerable.Repeat(item, 300)], AsOf), decision => Assert.Equal(result.Decision, decision));
        AssertReplays(profile, result);
    }

    [Fact]
    public void ByStage_Requirement_SaysWhatEachStageAsks()
    {
        var criterion = Meddpicc()["meddpicc.paper-process"];
        Assert.Equal(
            "nothing yet, from Proposal on at least confirmed, from Negotiation on at least documented",
            ExplanationTexts.English.Requirement(criterion));
        Assert.Equal(
            "ingenting ännu, från Proposal minst bekräftat, från Negotiation minst dokumenterat",
            ExplanationTexts.Swedish.Requirement(criterion));
        // Of one deal, what its stage asks; of one without a stage, all.
        Assert.Equal(
            "Confirmed", Meddpicc().Explain(new Pursuit { Stage = "proposal" }, AsOf)[criterion.Id]
            .Required.Arguments.Single()!.ToString());
        Assert.Equal(
            MessageIds.RequireNothingYet, Meddpicc().Explain(new Pursuit { Stage = "Discovery" }, AsOf)[criterion.Id].Required.MessageId);
        Assert.Equal(MessageIds.RequireByStage, Meddpicc().Explain(new Pursuit(), AsOf)[criterion.Id].Required.MessageId);
        // Not named by any stage: the framework's own level, whatever the stage.
        Assert.Equal("at least claimed", ExplanationTexts.English.Requirement(Meddpicc()["meddpicc.metrics"]));
    }

    [Theory]
    [InlineData(Claimed, AnswerState.Unmet)]
    [InlineData(Confirmed, AnswerState.Unknown)]
    [InlineData(Documented, AnswerState.Met)]
    public void ByStage_StageMissing_IsUnknownUnlessAllStagesAgree(EvidenceLevel level, AnswerState expected)
    {
        var profile = Bant(
            b => b.Stages(d => d.StageValue, SalesStage.Discovery, SalesStage.Proposal).FromStage(SalesStage.Proposal, Documented));
        foreach (SalesStage? stage in new SalesStage?[] { null, SalesStage.Won })
        {
            var result = profile.Explain(new Pursuit { Budget = level, StageValue = stage }, AsOf);
            Assert.Equal(expected, result["bant.budget"].State);
            AssertReplays(profile, result);
        }
    }

    [Theory]
    [InlineData(0, AnswerState.Met)]
    [InlineData(1, AnswerState.Unmet)]
    public void ByStage_TruthValue_IsJudgedToo(int number, AnswerState expected)
    {
        var stage = (SalesStage)number;
        var profile = QualificationProfile.Create<Pursuit>("flag", p => p.UseBant(b => b
            .Budget(d => d.HasBudget).Answers(d => d.Answers)
            .Stages(d => d.StageValue, SalesStage.Discovery, SalesStage.Proposal).NotBefore(SalesStage.Proposal, BantKeys.Budget))
                .QualifyAt(50));
        var result = profile.Explain(new Pursuit { HasBudget = false, StageValue = stage }, AsOf);
        Assert.Equal(expected, result["bant.budget"].State);
        Assert.Contains("no, " + stage, result.ToText(ExplanationTexts.English), StringComparison.Ordinal);
        AssertReplays(profile, result);
        Assert.Equal(AnswerState.Unknown, profile.Explain(new Pursuit { HasBudget = false }, AsOf)["bant.budget"].State);
    }

    [Fact]
    public void ByStage_EveryTableOfThreeStages_IsAsReadLineByLine()
    {
        string[] stages = ["A", "B", "C"];
        for (var table = 0; table < 4 * 4 * 4 * 3 * 3; table++)
        {
            // A level or none from each stage on, what is asked otherwise, and the stage before which nothing is.
            EvidenceLevel[] from = [(EvidenceLevel)(table % 4), (EvidenceLevel)(table / 4 % 4), (EvidenceLevel)(table / 16 % 4)];
            var usual = (EvidenceLevel)((table / 64 % 3) + 1);
            var notBefore = table / 192;
            // A later stage that asks for less, than what is asked otherwise too, is refused.
            var set = from.Where(level => level != EvidenceLevel.Unknown).ToList();
            if (from[0] == EvidenceLevel.Unknown) set.Insert(0, usual);
            if (!set.SequenceEqual(set.OrderBy(level => level))) continue;
            var profile = QualificationProfile.Create<Pursuit>("table", p => p.UseBant(b =>
            {
                b.Budget(d => d.Budget, c => c.Required()).LeaveOut(BantKeys.Authority, BantKeys.Need, BantKeys.Timeline).AtLeast(usual)
                    .Stages(d => d.Stage, stages);
                for (var i = 0; i < 3; i++) if (from[i] != EvidenceLevel.Unknown) b.FromStage(stages[i], from[i]);
                if (notBefore > 0) b.NotBefore(stages[notBefore], BantKeys.Budget);
            }));
            for (var level = EvidenceLevel.Unknown; level <= Documented; level++)
            {
                var expected = stages.Select((_, stage) => Expected(stage, level)).ToArray();
                for (var stage = 0; stage < 3; stage++) Assert.Equal(expected[stage], State(profile, stages[stage], level));
                Assert.Equal(expected.Distinct().Count() == 1 ? expected[0] : AnswerState.Unknown, State(profile, null, level));
            }

            AnswerState Expected(int stage, EvidenceLevel level)
            {
                if (stage < notBefore) return AnswerState.Met;
                if (level == EvidenceLevel.Unknown) return AnswerState.Unknown;
                var asked = usual;
                for (var i = 0; i <= stage; i++) asked = from[i] == EvidenceLevel.Unknown ? asked : from[i];
                return level >= asked ? AnswerState.Met : AnswerState.Unmet;
            }
        }

        static AnswerState State(QualificationProfile<Pursuit> profile, string? stage, EvidenceLevel level)
        {
            var decision = profile.Decide(new Pursuit { Stage = stage, Budget = level }, AsOf);
            return decision.Unknown.Count == 1 ? AnswerState.Unknown : decision.Unmet.Count == 1 ? AnswerState.Unmet : AnswerState.Met;
        }
    }

    [Fact]
    public void ByStage_OrderOfTheCalls_DoesNotMatter()
    {
        var one = Bant(
            b => b.Stages(d => d.Stage, "A", "B", "C").FromStage("B", Confirmed).FromStage("C", Documented, BantKeys.Need)
            .AtLeast(Claimed));
        var other = Bant(
            b => b.AtLeast(Claimed).FromStage("C", Documented, BantKeys.Need).FromStage("B", Confirmed)
            .Stages(d => d.Stage, "A", "B", "C"));
        Assert.Equal(one.Fingerprint, other.Fingerprint);
        Assert.NotEqual(
            one.Fingerprint, Bant(b => b.AtLeast(Claimed).FromStage("B", Confirmed).Stages(d => d.Stage, "A", "B", "C")).Fingerprint);
    }

    [Fact]
    public void Evidence_OutOfRange_IsAFaultWhenItHappens()
    {
        var staged = Bant(b => b.Stages(d => d.Stage, "A", "B").FromStage("B", Documented));
        foreach (var level in new[] { (EvidenceLevel)4, (EvidenceLevel)(-1) })
        {
            Assert.Throws<CriterionEvaluationException>(() => staged.Decide(new Pursuit { Budget = level }, AsOf));
            Assert.Throws<CriterionEvaluationException>(() => Bant(_ => { }).Decide(new Pursuit { Budget = level }, AsOf));
        }
    }

    [Fact]
    public void Replay_TamperedStageOrLevel_IsRefused()
    {
        var profile = Meddpicc();
        var json = profile.Explain(
            new Pursuit { Stage = "Proposal", Answers = new QualificationAnswers { PaperProcess = Confirmed } }, AsOf).ToRecord().ToJson();
        foreach (var level in new[] { "\"Certain\"", "\"2\"", "null" })
        {
            var changed = Resealed.Json(json.Replace("\"Confirmed\",\"Proposal\"", level + ",\"Proposal\""));
            Assert.Throws<ArgumentException>(() => profile.Replay(DecisionRecord.Parse(changed)));
        }
    }

    [Fact]
    public void TwoFrameworks_InOneProfile_StandSideBySide()
    {
        var profile = QualificationProfile.Create<Pursuit>("two", p => p
            .UseFramework(Nine.Bant, d => d.Answers).UseFramework(Nine.Meddpicc, d => d.Answers, atLeast: Claimed).QualifyAt(50));
        Assert.Equal(12, profile.Criteria.Count);
        var result = profile.Explain(new Pursuit { Answers = new QualificationAnswers { Need = Claimed, Authority = Documented } }, AsOf);
        Assert.Equal(AnswerState.Unmet, result["bant.need"].State);
        Assert.Equal(AnswerState.Met, result["meddpicc.implicate-the-pain"].State);
        Assert.Equal(AnswerState.Met, result["meddpicc.economic-buyer"].State);
        Assert.Equal(AnswerState.Unknown, profile.Explain(new Pursuit(), AsOf)["bant.need"].State);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("sv")]
    public void ToText_Meddpicc_IsAsReviewed(string language)
    {
        var item = new Pursuit
        {
            Stage = "Proposal",
            Answers = new QualificationAnswers
            {
                Value = Documented,
                Authority = Confirmed,
                DecisionCriteria = Claimed,
                Need = Confirmed,
                PaperProcess = Claimed,
                Champion = Confirmed
            },
        };
        Snapshot.Match(
            Meddpicc().Explain(item, AsOf).ToText(new System.Globalization.CultureInfo(language)), "Framework_Meddpicc_" + language);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Everything_UnderAnyCurrentCulture_IsTheSameBytes(string culture)
    {
        var expected = Everything();
        using var scope = new CultureScope(culture);
        Assert.Equal(expected, Everything());

        static string Everything()
        {
            var profile = QualificationProfile.Create<Pursuit>("all", p => p
                .UseFaint(
                    f => f.Answers(d => d.Answers).LeaveOut(Faint.Timing, Faint.Interest).Stages(d => d.Stage, "INITIAL", "final")
                    .NotBefore("Initial", Faint.Funds))
                .UseCompetition(
                    c => c.Competitors(d => d.Competitors).Incumbent(d => d.Incumbent, "INITECH")
                    .Differentiators(d => d.Answered, "INVOICING"))
                .QualifyAt(50));
            var item = new Pursuit
            {
                Stage = "initial",
                Competitors = ["Ishida", "ISHIDA", "DO NOTHING"],
                Incumbent = "initech",
                Answered = ["invoicing"],
                Answers = new() { Need = Confirmed }
            };
            var result = profile.Explain(item, AsOf);
            Assert.Equal(2, CompetitionNote.Of(result)!.Alternatives);
            return profile.Declaration + result.ToText(ExplanationTexts.English) + result.ToText(ExplanationTexts.Swedish) +
                result.ToRecord().ToJson();
        }
    }

#if NET
    [OptimizedFact]
    public void Decide_WarmProfileOfFrameworks_AllocatesNothing()
    {
        var profile = QualificationProfile.Create<Pursuit>("all", p => p
            .UseMeddpicc(
                m => m.Answers(d => d.Answers).Stages(d => d.StageValue, SalesStage.Discovery, SalesStage.Proposal)
                .FromStage(SalesStage.Proposal, Documented, Qualification.Meddpicc.Champion))
            .UseBant(b => FrameworkFaultTests.Filled(b).Stages(d => d.Stage, "Discovery", "Proposal").FromStage("Proposal", Documented))
            .UseStartup(s => s.Interest(d => d.Score).Budget(d => d.Amount).Market(d => d.Industry, "saas"))
            .UseCompetition(
                c => c.Competitors(d => d.Competitors).Incumbent(d => d.Incumbent, "us")
                .Differentiators(d => d.Answered, "speed", "support"))
            .QualifyAt(50));
        var item = new Pursuit
        {
            Stage = "Proposal",
            StageValue = SalesStage.Proposal,
            Answers = new QualificationAnswers { Champion = Confirmed },
            Score = 70,
            Amount = 1,
            Industry = "saas",
            Competitors = new System.Collections.Generic.List<string> { "a", "b", "A" },
            Incumbent = "b",
            Answered = ["speed"],
        };
        for (var i = 0; i < 200; i++) profile.Decide(item, AsOf);
        var least = long.MaxValue;
        for (var run = 0; run < 20; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++) profile.Decide(item, AsOf);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }
#endif

    private static QualificationProfile<Pursuit> Bant(Action<BantBuilder<Pursuit>> more) =>
        QualificationProfile.Create<Pursuit>("bant", p => p
        .UseBant(b => more(FrameworkFaultTests.Filled(b))).QualifyAt(75));

    private static QualificationProfile<Pursuit> Meddpicc() => QualificationProfile.Create<Pursuit>("meddpicc", p => p
        .UseMeddpicc(m => m
            .Answers(d => d.Answers)
            .AtLeast(Claimed)
            .Stages(d => d.Stage, "Discovery", "Proposal", "Negotiation", "Closing")
            .NotBefore("Proposal", Qualification.Meddpicc.PaperProcess, Qualification.Meddpicc.Competition)
            .FromStage(
                "Proposal", Confirmed, Qualification.Meddpicc.PaperProcess, Qualification.Meddpicc.EconomicBuyer,
                    Qualification.Meddpicc.Champion)
            .FromStage("Negotiation", Documented, Qualification.Meddpicc.PaperProcess))
        .QualifyAt(75));

    private static void AssertReplays(QualificationProfile<Pursuit> profile, QualificationResult result)
    {
        var replayed = profile.Replay(DecisionRecord.Parse(result.ToRecord().ToJson()));
        Assert.Equal(result.ToText(ExplanationTexts.Swedish), replayed.ToText(ExplanationTexts.Swedish));
        Assert.Equal(result.ToRecord().ToJson(), replayed.ToRecord().ToJson());
    }
}
