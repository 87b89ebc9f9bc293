using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The plain weighted pipeline: amount times probability, summed over open opportunities. Immutable. It does not include deals
/// that don't exist yet, or show when a deal closes.
/// </summary>
public sealed class WeightedPipeline
{
    private readonly IReadOnlyList<Opportunity> _open;
    private readonly decimal?[] _amounts;
    private readonly double[] _probabilities;

    private WeightedPipeline(PipelineSnapshot snapshot, Func<Opportunity, double?>? probability, ExchangeRates? rates)
    {
        AsOf = snapshot.AsOf;
        _open = snapshot.Open;
        _amounts = new decimal?[_open.Count];
        _probabilities = new double[_open.Count];
        Total = new WeightedPipelineLine(null);
        var amounts = new AmountReader(rates);
        for (var i = 0; i < _open.Count; i++)
        {
            var opportunity = _open[i];
            _amounts[i] = amounts.Amount(opportunity);
            _probabilities[i] = Checked(opportunity, probability is null ? opportunity.Probability : probability(opportunity));
            Total.Add(opportunity, _amounts[i], _probabilities[i]);
        }

        Currency = amounts.Currency;
    }

    /// <summary>The day of the snapshot.</summary>
    public DateTime AsOf { get; }

    /// <summary>The code of the currency of every sum; <see langword="null"/> when no amount named one.</summary>
    public string? Currency { get; }

    /// <summary>All open opportunities.</summary>
    public WeightedPipelineLine Total { get; }

    /// <summary>Weights the open opportunities of a snapshot.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="probability">
    /// The probability that an opportunity is won, from 0 to 1; <see langword="null"/> or NaN when unknown. It is used as given. The
    /// default is the probability of the record.
    /// </param>
    /// <param name="rates">The exchange rates; without them all amounts must be in one currency.</param>
    /// <returns>The weighted pipeline.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A probability is not from 0 to 1; the message names the opportunity.</exception>
    /// <exception cref="MissingExchangeRateException">An amount is in a currency without a rate.</exception>
    /// <exception cref="OverflowException">A sum is too large for a decimal.</exception>
    public static WeightedPipeline Of(
        PipelineSnapshot snapshot, Func<Opportunity, double?>? probability = null, ExchangeRates? rates = null) =>
        new(Guard.NotNull(snapshot), probability, rates);

    /// <summary>Splits the pipeline by segment, such as a region.</summary>
    /// <param name="segment">The segment; blank when unknown.</param>
    /// <returns>One line per segment, in ordinal order of their names; that of unknown segments last.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="segment"/> is <see langword="null"/>.</exception>
    public IReadOnlyList<WeightedPipelineLine> By(Func<Opportunity, string?> segment)
    {
        Guard.NotNull(segment);
        var lines = new SegmentSums<WeightedPipelineLine>(name => new WeightedPipelineLine(name));
        for (var i = 0; i < _open.Count; i++) lines.For(segment(_open[i])).Add(_open[i], _amounts[i], _probabilities[i]);
        return [.. lines.Ordered()];
    }

    /// <summary>Splits the pipeline by owner.</summary>
    /// <returns>One line per owner, in ordinal order of their names; that of unknown owners last.</returns>
    public IReadOnlyList<WeightedPipelineLine> ByOwner() => By(opportunity => opportunity.Owner);

    /// <summary>Splits the pipeline by the period of the expected close.</summary>
    /// <param name="periods">The periods, which must not overlap.</param>
    /// <returns>
    /// One line per period, in the order given, and one without a period for opportunities expected to close in none of them, or on an
    /// unknown day.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Two periods overlap: an opportunity would count twice.</exception>
    public IReadOnlyList<WeightedPipelineLine> ByPeriod(IEnumerable<ForecastPeriod> periods)
    {
        WeightedPipelineLine[] lines = [.. Guard.NotNull(periods).Select(period => new WeightedPipelineLine(null, period))];
        WeightedPipelineLine[] ordered = [.. lines.OrderBy(line => line.Period!.Value)];
        var lasts = Array.ConvertAll(ordered, line => line.Period!.Value.LastDay);
        for (var i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].Period!.Value.FirstDay <= lasts[i - 1]) throw new ArgumentException(
                $"The periods {ordered[i - 1].Period} and {ordered[i].Period} overlap.", nameof(periods));
        }

        var rest = new WeightedPipelineLine(null);
        for (var i = 0; i < _open.Count; i++)
        {
            var day = _open[i].ExpectedCloseDay;
            var place = Array.BinarySearch(lasts, day);
            if (place < 0) place = ~place;
            var line = day != DayNumber.None && place < ordered.Length && ordered[place].Period!.Value.Holds(day) ? ordered[place] : rest;
            line.Add(_open[i], _amounts[i], _probabilities[i]);
        }

        return [.. lines, rest];
    }

    private static double Checked(Opportunity opportunity, double? probability)
    {
        if (probability is not { } given || double.IsNaN(given)) return double.NaN;
        return given is >= 0 and <= 1
            ? given
            : throw new ArgumentException(
                $"The probability of opportunity \"{Excerpt.Of(opportunity.Id)}\" is {InvariantText.Of(given)}; it must lie from 0 to 1.",
                nameof(probability));
    }
}
