using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

public class CriterionNoteTests
{
    private static readonly DateTime AsOf = new(2026, 6, 30);

    [Fact]
    public void Notes_OfSeveralCriteria_StandInTheOrderOfTheProfile()
    {
        var result = Profile().Explain(new Deal(), AsOf);
        Assert.Equal(["demo", "staff"], result.Notes.Select(note => note.CriterionId));
        Assert.Equal(["x", "own.staff"], result.Notes.Select(note => note.MessageId == MessageIds.RequireText ? "x" : note.MessageId));
        Assert.Equal([40, false], result.Notes[1].Arguments);
        Assert.Same(result.Notes, result.Notes);
    }

    [Fact]
    public void Notes_NothingToSay_AreNotThere() => Assert.Empty(Profile().Explain(new Deal { Demo = true, Staff = 5_000 }, AsOf).Notes);

    [Fact]
    public void Notes_OfAReplay_AreTheSame()
    {
        var profile = Profile();
        var record = DecisionRecord.Parse(profile.Explain(new Deal(), AsOf).ToRecord().ToJson());
        Assert.Equal(["demo", "staff"], profile.Replay(record).Notes.Select(note => note.CriterionId));
    }

    [Fact]
    public void ToText_Notes_StandAfterTheCriteriaInTheLanguage()
    {
        var result = Profile().Explain(new Deal(), AsOf);
        Assert.Contains("\nNo {demo} yet\nown.staff (40, no)\n", result.ToText(ExplanationTexts.English), StringComparison.Ordinal);
        var texts = new Dictionary<string, string> { ["own.staff"] = "Anställda: {0}; stort bolag: {1}" };
        var swedish = ExplanationTexts.Swedish.With("sv", texts);
        Assert.Contains("\nAnställda: 40; stort bolag: nej\n", result.ToText(swedish), StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_CodeThatThrows_NamesProfileAndCriterion()
    {
        var profile = QualificationProfile.Create<Deal>(
            "broken", p => p.Criterion("demo", d => d.Demo).IsTrue().Required().Note((_, _) => throw new FormatException("no")));
        var fault = Assert.Throws<CriterionEvaluationException>(() => profile.Explain(new Deal(), AsOf).Notes);
        Assert.Equal(("broken", "demo"), (fault.ProfileName, fault.CriterionId));
        Assert.IsType<FormatException>(fault.InnerException);
    }

    [Fact]
    public void Note_OfACriterion_IsNoPartOfTheFingerprint() =>
        Assert.Equal(Profile(notes: false).Fingerprint, Profile().Fingerprint);

    [Fact]
    public void Note_ArgumentsThatAreNone_AreRefused()
    {
        var criterion = Profile().Explain(new Deal(), AsOf)["demo"];
        Assert.Throws<ArgumentNullException>(() => new CriterionNote(null!, "id"));
        Assert.Throws<ArgumentException>(() => new CriterionNote(criterion, " "));
        Assert.Throws<ArgumentException>(() => CriterionNote.Text(criterion, ""));
        QualificationProfile.Create<Deal>("null", p =>
        {
            var builder = p.Criterion("demo", d => d.Demo).IsTrue().Required();
            Assert.Throws<ArgumentNullException>(() => builder.Note(null!));
        });
    }

    private static QualificationProfile<Deal> Profile(bool notes = true) => QualificationProfile.Create<Deal>("noted", p =>
    {
        var demo = p.Criterion("demo", d => d.Demo).IsTrue().Weight(1);
        p.Criterion("quiet", d => d.Demo).IsTrue().Weight(1);
        var staff = p.Criterion("staff", d => d.Staff).AtLeast(1_000).Weight(1);
        p.QualifyAt(50);
        if (!notes) return;
        demo.Note((_, own) => own.State == AnswerState.Met ? null : CriterionNote.Text(own, "No {demo} yet"));
        staff.Note(
            (result, own) => result.IsQualified ? null : new CriterionNote(own, "own.staff", own.Actual, own.State == AnswerState.Met));
    });

    private sealed class Deal
    {
        public bool? Demo { get; init; }

        public int? Staff { get; init; } = 40;
    }
}
