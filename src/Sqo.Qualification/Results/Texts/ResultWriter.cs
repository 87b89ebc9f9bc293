using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Writes a result as lines of text.</summary>
internal sealed class ResultWriter(ExplanationTexts texts)
{
    private const string NotInForceMark = "/";

    private readonly StringBuilder _text = new();
    private DateTime _asOf;

    public string Write(QualificationResult result)
    {
        _asOf = result.AsOf;
        Line(0, texts.Message(MessageIds.ResultHeader, result.ProfileName, result.ProfileVersion, result.AsOf));
        Line(0, texts.Message(MessageIds.ResultVerdict, texts.Verdict(result.Verdict), Points(result.DisplayScore)));
        Line(0, texts.Message(
            MessageIds.ResultScore,
            Points(result.DisplayScore),
            Points(result.DisplayLowest),
            Points(result.DisplayHighest),
            result.Threshold,
            texts.Formats.Percent(Hundredths.Cut(result.Completeness) / 100.0)));
        if (result.WasQualified) Line(
            0, texts.Message(result.Crossing == Crossing.Exited ? MessageIds.ResultExited : MessageIds.ResultStays, result.Threshold));
        if (result.Grade is { } grade) Line(0, texts.Message(MessageIds.ResultGrade, grade.Name, grade.Lowest, grade.Highest));
        if (result.Grades is { Decides: true } rule) Grades(result, rule);
        foreach (var criterion in result.Criteria) Line(1 + DepthOf(criterion.Criterion), Criterion(criterion));
        foreach (var note in result.Notes) Line(0, texts.Note(note));
        if (result.Lines.Count > 0)
        {
            Line(0, texts.Message(MessageIds.ResultPoints));
            foreach (var line in result.Lines) Line(1, texts.Line(line) + ": " + Points(line.Points));
            Line(1, texts.Message(MessageIds.LineTotal) + ": " + Points(result.DisplayScore));
        }

        Section(MessageIds.ResultQuestions, result.Questions.Select(q => texts.Question(q.Criterion)));
        if (!result.IsQualified) Section(MessageIds.ResultRemedies, Remedies(result));
        Section(MessageIds.ResultActions, result.NextActions.Select(texts.Action));
        return _text.ToString();
    }

    /// <summary>Why the grade qualifies or not.</summary>
    private void Grades(QualificationResult result, GradeRule rule)
    {
        if (rule.Qualifying is not null)
        {
            var message = rule.StateOf(result.Grade!) switch
            {
                AnswerState.Met => MessageIds.ResultGradesMet,
                AnswerState.Unmet => MessageIds.ResultGradesMissed,
                _ => MessageIds.ResultGradesOpen,
            };
            Line(0, texts.Message(message, string.Join(", ", rule.QualifyingNames)));
        }

        Dimension(result.Grade!.Fit, rule.LeastFit);
        Dimension(result.Grade.Engagement, rule.LeastEngagement);
    }

    private void Dimension(DimensionGrade grade, double? threshold)
    {
        if (threshold is not { } least) return;
        var range = grade.Range;
        Line(0, texts.Message(
            MessageIds.ResultDimension, texts.Dimension(grade.Dimension), Cut(range.Score), Cut(range.Lowest), Cut(range.Highest), least));

        // Like the score: never rounded up, so that a score shown as the threshold has reached it.
        string Cut(double score) => Points(Hundredths.Cut(score) / 100m);
    }

    private static int DepthOf(CriterionInfo criterion)
    {
        var depth = 0;
        for (var parent = criterion.Parent; parent is not null; parent = parent.Parent) depth++;
        return depth;
    }

    private string Points(decimal points) => texts.Formats.Number(points, 2, 2);

