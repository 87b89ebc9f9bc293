using System;
using System.Globalization;
using System.Linq;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>Explains the verdict of a deal in the words of a salesperson.</summary>
internal sealed class DealTexts(ExplanationTexts texts, string? currency)
{
    private const int MostReasons = 5;
    private const int LongestPart = 300;
    private const char NoBreakSpace = '\u00A0';

    /// <summary>
    /// The criteria with the most points, and what the maximum of a group takes away. Gates are left out: a deal with reasons for it meets
    /// them all.
    /// </summary>
    public string[] For(QualificationResult result) =>
    [
        .. result.Criteria
            .Where(criterion => criterion.State == AnswerState.Met && criterion.Points > 0)
            .OrderByDescending(criterion => criterion.Points)
            .Take(MostReasons)
            .Select(criterion => $"{LabelAndValue(criterion)} (+{texts.Formats.Number(criterion.Points, 1, 1)})"),
        .. result.Lines
            .Where(line => line.Kind == ScoreLineKind.Cap)
            .Select(cap => $"{texts.Line(cap)} ({texts.Formats.Number(cap.Points, 1, 1)})"),
    ];

    /// <summary>The probability of a win within the forecast, or a dash.</summary>
    public string Chance(DealChance chance) => chance.Probability is { } probability ? texts.Formats.Percent(probability, 0) : "-";

    /// <summary>The day of the expected close, else the month in which a win is most likely, or a dash.</summary>
    public string Close(DealChance chance) => chance switch
    {
        { ExpectedClose: { } day } => texts.Value(day.Date),
        { LikeliestMonth: { } month } => texts.Message(
            Words.Likely,
            $"{texts.Formats.MonthNames[month.First.Month - 1]} {month.First.ToString("yyyy", CultureInfo.InvariantCulture)}"),
        _ => "-",
    };

    /// <summary>The probability of a win within the forecast, for a list.</summary>
    public Cell ChanceCell(DealChance chance) => new(Chance(chance), chance.Probability);

    /// <summary>The day or month of <see cref="Close"/>, for a list.</summary>
    public Cell CloseCell(DealChance chance) =>
        new(Close(chance), OrderOf(chance.ExpectedClose ?? chance.LikeliestMonth?.First));

    /// <summary>A deal's value in whole units, for a list.</summary>
    public Cell ValueCell(decimal? value) => new(Value(value), (double?)value);

    /// <summary>A day, for a list.</summary>
    public Cell DayCell(DateTime day) => new(texts.Value(day.Date), OrderOf(day.Date));

    /// <summary>A count, for a list.</summary>
    public Cell CountCell(int count) => new(texts.Formats.Number(count), count);

    /// <summary>Hours with at most one decimal, for a list.</summary>
    public Cell HoursCell(TimeSpan time) => new(Hours(time), time.TotalHours);

    /// <summary>The chance and the expected close as a detail of a card.</summary>
    public CardDetail ChanceDetail(DealChance chance) =>
        new(CardMood.Open, texts[Words.Chance], [texts.Message(Words.ChanceAndClose, Chance(chance), Close(chance))]);

    /// <summary>That facts about a deal are unknown.</summary>
    public string NotWeighed(UnknownFacts facts) => texts.Message(Words.NotWeighed, string.Join(
        ", ",
        Enum.GetValues<UnknownFacts>().Where(fact => fact != UnknownFacts.None && facts.HasFlag(fact)).Select(fact => texts[fact switch
        {
            UnknownFacts.Probability => MessageIds.PlanFactProbability,
            UnknownFacts.Value => MessageIds.PlanFactValue,
            _ => MessageIds.PlanFactEffort,
        }])));

    /// <summary>Hours with at most one decimal.</summary>
    public string Hours(TimeSpan time) => texts.Formats.Number((decimal)time.Ticks / TimeSpan.TicksPerHour, 0, 1);

    /// <summary>A sentence of the library with names from the file in it, on one line. Its numbers keep their no-break spaces.</summary>
    public static string Sentence(string text) =>
        string.Join(NoBreakSpace, text.Split(NoBreakSpace).Select(part => Printable.Clip(part, LongestPart)));

    /// <summary>A name from the file on one line, or that the deal has no owner.</summary>
    public string Owner(string? owner) => owner is null ? texts[Words.OwnerMissing] : Printable.Clip(owner);

    /// <summary>The unmet criteria with their requirements, the heaviest first.</summary>
    public string[] Against(QualificationResult result) =>
    [
        .. result.Criteria
            .Where(criterion => criterion.State == AnswerState.Unmet)
            .OrderByDescending(criterion => criterion.Criterion.IsRequired)
            .ThenByDescending(criterion => criterion.Criterion.Weight)
            .Select(criterion => $"{LabelAndValue(criterion)} ({texts[Words.Asked].ToLowerInvariant()}: {texts.Requirement(criterion.Criterion)})"),
    ];

    public string[] NotKnown(QualificationResult result) =>
        [.. result.Criteria.Where(criterion => criterion.State == AnswerState.Unknown).Select(criterion => texts.Label(criterion.Criterion))];

    /// <summary>The next actions for unmet or unknown criteria. Those of the verdict are the same for all of its deals.</summary>
    public string[] Next(QualificationResult result) =>
        [.. result.NextActions.Where(action => action.Criterion is not null).Select(texts.Action)];

    /// <summary>One way to qualify: what has to happen, and the value today.</summary>
    public string Remedy(Remedy remedy) => string.Join(texts[Words.And], remedy.Steps.Select(Step));

    /// <summary>A deal's value in whole units, or a dash.</summary>
    public string Value(decimal? value) => value is not { } known
        ? "-"
        : currency is null ? texts.Formats.Number(known, 0, 0) : texts.Formats.Money(decimal.Round(known, MidpointRounding.AwayFromZero), currency);

    private static double? OrderOf(DateTime? day) => day is { } known ? known.Ticks / TimeSpan.TicksPerDay : null;

    private string Step(RemedyStep step)
    {
        string text = texts.Step(step);
        string now = ValueOf(step.Result);

        // A date is clearer than the number of days to the required date.
        return step.Result.Gap is null or TimeSpan
            ? texts.Message(Words.Now, text, now)
            : texts.Message(Words.NowOffBy, text, now, texts.Value(step.Result.Gap, step.Result.Criterion.Currency));
    }

    private string LabelAndValue(CriterionResult criterion) => $"{texts.Label(criterion.Criterion)}: {ValueOf(criterion)}";

    private string ValueOf(CriterionResult criterion) => texts.Value(criterion.Actual, criterion.Criterion.Currency);
}
