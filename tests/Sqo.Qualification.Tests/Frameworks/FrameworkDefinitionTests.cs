using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;
using Nine = Sqo.Qualification.Frameworks;

namespace Sqo.Qualification.Tests.Frameworks;

public class FrameworkDefinitionTests
{
    /// <summary>The table of the definitions, to the letter; MEDDICC stands there as "MEDDIC, Competition".</summary>
    private const string Table = """
    | BANT | Budget, Authority, Need, Timeline |
    | MEDDIC | Metrics, Economic Buyer, Decision Criteria, Decision Process, Identify Pain, Champion |
    | MEDDICC | MEDDIC, Competition |
    | MEDDPICC | Metrics, Economic Buyer, Decision Criteria, Decision Process, Paper Process, Implicate the Pain, Champion, Competition |
    | CHAMP | Challenges, Authority, Money, Prioritization |
    | GPCTBA/C&I | Goals, Plans, Challenges, Timeline, Budget, Authority, Negative Consequences, Positive Implications |
    | ANUM | Authority, Need, Urgency, Money |
    | FAINT | Funds, Authority, Interest, Need, Timing |
    | SPICED | Situation, Pain, Impact, Critical Event, Decision |
    """;

    /// <summary>Topic by topic, the criteria that read it.</summary>
    private const string Mapping = """
        budget: bant.budget, gpctba-ci.budget, champ.money, anum.money, faint.funds
        authority: bant.authority, champ.authority, gpctba-ci.authority, anum.authority, faint.authority
        authority: meddic.economic-buyer, meddicc.economic-buyer, meddpicc.economic-buyer
        need: bant.need, anum.need, faint.need, champ.challenges, gpctba-ci.challenges, spiced.pain
        need: meddic.identify-pain, meddicc.identify-pain, meddpicc.implicate-the-pain
        timing: bant.timeline, gpctba-ci.timeline, faint.timing
        priority: champ.prioritization, anum.urgency
        critical-event: spiced.critical-event
        interest: faint.interest
        situation: spiced.situation
        goals: gpctba-ci.goals
        plans: gpctba-ci.plans
        value: meddic.metrics, meddicc.metrics, meddpicc.metrics, gpctba-ci.positive-implications, spiced.impact
        consequences: gpctba-ci.negative-consequences
        decision-criteria: meddic.decision-criteria, meddicc.decision-criteria, meddpicc.decision-criteria
        decision-process: meddic.decision-process, meddicc.decision-process, meddpicc.decision-process, spiced.decision
        paper-process: meddpicc.paper-process
        champion: meddic.champion, meddicc.champion, meddpicc.champion
        competition: meddicc.competition, meddpicc.competition
        """;

    [Fact]
    public void All_TheNine_AreThoseOfTheDefinitionsInOrder()
    {
        var rows = Table.Replace("\r", "").Split('\n').Select(line => line.Split('|'))
            .ToDictionary(cells => cells[1].Trim(), cells => cells[2].Trim());
        rows["MEDDICC"] = rows["MEDDICC"].Replace("MEDDIC,", rows["MEDDIC"] + ",");
        Assert.Equal(rows.Keys, Nine.All.Select(framework => framework.Name));
        Assert.All(Nine.All, framework => Assert.Equal(rows[framework.Name], string.Join(", ", framework.Criteria)));
    }

    [Fact]
    public void Topics_OfTheNine_AreThoseOfTheMapping()
    {
        var expected = Mapping.Replace("\r", "").Split('\n').Select(line => line.Split(':'))
            .SelectMany(cells => cells[1].Split(',').Select(id => id.Trim() + " " + cells[0]))
                .OrderBy(line => line, StringComparer.Ordinal);
        var actual = Nine.All.SelectMany(
            framework => framework.Criteria.Select(criterion => $"{framework.Id}.{criterion.Id} {criterion.Topic}"));
        Assert.Equal(expected, actual.OrderBy(line => line, StringComparer.Ordinal));
    }