    /// <summary>The line of a criterion.</summary>
    public string Criterion(CriterionResult result)
    {
        var criterion = result.Criterion;
        if (result.IsInForce == false)
        {
            return NotInForceMark + " " +
                texts.Fill(MessageIds.ResultNotInForce, texts.Label(criterion), texts.Label(criterion.RootPrerequisite!));
        }

        var line = new StringBuilder(MarkOf(result)).Append(' ').Append(Answer(result));

        if (criterion.IsRequired) line.Append(" [").Append(texts.Message(MessageIds.ResultGate)).Append(']');
        if (result.State == AnswerState.Unmet && !criterion.CountsAgainst && result.Gap is { } gap)
        {
            line.Append("; ").Append(texts.Fill(MessageIds.ResultGap, texts.Value(gap, criterion.Currency)));
        }

        if (result.IsInForce is null) line.Append("; ")
            .Append(texts.Fill(MessageIds.ResultIfInForce, texts.Label(criterion.RootPrerequisite!)));
        if (!result.WasAsked) line.Append("; ").Append(texts.Message(MessageIds.ResultNotAsked));
        if (WhyUnknown(result) is { } why) line.Append("; ").Append(texts.Message(why));
        if (result.Error is { } error) line.Append("; ").Append(texts.Message(MessageIds.ResultError, error));
        return line.ToString();
    }

    /// <summary>The reason that the value alone does not show: a date in the future, or a missing date of decay.</summary>
    private string? WhyUnknown(CriterionResult result)
    {
        if (result.Error is not null || (result.State != AnswerState.Unknown && !result.IsUndated)) return null;
        if (IsAhead(result.Actual as DateTime?) || IsAhead(result.DecayDate)) return MessageIds.ResultDateAhead;
        return result.Criterion.DecayHalfLifeDays is not null && result.Input.RawAnswer.IsKnown ? MessageIds.ResultDecayMissing : null;
    }

    private bool IsAhead(DateTime? date) => date is { } known && known.Ticks > _asOf.Ticks;

    /// <summary>The label, the state, the value if there is one, and the requirement.</summary>
    private string Answer(CriterionResult result)
    {
        var criterion = result.Criterion;
        var label = texts.Label(criterion);
        var state = StateOf(result);
        var asked = texts.Asked(result);
        if (result.Actual is not null || (result.State == AnswerState.Unknown && criterion.ReadsValue))
        {
            return texts.Fill(
                criterion.CountsAgainst ? MessageIds.ResultAgainst
                : MessageIds.ResultCriterion, label, state, texts.Value(result.Actual, criterion.Currency), asked);
        }

        if (criterion.CountsAgainst) return texts.Fill(MessageIds.ResultAgainstAlone, label, state, asked);
        // The requirement of a combination needs no heading.
        return criterion.Kind == CriterionKind.Condition ? texts.Fill(MessageIds.ResultCriterionAlone, label, state, asked)
            : $"{label}: {state} ({asked})";
    }

    private string StateOf(CriterionResult result) =>
        result.State == AnswerState.Unknown || !result.Criterion.CountsAgainst ? texts.State(result.State)
        : texts[IsAgainst(result) ? MessageIds.StateApplies : MessageIds.StateDoesNotApply];

    /// <summary>The mark by the effect of the answer: "-" if it takes points away, or gives none though it could.</summary>
    private static string MarkOf(CriterionResult result) =>
        result.State == AnswerState.Unknown ? "?"
        : IsAgainst(result) || (result.State == AnswerState.Unmet && !result.Criterion.CountsAgainst) ? "-"
        : "+";

    /// <summary>Whether the answer takes points away; for a part, whether it makes its combination do so.</summary>
    private static bool IsAgainst(CriterionResult result) =>
        result.Criterion.Parent is null ? !result.Criterion.IsRequired && result.Contribution < 0 : result.Criterion.CountsAgainst
            && result.State == AnswerState.Met;

    private IEnumerable<string> Remedies(QualificationResult result) =>
        result.Remedies.Count == 0
            ? [texts.Message(MessageIds.RemedyNone)]
            : result.Remedies.Select(remedy => string.Join("; ", remedy.Steps.Select(texts.Step)));

    private void Section(string heading, IEnumerable<string> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            if (first) Line(0, texts.Message(heading));
            first = false;
            Line(1, line);
        }
    }

    private void Line(int indent, string text)
    {
        if (_text.Length > 0) _text.Append('\n');
        _text.Append(' ', indent * 2).Append(text);
    }
}
