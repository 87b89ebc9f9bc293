using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using static Sqo.Qualification.EvidenceLevel;

namespace Sqo.Qualification.Tests.Frameworks;

public class IndustryTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void NextActions_OfAQualifiedDeal_AreThoseOfTheDefinitions()
    {
        Assert.Equal(
            ["Offer a personal demonstration", "Offer a consultation"],
            Startup().Explain(GoodStartup(), AsOf).NextActions.Select(action => action.Text));
        Assert.Equal(
            ["Write a tailored proposal", "Send case studies of projects like theirs"],
            Consulting().Explain(GoodProject(), AsOf).NextActions.Select(action => action.Text));
        Assert.Equal(
            ["Work out a tailored strategy", "Show success stories of clients like them"],
            Agency().Explain(GoodClient(), AsOf).NextActions.Select(action => action.Text));
    }

    [Fact]
    public void Criteria_OfTheThree_AreGatesThatAllMustBeMet()
    {
        foreach (var framework in Industries.All)
        {
            var profile = QualificationProfile.Create<Pursuit>("three", p => p.UseFramework(framework, d => d.Answers));
            Assert.All(profile.Criteria, criterion => Assert.True(criterion.IsRequired));
            Assert.Equal(3, profile.Criteria.Count);
            Assert.Equal(0, profile.NearMissMargin);
            Assert.Empty(profile.Lint);
            var all = new QualificationAnswers();
            foreach (var criterion in framework.Criteria) all = all.With(criterion.Topic, Confirmed);
            Assert.Equal(Verdict.Qualified, profile.Decide(new Pursuit { Answers = all }, AsOf).Verdict);
            foreach (var criterion in framework.Criteria)
            {
                Assert.Equal(Verdict.NearMiss, profile.Decide(new Pursuit { Answers = all.With(criterion.Topic, Claimed) }, AsOf).Verdict);
                var result = profile.Explain(new Pursuit { Answers = all.With(criterion.Topic, EvidenceLevel.Unknown) }, AsOf);
                Assert.Equal(Verdict.NeedsDiscovery, result.Verdict);
                // What to do for the verdict first, then for what is missing.
                Assert.Equal([Verdict.NeedsDiscovery, null], result.NextActions.Select(action => action.Verdict));
                Assert.Equal(framework.Id + "." + criterion.Id, result.NextActions[1].Id);
                Assert.Equal(criterion.NextAction, result.NextActions[1].Text);
            }

            foreach (Verdict verdict in Enum.GetValues(typeof(Verdict)))
            {
                Assert.Contains(framework.NextActions, action => action.Verdict == verdict);
            }
            Assert.All(profile.NextActions, action => Assert.NotEqual(action.Text, ExplanationTexts.Swedish.Action(action)));
            Assert.All(profile.Criteria, criterion => Assert.NotNull(criterion.NextAction));
        }
    }

    [Theory]
    [InlineData(59.9, 10_000, "SaaS", "startup.interest")]
    [InlineData(60, 9_999.99, "fintech", "startup.budget")]
    [InlineData(60, 10_000, "retail", "startup.market")]
    public void Startup_Defaults_AreSixtyAndTenThousand(double score, double amount, string industry, string unmet) => Assert.Equal(
        [unmet],
        Startup()
            .Explain(new Pursuit { Score = score, Amount = (decimal)amount, Industry = industry }, AsOf).Criteria
            .Where(c => c.State == AnswerState.Unmet)
            .Select(c => c.Id));

    [Theory]
    [InlineData(-90, 180, "ERP", "")]
    [InlineData(-91, 180, "ERP", "consulting.consultation")]
    [InlineData(0, 181, "ERP", "consulting.time-frame")]
    [InlineData(0, 0, "", "consulting.project")]
    public void Consulting_Defaults_AreNinetyAndHundredEightyDays(int asked, int start, string project, string unmet) => Assert.Equal(
        unmet,
        string.Join(
            ",",
            Consulting()
                .Explain(new Pursuit { Date = AsOf.Date.AddDays(asked), Start = AsOf.Date.AddDays(start), Project = project }, AsOf)
                .Criteria
                .Where(c => c.State == AnswerState.Unmet)
                .Select(c => c.Id)));

    [Theory]
    [InlineData(true, 5_000, "Traffic", "")]
    [InlineData(true, 5_000, "leads", "")]
    [InlineData(true, 5_000, "awards", "agency.goals")]
    [InlineData(false, 5_000, "leads", "agency.online-presence")]
    [InlineData(true, 4_999, "leads", "agency.marketing-budget")]
    public void Agency_Defaults_AreFiveThousandAndTrafficOrLeads(bool wish, int amount, string goal, string unmet) => Assert.Equal(
        unmet,
        string.Join(
            ",",
            Agency()
                .Explain(new Pursuit { Wish = wish, Amount = amount, Goals = [goal] }, AsOf).Criteria
                .Where(c => c.State == AnswerState.Unmet)
                .Select(c => c.Id)));

    [Fact]
    public void Thresholds_AndWeights_AreTheUsersToChange()
    {
        var profile = QualificationProfile.Create<Pursuit>("own", p => p
            .UseStartup(s => s
                .Interest(d => d.Score, c => c.Weight(40), atLeast: 80)
                .Budget(d => d.Amount, c => c.Currency("EUR"), atLeast: 500m)
                .Market(d => d.Industry, c => c.Weight(60), "retail")
                .WithoutNextActions())
            .NextAction(Verdict.Qualified, "Celebrate")
            .NearMissWithin(5)
            .QualifyAt(60));
        Assert.Equal([40, 0, 60], profile.Criteria.Select(criterion => criterion.Weight));
        Assert.Equal([false, true, false], profile.Criteria.Select(criterion => criterion.IsRequired));
        Assert.Equal(5, profile.NearMissMargin);
        var result = profile.Explain(new Pursuit { Score = 79, Amount = 500, Industry = "Retail" }, AsOf);
        Assert.Equal(Verdict.Qualified, result.Verdict);
        Assert.Equal(["Qualified.1", "startup.interest"], result.NextActions.Select(action => action.Id));
    }

    [Fact]
    public void WithoutNextActions_NearMisses_StayAsTheyAre()
    {
        var profile = QualificationProfile.Create<Pursuit>("quiet", p =>
            p.UseStartup(s =>
                s.Interest(d => d.Wish).Budget(d => d.HasBudget).LeaveOut(Qualification.Startup.Market).WithoutNextActions()));
        Assert.Empty(profile.NextActions);
        var result = profile.Explain(new Pursuit { Wish = true, HasBudget = false }, AsOf);
        Assert.Equal(Verdict.NearMiss, result.Verdict);
        Assert.Equal(["startup.budget"], result.NextActions.Select(action => action.Id));
    }

    [Fact]
    public void Verbs_OfTruthValuesAndEvidence_MeetTheSameCriteria()
    {
        var flags = new[]
        {
            QualificationProfile.Create<Pursuit>("s", p =>
                p.UseStartup(s => s.Interest(d => d.Wish).Budget(d => d.Wish).Market(d => d.Wish))),
            QualificationProfile.Create<Pursuit>("c", p =>
                p.UseConsultingFirm(s => s.Consultation(d => d.Wish).Project(d => d.Wish).TimeFrame(d => d.Wish))),
            QualificationProfile.Create<Pursuit>("a", p =>
                p.UseMarketingAgency(s => s.OnlinePresence(d => d.Wish).MarketingBudget(d => d.Wish).Goals(d => d.Wish))),
        };
        var levels = new[]
        {
            QualificationProfile.Create<Pursuit>("s", p =>
                p.UseStartup(s => s.Interest(d => d.Need).Budget(d => d.Need).Market(d => d.Need))),
            QualificationProfile.Create<Pursuit>("c", p =>
                p.UseConsultingFirm(s => s.Consultation(d => d.Need).Project(d => d.Need).TimeFrame(d => d.Need))),
            QualificationProfile.Create<Pursuit>("a", p =>
                p.UseMarketingAgency(s => s.OnlinePresence(d => d.Need).MarketingBudget(d => d.Need).Goals(d => d.Need))),
        };
        foreach (var profile in flags.Concat(levels))
        {
            Assert.Equal(Verdict.Qualified, profile.Decide(new Pursuit { Wish = true, Need = Confirmed }, AsOf).Verdict);
            Assert.Equal(7UL, profile.Decide(new Pursuit { Wish = false, Need = Claimed }, AsOf).Unmet.Mask);
            Assert.Equal(7UL, profile.Decide(new Pursuit(), AsOf).Unknown.Mask);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("sv")]
    public void ToText_OfTheThree_IsAsReviewed(string language)
    {
        var culture = new System.Globalization.CultureInfo(language);
        var texts = string.Join("\n\n", new[]
        {
            Startup().Explain(new Pursuit { Score = 75, Industry = "saas" }, AsOf),
            Consulting().Explain(new Pursuit { Date = AsOf.Date, Project = "", Start = AsOf.Date.AddDays(30) }, AsOf),
            Agency().Explain(GoodClient(), AsOf),
        }.Select(result => result.ToText(culture)));
        Snapshot.Match(texts, "Industry_Three_" + language);
    }

    private static Pursuit GoodStartup() => new() { Score = 75, Amount = 20_000, Industry = "fintech" };

    private static Pursuit GoodProject() => new() { Date = AsOf.Date, Project = "New ERP", Start = AsOf.Date.AddDays(30) };

    private static Pursuit GoodClient() => new() { Wish = true, Amount = 8_000, Goals = ["leads"] };

    private static QualificationProfile<Pursuit> Startup() => QualificationProfile.Create<Pursuit>(
        "startup", p => p.UseStartup(s => s.Interest(d => d.Score).Budget(d => d.Amount).Market(d => d.Industry, "saas", "fintech")));

    private static QualificationProfile<Pursuit> Consulting() => QualificationProfile.Create<Pursuit>(
        "consulting", p => p.UseConsultingFirm(c => c.Consultation(d => d.Date).Project(d => d.Project).TimeFrame(d => d.Start)));

    private static QualificationProfile<Pursuit> Agency() => QualificationProfile.Create<Pursuit>(
        "agency", p => p.UseMarketingAgency(a => a.OnlinePresence(d => d.Wish).MarketingBudget(d => d.Amount).Goals(d => d.Goals)));
}
