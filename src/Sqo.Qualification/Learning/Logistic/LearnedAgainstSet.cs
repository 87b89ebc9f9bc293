using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A learned scorecard beside the score of a profile set by hand, both measured on the newest fifth of closed deals. Immutable.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class LearnedAgainstSet<T>
{
    private readonly int _minimum;

    internal LearnedAgainstSet(
        LogisticFit<T> learned, PlattCalibration set, ProbabilityComparison comparison, DateTime since, int minimum)
    {
        Learned = learned;
        Set = set;
        Comparison = comparison;
        Since = since;
        _minimum = minimum;
    }

    /// <summary>The scorecard that was learned from the older deals.</summary>
    public LogisticFit<T> Learned { get; }

    /// <summary>What turns the score of the profile set by hand into a probability, fitted to the older deals.</summary>
    public PlattCalibration Set { get; }

    /// <summary>The measures on the newest fifth: first the learned scorecard, second the profile set by hand.</summary>
    public ProbabilityComparison Comparison { get; }

    /// <summary>The date of the oldest deal of the newest fifth.</summary>
    public DateTime Since { get; }

    /// <summary>Whether the newest fifth has fewer won or lost deals than the minimum, so that neither is called better.</summary>
    public bool IsWithheld => Math.Min(Comparison.First.Ranking.Won, Comparison.First.Ranking.Lost) < _minimum;

    /// <summary>Gets the comparison in words, in the language of a culture, or in English if there are no texts for it.</summary>
    /// <param name="culture">The culture.</param>
    /// <returns>The lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>Gets the comparison in words: the deals, and a line for AUC, Brier score and log loss.</summary>
    /// <param name="texts">The texts of a language.</param>
    /// <returns>The lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        Guard.NotNull(texts);
        ProbabilityMeasures first = Comparison.First, second = Comparison.Second;
        return string.Join("\n", [
            texts.Message(
                MessageIds.LearnedHeader, Learned.Deals.Trials, first.Ranking.Count, Since, first.Ranking.Won),
            Line(MessageIds.LearnedAuc, first.Ranking.Auc, second.Ranking.Auc, Comparison.AucDifference, isHigherBetter: true),
            Line(MessageIds.LearnedBrier, first.Brier, second.Brier, Comparison.BrierDifference, isHigherBetter: false),
            Line(MessageIds.LearnedLogLoss, first.LogLoss(), second.LogLoss(), Comparison.LogLossDifference, isHigherBetter: false)]);

        string Line(string name, double? learned, double? set, MeasureDifference? difference, bool isHigherBetter)
        {
            var interval = difference?.Interval();
            var verdict = IsWithheld ? texts.Message(MessageIds.LearnedTooFew, _minimum)
                : interval is not { } range || range.Contains(0) ? texts[MessageIds.LearnedNeither]
                : texts[difference!.Value.Value > 0 == isHigherBetter ? MessageIds.LearnedBetter : MessageIds.LearnedSetBetter];
            return texts.Fill(
                MessageIds.LearnedLine, texts[name], Number(learned), Number(set), Number(difference?.Value), Number(interval?.Low),
                Number(interval?.High), verdict);
        }

        string Number(double? value) =>
            value is { } known ? texts.Formats.Number((decimal)known, 3, 3) : texts[MessageIds.ValueMissing];
    }

    internal static LearnedAgainstSet<T> Compare(
        LogisticColumns<T> columns, IEnumerable<T> deals, Func<T, bool?> won, Func<T, DateTime?> date, Func<T, double> score,
        LogisticOptions? options, int minimum)
    {
        Guard.NotNull(date);
        Guard.NotNull(score);
        Guard.NotNull(won);
        Guard.AtLeast(1, minimum);
        var closed = Guard.NotNull(deals).Where(deal => won(deal) is not null).ToList();
        var dates = closed.Select((deal, i) => date(deal) ?? throw LogisticModel.NoDate(i)).ToList();
        var order = Enumerable.Range(0, closed.Count).OrderBy(i => dates[i]).ToList();
        var cut = order.Count - (order.Count / 5);
        while (cut > 0 && cut < order.Count && dates[order[cut]] == dates[order[cut - 1]]) cut--;
        var older = order.Take(cut).Select(i => closed[i]).ToList();
        var newest = order.Skip(cut).Select(i => closed[i]).ToList();
        if (newest.Count == 0) throw new ArgumentException(
            "There are fewer than five closed deals; the newest fifth of them measures.", nameof(deals));
        var learned = LogisticModel.Fit(columns, older, won, date, options);
        var set = PlattCalibration.Fit(
            older.Select(deal => new ScoredOutcome(score(deal), won(deal)!.Value)), learned.Options.MinimumWon, learned.Options.MinimumLost,
            learned.Options.Lowest, learned.Options.Highest);
        var comparison = ProbabilityComparison.Of(
            newest.ConvertAll(learned.Probability), newest.ConvertAll(deal => set.Probability(score(deal))),
            newest.ConvertAll(deal => won(deal)!.Value));
        return new(learned, set, comparison, dates[order[cut]], minimum);
    }
}
