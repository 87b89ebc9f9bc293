using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Writes a result as lines of text.</summary>
internal sealed class ResultWriter(ExplanationTexts texts)
{
    private readonly StringBuilder _text = new();
    private DateTime _asOf;

    public string Write(QualificationResult result)
    {
        _asOf = result.AsOf;
        Line(0, texts.Message(MessageIds.ResultHeader, result.ProfileName, result.ProfileVersion, result.AsOf));
        Line(0, texts.Message(MessageIds.ResultVerdict, texts.Verdict(result.Verdict), Points(result.Score)));
        Line(0, texts.Message(
            MessageIds.ResultScore,
            Points(result.Score),
            Points(result.Lowest),
            Points(result.Highest),
            result.Threshold,
            texts.Formats.Percent(Math.Floor(result.Completeness * 100) / 100)));
        if (result.WasQualified) Line(0, texts.Message(result.Crossing == Crossing.Left ? MessageIds.ResultLeft : MessageIds.ResultStays, result.Threshold));
        if (result.Grade is { } grade) Line(0, texts.Message(MessageIds.ResultGrade, grade.Name, grade.Lowest, grade.Highest));
        if (result.Grades is { Decides: true } rule) Grades(result, rule);
        foreach (var criterion in result.Criteria) Line(1 + DepthOf(criterion.Criterion), Criterion(criterion));
        if (result.Competition is { } competition) Line(0, texts.Competition(competition));
        if (result.Lines.Count > 0)
        {
            Line(0, texts.Message(MessageIds.ResultPoints));
            foreach (var line in result.Lines) Line(1, texts.Line(line) + ": " + Points(line.Points));
            Line(1, texts.Message(MessageIds.LineTotal) + ": " + Points(result.Score));
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
        Line(0, texts.Message(MessageIds.ResultDimension, texts.Dimension(grade.Dimension), Cut(range.Score), Cut(range.Lowest), Cut(range.Highest), least));

        // As the score: never rounded up, so that what is shown as the threshold has reached it.
        string Cut(double score) => Points(Hundredths.Cut(score) / 100m);
    }

    private static int DepthOf(CriterionInfo criterion)
    {
        var depth = 0;
        for (var parent = criterion.Parent; parent is not null; parent = parent.Parent) depth++;
        return depth;
    }

    private string Points(decimal points) => texts.Formats.Number(points, 2, 2);

    private string Criterion(CriterionResult result)
    {
        var criterion = result.Criterion;
        var line = new StringBuilder(MarkOf(result.State)).Append(' ');
        if (criterion.Kind == CriterionKind.Test)
        {
            line.Append(texts.Fill(
                MessageIds.ResultCriterion,
                texts.Label(criterion),
                texts.State(result.State),
                texts.Value(result.Actual, criterion.Currency),
                texts.Asked(result)));
        }
        else
        {
            line.Append(texts.Label(criterion)).Append(": ").Append(texts.State(result.State));
            line.Append(" (").Append(texts.Requirement(criterion)).Append(')');
        }

        if (criterion.IsRequired) line.Append(" [").Append(texts.Message(MessageIds.ResultGate)).Append(']');
        if (result.State == AnswerState.Unmet && result.Gap is { } gap)
        {
            line.Append("; ").Append(texts.Fill(MessageIds.ResultGap, texts.Value(gap, criterion.Currency)));
        }

        if (!result.WasAsked) line.Append("; ").Append(texts.Message(MessageIds.ResultNotAsked));
        if (WhyUnknown(result) is { } why) line.Append("; ").Append(texts.Message(why));
        if (result.Fault is { } fault) line.Append("; ").Append(texts.Message(MessageIds.ResultFault, fault));
        return line.ToString();
    }

    /// <summary>What the value alone does not show: a date that has not come, or one that is missing behind the points.</summary>
    private string? WhyUnknown(CriterionResult result)
    {
        if (result.Fault is not null || (result.State != AnswerState.Unknown && !result.IsUndated)) return null;
        if (IsAhead(result.Actual as DateTime?) || IsAhead(result.DecayDate)) return MessageIds.ResultDateAhead;
        return result.Criterion.DecayHalfLifeDays is not null && result.Input.RawAnswer.IsKnown ? MessageIds.ResultDecayMissing : null;
    }

    private bool IsAhead(DateTime? date) => date is { } known && known.Ticks > _asOf.Ticks;

    private static string MarkOf(AnswerState state) => state switch
    {
        AnswerState.Met => "+",
        AnswerState.Unmet => "-",
        _ => "?",
    };

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
