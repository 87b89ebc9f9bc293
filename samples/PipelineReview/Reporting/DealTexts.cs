using System;
using System.Linq;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>Says of a deal why it is judged as it is, in the words of a salesperson.</summary>
internal sealed class DealTexts(ExplanationTexts texts, string? currency)
{
    private const int MostReasons = 5;

    /// <summary>What gave the most points. The gates go without saying: a deal that has reasons for it meets them all.</summary>
    public string[] For(QualificationResult result) =>
    [
        .. result.Criteria
            .Where(criterion => criterion.State == AnswerState.Met && criterion.Points > 0)
            .OrderByDescending(criterion => criterion.Points)
            .Take(MostReasons)
            .Select(criterion => $"{LabelAndValue(criterion)} (+{texts.Formats.Number(criterion.Points, 1, 1)})"),
    ];

    /// <summary>What is not met, the heaviest first, with what was asked.</summary>
    public string[] Against(QualificationResult result) =>
    [
        .. result.Criteria
            .Where(criterion => criterion.State == AnswerState.Unmet)
            .OrderByDescending(criterion => criterion.Criterion.IsRequired)
            .ThenByDescending(criterion => criterion.Criterion.Weight)
            .Select(criterion => $"{LabelAndValue(criterion)} ({texts[Words.Asked].ToLowerInvariant()}: {texts.Requirement(criterion.Criterion)})"),
    ];

    public string[] NotKnown(QualificationResult result) =>
        [.. result.Criteria.Where(criterion => criterion.State == AnswerState.Unknown).Select(criterion => Label(criterion.Criterion))];

    /// <summary>One way to qualify: what has to happen, and where it stands today.</summary>
    public string Remedy(Remedy remedy) => string.Join(texts[Words.And], remedy.Steps.Select(Step));

    public string Label(CriterionInfo criterion) => Own(Words.CriterionLabel + criterion.Id) ?? criterion.Label;

    public string Question(CriterionInfo criterion) => Own(Words.CriterionQuestion + criterion.Id) ?? texts.Question(criterion);

    /// <summary>A deal's value in whole units, or a dash.</summary>
    public string Value(decimal? value) => value is not { } known
        ? "-"
        : currency is null ? texts.Formats.Number(known, 0, 0) : texts.Formats.Money(decimal.Round(known, MidpointRounding.AwayFromZero), currency);

    // Like ExplanationTexts.Step, which would show the profile's own label.
    private string Step(RemedyStep step)
    {
        string id = step.Kind switch
        {
            RemedyKind.Avoid => MessageIds.RemedyAvoid,
            RemedyKind.Renew => MessageIds.RemedyRenew,
            _ => MessageIds.RemedyMeet,
        };
        string text = texts.Message(id, Label(step.Result.Criterion), texts.Requirement(step.Result.Criterion));
        string now = ValueOf(step.Result);

        // A day says more by itself than the days from it to where it should be.
        return step.Result.Gap is null or TimeSpan
            ? texts.Message(Words.Now, text, now)
            : texts.Message(Words.NowOffBy, text, now, texts.Value(step.Result.Gap, step.Result.Criterion.Currency));
    }

    private string LabelAndValue(CriterionResult criterion) => $"{Label(criterion.Criterion)}: {ValueOf(criterion)}";

    private string ValueOf(CriterionResult criterion) => criterion.Actual is string text
        ? Printable.Clip(text)
        : texts.Value(criterion.Actual, criterion.Criterion.Currency);

    private string? Own(string id) => texts.Ids.Contains(id) ? texts[id] : null;
}