    [Fact]
    public void Topics_AllConstants_AreReadByAFrameworkAndByNoneTwice()
    {
        var topics = typeof(Topics).GetFields().Select(field => (string)field.GetRawConstantValue()!)
            .OrderBy(topic => topic, StringComparer.Ordinal).ToList();
        var frameworks = Nine.All.Concat(Industries.All).ToList();
        Assert.Equal(
            topics, frameworks.SelectMany(framework => framework.Criteria).Select(criterion => criterion.Topic).Distinct()
            .OrderBy(topic => topic, StringComparer.Ordinal));
        Assert.All(
            frameworks, framework =>
            Assert.Equal(framework.Criteria.Count, framework.Criteria.Select(criterion => criterion.Topic).Distinct().Count()));
    }

    [Fact]
    public void Page_TablesOfFrameworksAndTopics_AreTrue()
    {
        var page = Page();
        foreach (var framework in Nine.All) Assert.Contains(
            $" | {framework.Name} | {string.Join(", ", framework.Criteria)} |\n", page, StringComparison.Ordinal);
        foreach (var topic in typeof(Topics).GetFields())
        {
            var line = page.Split('\n').Single(row => row.StartsWith($"| `{topic.Name}` |", StringComparison.Ordinal)).Split('|')[2];
            // "Money (CHAMP, ANUM)" or "agency: Goals": each name with those that use it.
            var written = line.Split(new[] { "), ", "; " }, StringSplitOptions.None).Select(part => part.Trim().TrimEnd(')'))
                .SelectMany(part => part.Contains(": ")
                ? [part]
                : part.Substring(part.IndexOf('(') + 1).Split(',')
                    .Select(user => user.Trim() + ": " + part.Substring(0, part.IndexOf('(') - 1)));
            var actual = Nine.All.Concat(Industries.All)
                .SelectMany(
                    framework =>
                    framework.Criteria.Where(criterion => criterion.Topic == (string)topic.GetRawConstantValue()!)
                    .Select(criterion => NameOf(framework) + ": " + criterion.Name));
            Assert.Equal(actual.OrderBy(use => use, StringComparer.Ordinal), written.OrderBy(use => use, StringComparer.Ordinal));
        }

        static string NameOf(QualificationFramework framework) => framework.Id switch
        {
            "startup" => "start-up",
            "consulting" => "consulting firm",
            "agency" => "agency",
            _ => framework.Name,
        };
    }

