using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Whether probabilities are as reliable as they were: predicted against observed, period by period. Immutable.</summary>
public sealed class ReliabilityOverTime
{
    private readonly int _minimum;

    private ReliabilityOverTime(ReliabilityPeriod[] periods, int minimum)
    {
        Periods = Array.AsReadOnly(periods);
        _minimum = minimum;
    }

    /// <summary>The periods, from the earliest; none is empty.</summary>
    public IReadOnlyList<ReliabilityPeriod> Periods { get; }

    /// <summary>Measures probabilities by period.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="deals">Deals; open ones are ignored.</param>
    /// <param name="probability">The probability that a deal had before it closed, from 0 to 1.</param>
    /// <param name="won">Whether a deal was won; <see langword="null"/> for an open one.</param>
    /// <param name="date">The date of a closed deal.</param>
    /// <param name="period">The period of a date, such as its month: any text, the same for all dates of the period.</param>
    /// <param name="minimum">The number of deals from which a period is judged, at least 1. The default is 30.</param>
    /// <returns>The periods, by their earliest dates.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A probability is NaN or not from 0 to 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is below 1.</exception>
    public static ReliabilityOverTime Of<T>(
        IEnumerable<T> deals, Func<T, double> probability, Func<T, bool?> won, Func<T, DateTime> date, Func<DateTime, string> period,
        int minimum = 30)
    {
        Guard.NotNull(probability);
        Guard.NotNull(won);
        Guard.NotNull(date);
        Guard.NotNull(period);
        Guard.AtLeast(1, minimum);
        var outcomes = new Dictionary<string, List<(DateTime Date, ScoredOutcome Outcome)>>(StringComparer.Ordinal);
        foreach (var deal in Guard.NotNull(deals))
        {
            if (won(deal) is not { } outcome) continue;
            var when = date(deal);
            var key = period(when) ?? "";
            if (!outcomes.TryGetValue(key, out var list)) outcomes.Add(key, list = []);
            list.Add((when, new(probability(deal), outcome)));
        }

        return new([.. outcomes.Values.Select(Measure).OrderBy(each => each.From)], minimum);

        ReliabilityPeriod Measure(List<(DateTime Date, ScoredOutcome Outcome)> list)
        {
            var sum = new ExactSum();
            foreach (var deal in list) sum.Add(deal.Outcome.Score);
            return new(
                list.Min(deal => deal.Date), list.Max(deal => deal.Date), ProbabilityMeasures.Of(list.Select(deal => deal.Outcome)),
                sum.Value / list.Count, minimum);
        }
    }

    /// <summary>Gets a line for each period, in the language of a culture, or in English if there are no texts for it.</summary>
    /// <param name="culture">The culture.</param>
    /// <returns>The lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>Gets a line for each period.</summary>
    /// <param name="texts">The texts of a language.</param>
    /// <returns>The lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        Guard.NotNull(texts);
        return string.Join("\n", Periods.Select(period => texts.Fill(
            MessageIds.ReliabilityPeriod, texts.Value(period.From), texts.Value(period.To), texts.Formats.Percent(period.MeanPredicted, 1),
            texts.Formats.Percent(period.Observed.Value!.Value, 1), texts.Value(period.Observed.Successes),
            texts.Value(period.Observed.Trials), period.IsOff switch
            {
                null => texts.Message(MessageIds.ReliabilityTooFew, _minimum),
                true => texts[MessageIds.ReliabilityOff],
                false => texts[MessageIds.ReliabilityInside],
            })));
    }
}
