using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Frameworks;

public class CompetitionTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Theory]
    [InlineData(null, null, CompetitionLevel.Unknown, null)]
    [InlineData(null, "", CompetitionLevel.Unknown, null)]
    [InlineData(null, "Initech", CompetitionLevel.Contested, null)]
    [InlineData("", null, CompetitionLevel.Unknown, 1)]
    [InlineData("", " ", CompetitionLevel.Uncontested, 1)]
    [InlineData("", "ACME", CompetitionLevel.Uncontested, 1)]
    [InlineData("", "Initech", CompetitionLevel.Contested, 1)]
    [InlineData("Do Nothing", "", CompetitionLevel.Uncontested, 1)]
    [InlineData("Initech", null, CompetitionLevel.Contested, 2)]
    [InlineData("Initech|INITECH| |Hooli", "", CompetitionLevel.Contested, 3)]
    [InlineData("acme", "ACME", CompetitionLevel.Uncontested, 1)]
    [InlineData("Initech|Hooli|Globex", "", CompetitionLevel.Crowded, 4)]
    [InlineData("Initech|Hooli|Globex", null, CompetitionLevel.Crowded, 4)]
    public void Competition_NamesAndIncumbent_SayHowContestedItIs(
        string? names, string? incumbent, CompetitionLevel level, int? alternatives)
    {
        var profile = Profile();
        var item = new Pursuit { Competitors = names?.Split('|'), Incumbent = incumbent };
        var result = profile.Explain(item, AsOf);
        Assert.Equal(level, CompetitionNote.Of(result)!.Level);
        Assert.Equal(alternatives, CompetitionNote.Of(result)!.Alternatives);
        Assert.True(CompetitionNote.Of(result)!.DoNothingCounts);
        Assert.Equal(incumbent is null ? null : incumbent == "Initech", CompetitionNote.Of(result)!.HasIncumbent);
        Assert.Equal(incumbent == "Initech" ? incumbent : null, CompetitionNote.Of(result)!.Incumbent);
        Assert.Equal(
            level == CompetitionLevel.Crowded ? AnswerState.Unmet : names is null ? AnswerState.Unknown : AnswerState.Met,
            result["competition.competitors"].State);
        var replayed = profile.Replay(DecisionRecord.Parse(result.ToRecord().ToJson()));
        Assert.Equal(result.ToText(ExplanationTexts.English), replayed.ToText(ExplanationTexts.English));
        Assert.Equal(level, CompetitionNote.Of(replayed)!.Level);
    }

    [Fact]
    public void Competitors_LongList_IsCountedAsAShortOne()
    {
        var names = Enumerable.Range(0, 20_000).Select(i => i % 2 == 0 ? $"Rival {i / 4}" : $"RIVAL {i / 4}").Concat([" ", "do nothing"])
            .ToArray();
        Assert.Equal(5_001, CompetitionNote.Of(Profile().Explain(new Pursuit { Competitors = names }, AsOf))!.Alternatives);
    }

    [Theory]
    [InlineData(0, true, AnswerState.Met, 1, CompetitionLevel.Uncontested)]
    [InlineData(0, false, AnswerState.Met, 0, CompetitionLevel.Uncontested)]
    [InlineData(1, true, AnswerState.Met, 2, CompetitionLevel.Contested)]
    [InlineData(1, false, AnswerState.Met, 1, CompetitionLevel.Contested)]
    [InlineData(2, true, AnswerState.Unmet, 3, CompetitionLevel.Crowded)]
    [InlineData(2, false, AnswerState.Met, 2, CompetitionLevel.Contested)]
    [InlineData(int.MaxValue, true, AnswerState.Unmet, int.MaxValue, CompetitionLevel.Crowded)]
    public void Competitors_Number_CountsDoingNothingAsOne(
        int number, bool counts, AnswerState state, int alternatives, CompetitionLevel level)
    {
        var profile = QualificationProfile.Create<Pursuit>("number", p =>
            p.UseCompetition(c => c.Competitors(d => d.CompetitorCount, atMost: 2).DoNothingCounts(counts)).QualifyAt(50));
        var result = profile.Explain(new Pursuit { CompetitorCount = number }, AsOf);
        Assert.Equal(state, result.Criteria[0].State);
        Assert.Equal(alternatives, CompetitionNote.Of(result)!.Alternatives);
        Assert.Equal(level, CompetitionNote.Of(result)!.Level);
        Assert.Null(CompetitionNote.Of(result)!.HasIncumbent);
    }

    [Theory]
    [InlineData(null, AnswerState.Unknown, null)]
    [InlineData("", AnswerState.Unmet, 0.0)]
    [InlineData("SPEED|speed", AnswerState.Unmet, 0.25)]
    [InlineData("speed|support|other", AnswerState.Met, 0.5)]
    [InlineData("speed|support|price|reach", AnswerState.Met, 1.0)]
    public void Differentiators_Names_GiveTheShareAnswered(string? names, AnswerState state, double? value)
    {
        var profile = QualificationProfile.Create<Pursuit>("names", p => p
            .UseCompetition(c => c.Differentiators(d => d.Answered, "speed", "support", "price", "reach", "Speed")).QualifyAt(50));
        var result = profile.Explain(new Pursuit { Answered = names?.Split('|') }, AsOf);
        Assert.Equal(state, result.Criteria[0].State);
        Assert.Equal(value, result.Criteria[0].Answer.Value);
        // Nothing is asked of rivals, so there is no note.
        Assert.Null(CompetitionNote.Of(result));
    }

    [Fact]
    public void Differentiators_Number_GivesTheShareAnswered()
    {
        var profile = QualificationProfile.Create<Pursuit>("number", p =>
            p.UseCompetition(c => c.Differentiators(d => d.AnsweredCount, of: 4, c => c.MetFrom(0.75).Required())));
        Assert.Equal(Verdict.Qualified, profile.Decide(new Pursuit { AnsweredCount = 3 }, AsOf).Verdict);
        Assert.Equal(Verdict.Disqualified, profile.Decide(new Pursuit { AnsweredCount = 2 }, AsOf).Verdict);
        Assert.Equal(Verdict.NeedsDiscovery, profile.Decide(new Pursuit(), AsOf).Verdict);
        Assert.Throws<CriterionEvaluationException>(() => profile.Decide(new Pursuit { AnsweredCount = 5 }, AsOf));
        Assert.Throws<CriterionEvaluationException>(() => profile.Decide(new Pursuit { AnsweredCount = -1 }, AsOf));
    }

    [Fact]
    public void Criteria_WithoutWords_CountTenEachAndStandInOrder()
    {
        var profile = Profile();
        Assert.Equal(
            ["competition.competitors", "competition.incumbent", "competition.differentiators"],
            profile.Criteria.Select(criterion => criterion.Id));
        Assert.All(profile.Criteria, criterion => Assert.Equal((10.0, Dimensions.Competition), (criterion.Weight, criterion.Dimension)));
        Assert.NotEqual(profile.Fingerprint, Profile(doNothing: false).Fingerprint);
        Assert.Throws<CriterionEvaluationException>(() => QualificationProfile.Create<Pursuit>("n", p => p
            .UseCompetition(c => c.Competitors(d => d.CompetitorCount)).QualifyAt(50)).Decide(new Pursuit { CompetitorCount = -1 }, AsOf));
    }

    [Fact]
    public void Incumbent_TruthValue_HasNoName()
    {
        var result = QualificationProfile.Create<Pursuit>("flag", p => p.UseCompetition(c => c.Incumbent(d => d.Wish)).QualifyAt(50))
            .Explain(new Pursuit { Wish = true }, AsOf);
        Assert.Equal(CompetitionLevel.Contested, CompetitionNote.Of(result)!.Level);
        Assert.True(CompetitionNote.Of(result)!.HasIncumbent);
        Assert.Null(CompetitionNote.Of(result)!.Incumbent);
        Assert.Contains(
            "Competition: contested; alternatives: unknown; incumbent: another supplier", result.ToText(ExplanationTexts.English),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Competition_NotAskedFor_IsNotThere()
    {
        var profile = QualificationProfile.Create<Pursuit>("none", p => p.Criterion("c", d => d.Wish).IsTrue().Required());
        Assert.Null(CompetitionNote.Of(profile.Explain(new Pursuit(), AsOf)));
        Assert.Throws<ArgumentNullException>(() => CompetitionNote.Of(null!));
    }

    [Fact]
    public void Notes_OfTheCompetition_AreOneAndOfTheFirstThatIsAsked()
    {
        var both = Assert.Single(Profile().Explain(new Pursuit { Competitors = ["Initech"] }, AsOf).Notes);
        Assert.Equal(("competition.competitors", MessageIds.ResultCompetition), (both.CriterionId, both.MessageId));
        Assert.Equal("Competition: contested; alternatives with doing nothing: 2; incumbent: unknown", both.ToString());
        var alone = QualificationProfile.Create<Pursuit>("alone", p => p.UseCompetition(c => c.Incumbent(d => d.Incumbent)).QualifyAt(50));
        Assert.Equal("competition.incumbent", Assert.Single(alone.Explain(new Pursuit(), AsOf).Notes).CriterionId);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("sv")]
    public void ToText_ContestedDeal_IsAsReviewed(string language)
    {
        var result = Profile()
            .Explain(new Pursuit { Competitors = ["Initech", "Hooli"], Incumbent = "Initech", Answered = ["support"] }, AsOf);
        Snapshot.Match(result.ToText(new System.Globalization.CultureInfo(language)), "Competition_Contested_" + language);
    }

    private static QualificationProfile<Pursuit> Profile(bool doNothing = true) => QualificationProfile.Create<Pursuit>("rivals", p => p
        .UseCompetition(c => c
            .Differentiators(d => d.Answered, "speed", "support")
            .Incumbent(d => d.Incumbent, "Acme")
            .Competitors(d => d.Competitors)
            .DoNothingCounts(doNothing))
        .QualifyAt(50));
}