    [Fact]
    public void Builders_OfTheNineAndTheIndustries_HaveAVerbForEachCriterionInOrder()
    {
        Dictionary<QualificationFramework, Type> builders = new()
        {
            [Nine.Bant] = typeof(BantBuilder<>),
            [Nine.Meddic] = typeof(MeddicBuilder<>),
            [Nine.Meddicc] = typeof(MeddiccBuilder<>),
            [Nine.Meddpicc] = typeof(MeddpiccBuilder<>),
            [Nine.Champ] = typeof(ChampBuilder<>),
            [Nine.GpctbaCi] = typeof(GpctbaCiBuilder<>),
            [Nine.Anum] = typeof(AnumBuilder<>),
            [Nine.Faint] = typeof(FaintBuilder<>),
            [Nine.Spiced] = typeof(SpicedBuilder<>),
        };
        Assert.Equal(Nine.All, builders.Keys);
        foreach (var pair in builders)
        {
            var verbs = pair.Value.GetMethods().Where(method => method.DeclaringType == pair.Value).ToList();
            var names = pair.Key.Criteria.Select(
                criterion => string.Concat(criterion.Name.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1))))
                .ToList();
            foreach (var value in new[] { typeof(EvidenceLevel?), typeof(bool?) })
            {
                Assert.Equal(
                    names, verbs.Where(verb => verb.GetParameters()[0].ParameterType.GetGenericArguments()[1] == value)
                    .Select(verb => verb.Name));
            }
        }
    }

    [Fact]
    public void Verbs_OfTheNine_ReadTheCriterionThatTheyAreNamedAfter()
    {
        // Each selector throws its own name; the criterion that fails must have that name's id.
        var profile = QualificationProfile.Create<Pursuit>("all", p => p
            .UseBant(
                b => b.Budget(_ => Fail("bant.budget")).Authority(_ => Fail("bant.authority")).Need(_ => Fail("bant.need"))
                .Timeline(_ => Fail("bant.timeline")))
            .UseMeddic(
                m => m.Metrics(_ => Fail("meddic.metrics")).EconomicBuyer(_ => Fail("meddic.economic-buyer"))
                .DecisionCriteria(_ => Fail("meddic.decision-criteria"))
                .DecisionProcess(_ => Fail("meddic.decision-process")).IdentifyPain(_ => Fail("meddic.identify-pain"))
                    .Champion(_ => Fail("meddic.champion")))
            .UseMeddicc(
                m => m.Metrics(_ => Fail("meddicc.metrics")).EconomicBuyer(_ => Fail("meddicc.economic-buyer"))
                .DecisionCriteria(_ => Fail("meddicc.decision-criteria"))
                .DecisionProcess(_ => Fail("meddicc.decision-process")).IdentifyPain(_ => Fail("meddicc.identify-pain"))
                    .Champion(_ => Fail("meddicc.champion")).Competition(_ => Fail("meddicc.competition")))
            .UseMeddpicc(
                m => m.Metrics(_ => Fail("meddpicc.metrics")).EconomicBuyer(_ => Fail("meddpicc.economic-buyer"))
                .DecisionCriteria(_ => Fail("meddpicc.decision-criteria"))
                .DecisionProcess(_ => Fail("meddpicc.decision-process")).PaperProcess(_ => Fail("meddpicc.paper-process"))
                    .ImplicateThePain(_ => Fail("meddpicc.implicate-the-pain"))
                .Champion(_ => Fail("meddpicc.champion")).Competition(_ => Fail("meddpicc.competition")))
            .UseChamp(
                c => c.Challenges(_ => Fail("champ.challenges")).Authority(_ => Fail("champ.authority")).Money(_ => Fail("champ.money"))
                .Prioritization(_ => Fail("champ.prioritization")))
            .UseGpctbaCi(
                g => g.Goals(_ => Fail("gpctba-ci.goals")).Plans(_ => Fail("gpctba-ci.plans")).Challenges(_ => Fail("gpctba-ci.challenges"))
                .Timeline(_ => Fail("gpctba-ci.timeline"))
                .Budget(_ => Fail("gpctba-ci.budget")).Authority(_ => Fail("gpctba-ci.authority"))
                    .NegativeConsequences(_ => Fail("gpctba-ci.negative-consequences"))
                    .PositiveImplications(_ => Fail("gpctba-ci.positive-implications")))
            .UseAnum(
                a => a.Authority(_ => Fail("anum.authority")).Need(_ => Fail("anum.need")).Urgency(_ => Fail("anum.urgency"))
                .Money(_ => Fail("anum.money")))
            .UseFaint(
                f => f.Funds(_ => Fail("faint.funds")).Authority(_ => Fail("faint.authority")).Interest(_ => Fail("faint.interest"))
                .Need(_ => Fail("faint.need")).Timing(_ => Fail("faint.timing")))
            .UseSpiced(
                s => s.Situation(_ => Fail("spiced.situation")).Pain(_ => Fail("spiced.pain")).Impact(_ => Fail("spiced.impact"))
                .CriticalEvent(_ => Fail("spiced.critical-event")).Decision(_ => Fail("spiced.decision")))
            .QualifyAt(50)
            .OnError(ErrorHandling.AnswerUnknown));
        var result = profile.Explain(new Pursuit(), Infrastructure.Asking.AsOf);
        Assert.Equal(51, result.Criteria.Count);
        Assert.All(result.Criteria, criterion => Assert.EndsWith(": " + criterion.Id, criterion.Error!, StringComparison.Ordinal));
        Assert.Equal(
            Nine.All.SelectMany(framework => framework.Criteria.Select(criterion => framework.Id + "." + criterion.Id)),
            result.Criteria.Select(criterion => criterion.Id));

        static EvidenceLevel? Fail(string id) => throw new InvalidOperationException(id);
    }

    [Fact]
    public void Criteria_OfAllBuiltIn_AreWordedInBothLanguages()
    {
        foreach (var framework in Nine.All.Concat(Industries.All))
        {
            var profile = QualificationProfile.Create<Pursuit>("one", p => p.UseFramework(framework, d => d.Answers).QualifyAt(50));
            foreach (var criterion in profile.Criteria)
            {
                Assert.Equal(framework[criterion.Id.Substring(framework.Id.Length + 1)].Name, ExplanationTexts.English.Label(criterion));
                Assert.NotNull(criterion.Dimension);
                Assert.True(criterion.Effort >= 1);
                var english = ExplanationTexts.English.Question(criterion);
                var swedish = ExplanationTexts.Swedish.Question(criterion);
                Assert.EndsWith("?", english, StringComparison.Ordinal);
                Assert.EndsWith("?", swedish, StringComparison.Ordinal);
                Assert.NotEqual(english, swedish);
                Assert.NotEqual("", ExplanationTexts.Swedish.Label(criterion));
            }
        }
    }

    [Fact]
    public void Label_WordsOfTheUsers_GoBeforeThoseOfTheFramework()
    {
        var profile = QualificationProfile.Create<Pursuit>("one", p => p
            .UseBant(
                b => b.Budget(d => d.Budget, c => c.Label("Purse").Ask("How full is it?"))
                .LeaveOut(Bant.Authority, Bant.Need, Bant.Timeline)).QualifyAt(50));
        var budget = profile["bant.budget"];
        Assert.Equal("Purse", ExplanationTexts.Swedish.Label(budget));
        Assert.Equal("How full is it?", ExplanationTexts.Swedish.Question(budget));
        var own = ExplanationTexts.Swedish.With("sv", new Dictionary<string, string> { ["label.bant.budget"] = "Kassa" });
        Assert.Equal("Kassa", own.Label(budget));
    }

    [Fact]
    public void Label_OtherLanguages_FallBackToThatOfTheTextsTheyAreMadeFrom()
    {
        var criterion = QualificationProfile.Create<Pursuit>("one", p => p.UseFramework(Nine.Bant, d => d.Answers).QualifyAt(50))[
            "bant.authority"];
        var none = new Dictionary<string, string>();
        Assert.Equal("Beslutanderätt", ExplanationTexts.Swedish.With("nn", none).Label(criterion));
        Assert.Equal("Authority", ExplanationTexts.English.With("da", none).Label(criterion));
        Assert.Equal("Authority", ExplanationTexts.For(new System.Globalization.CultureInfo("de-DE")).Label(criterion));
    }

    [Fact]
    public void Framework_Custom_IsWordedAndUsedAsTheBuiltInOnes()
    {
        var mood = new FrameworkCriterion("mood", "Mood", "mood");
        var money = new FrameworkCriterion("money", "Money", Topics.Budget, question: "How much?").In("da", "Penge", "Hvor meget?");
        var own = new QualificationFramework(
            "ours",
            "Our way",
            [money, mood],
            weight: 7);
        var profile = QualificationProfile.Create<Pursuit>("one", p => p.UseFramework(own, f => f
            .Criterion(money, d => d.HasBudget).Criterion(mood, d => d.Need)).QualifyAt(50));
        Assert.Equal(["ours.money", "ours.mood"], profile.Criteria.Select(criterion => criterion.Id));
        Assert.All(profile.Criteria, criterion => Assert.Equal(7, criterion.Weight));
        var danish = ExplanationTexts.English.With("da", new Dictionary<string, string>());
        Assert.Equal("Penge", danish.Label(profile["ours.money"]));
        Assert.Equal("Hvor meget?", danish.Question(profile["ours.money"]));
        Assert.Equal("Mood", danish.Label(profile["ours.mood"]));
        Assert.Equal(EvidenceLevel.Claimed, new QualificationAnswers().With("mood", EvidenceLevel.Claimed).Through(own)[mood]);
    }

    [Fact]
    public void AtLeast_OfACriterion_HoldsUntilTheProfileSetsAnother()
    {
        var strict = new FrameworkCriterion("strict", "Strict", "s", atLeast: EvidenceLevel.Documented).In("sv", "Strikt");
        var lax = new FrameworkCriterion("lax", "Lax", "l");
        var own = new QualificationFramework("own", "Own", [strict, lax], criteriaAreGates: true);
        var answers = new QualificationAnswers().With("s", EvidenceLevel.Confirmed).With("l", EvidenceLevel.Confirmed);
        Assert.Equal(Verdict.Disqualified, DecideBy(f => f.Answers(d => d.Answers)));
        Assert.Equal(Verdict.Qualified, DecideBy(f => f.Answers(d => d.Answers).AtLeast(EvidenceLevel.Confirmed)));
        Assert.Equal(
            Verdict.Qualified, DecideBy(f => f.Answers(d => d.Answers).Criterion(strict, d => d.Budget, atLeast: EvidenceLevel.Claimed)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FrameworkCriterion("a", "A", "t", atLeast: EvidenceLevel.Unknown));

        Verdict DecideBy(Action<FrameworkBuilder<Pursuit>> define) =>
            QualificationProfile.Create<Pursuit>("own", p => p.UseFramework(own, define))
            .Decide(new Pursuit { Answers = answers, Budget = EvidenceLevel.Claimed }, new DateTime(2026, 11, 23)).Verdict;
    }

    [Fact]
    public void Criterion_OfAnotherFramework_IsNotTheOneOfTheSameName()
    {
        Assert.Contains(
            "it must be one of its own: Goals,",
            Assert.Throws<KeyNotFoundException>(() => new QualificationAnswers().Through(Nine.GpctbaCi)[Bant.Budget]).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "framework.criterion", Assert.Single(Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<Pursuit>(
            "one", p => p.UseGpctbaCi(g => g.Answers(d => d.Answers).LeaveOut(Bant.Budget)).QualifyAt(50))).Faults).Code);
    }

    [Fact]
    public void Framework_ThatCanNotBeRight_IsRefused()
    {
        var one = new FrameworkCriterion("a", "A", "t");
        Assert.Throws<ArgumentException>(() => new QualificationFramework(" ", "F", one));
        Assert.Throws<ArgumentNullException>(() => new QualificationFramework("f", null!, one));
        Assert.Throws<ArgumentNullException>(() => new QualificationFramework("f", "F", (FrameworkCriterion[])null!));
        Assert.Throws<ArgumentOutOfRangeException>("weight", () => new QualificationFramework("f", "F", [one], double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("effort", () => new FrameworkCriterion("a", "A", "t", effort: -1));
        Assert.Throws<ArgumentException>(() => new QualificationFramework("f", "F"));
        Assert.Throws<ArgumentException>(() => new QualificationFramework("f", "F", one, null!));
        Assert.Throws<ArgumentException>(() => new QualificationFramework("f", "F", one, new FrameworkCriterion("b", "a", "t")));
        Assert.Throws<ArgumentException>(() => new FrameworkCriterion("a", "", "t"));
        Assert.Throws<ArgumentException>(() => one.In(" ", "A"));
        Assert.Throws<ArgumentException>(() => new QualificationFramework("f", "F", [one], nextActions: [null!]));
        Assert.Throws<ArgumentNullException>(() => Nine.Bant[null!]);
        Assert.Contains(
            "Budget, Authority, Need, Timeline", Assert.Throws<KeyNotFoundException>(() => Nine.Bant["Champion"]).Message,
            StringComparison.Ordinal);
    }

    private static string Page([CallerFilePath] string thisFile = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../docs/frameworks.md")).Replace("\r", "");
}
