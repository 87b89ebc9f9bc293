using System;
using System.Collections.Generic;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The nondecreasing function of the score that fits the outcomes best by least squares, by pooling adjacent violators (Ayer, Brunk,
/// Ewing, Reid and Silverman 1955). It assumes only that a higher score is not worse; it needs a few hundred deals. Immutable.
/// </summary>
/// <remarks>
/// Deals of equal score are pooled first, so the order of the outcomes can't matter. Within a block of scores the probability is the
/// block's win rate; from the end of a block to the start of the next it follows a straight line; outside all blocks it stays as at the
/// ends. Over the deals that it was fitted to, the mean probability, before the bounds, is the win rate.
/// </remarks>
public sealed class IsotonicCalibration : ScoreCalibration
{
    internal const string Format = "sqo-isotonic/1";

    private readonly CalibrationBlock[] _blocks;

    private IsotonicCalibration(CalibrationBlock[] blocks, double lowest, double highest)
        : base(lowest, highest)
    {
        _blocks = blocks;
        Blocks = Array.AsReadOnly(blocks);
    }

    /// <summary>The blocks in ascending order of score; their rates rise too.</summary>
    public IReadOnlyList<CalibrationBlock> Blocks { get; }

    /// <summary>Fits a calibration to closed deals.</summary>
    /// <param name="outcomes">Closed deals with the score that each had before; any order.</param>
    /// <param name="minimumWon">The minimum number of won deals, at least 1.</param>
    /// <param name="minimumLost">The minimum number of lost deals, at least 1.</param>
    /// <param name="lowest">The lowest probability that it gives, from 0 to below <paramref name="highest"/>.</param>
    /// <param name="highest">The highest probability that it gives, up to 1.</param>
    /// <returns>The calibration.</returns>
    /// <value>The defaults are at least 10 won and 10 lost deals, and probabilities from 0.01 to 0.99.</value>
    /// <exception cref="ArgumentNullException"><paramref name="outcomes"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A score is NaN or infinite; the message names its index and value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A minimum is below 1, or the bounds are not from 0 to 1, the first below the second.
    /// </exception>
    /// <exception cref="TooFewOutcomesException">There are fewer won or fewer lost deals than the minimum.</exception>
    public static IsotonicCalibration Fit(
        IEnumerable<ScoredOutcome> outcomes, int minimumWon = 10, int minimumLost = 10, double lowest = 0.01, double highest = 0.99)
    {
        var groups = CalibrationData.Read("Isotonic calibration", outcomes, minimumWon, minimumLost, out _, out _);
        Guard.Bounds(lowest, highest);
        var blocks = new List<CalibrationBlock>();
        foreach (var group in groups)
        {
            var block = new CalibrationBlock(group.Score, group.Score, new(group.Won, group.Count));
            while (blocks.Count > 0 && !blocks[blocks.Count - 1].IsBelow(block))
            {
                var last = blocks[blocks.Count - 1];
                blocks.RemoveAt(blocks.Count - 1);
                block = new(
                    last.From, block.To,
                    new(last.Observed.Successes + block.Observed.Successes, last.Observed.Trials + block.Observed.Trials));
            }

            blocks.Add(block);
        }

        return new([.. blocks], lowest, highest);
    }

    /// <summary>Reads a calibration from the JSON that <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The calibration.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not a calibration of this kind; the message says what is wrong.</exception>
    public static new IsotonicCalibration Parse(string json)
    {
        var root = JsonMembers.Read(json, "the calibration", Format);
        var (lowest, highest) = CalibrationData.Bounds(root);
        var blocks = new List<CalibrationBlock>();
        foreach (var item in root.List("blocks"))
        {
            var members = JsonMembers.Object(item, "a block");
            double from = members.Number("from"), to = members.Number("to");
            long won = members.Count("won"), lost = members.Count("lost");
            var name = $"Block {InvariantText.Of((long)blocks.Count)}";
            if (won + lost == 0) throw new FormatException($"{name} has no deal.");
            if (from > to) throw new FormatException(
                $"{name} goes from {InvariantText.Of(from)} to {InvariantText.Of(to)}; the first must not be above the second.");
            var block = new CalibrationBlock(from, to, new(won, won + lost));
            if (blocks.Count > 0 && !(from > blocks[blocks.Count - 1].To)) throw new FormatException(
                $"{name} starts at {InvariantText.Of(from)}, which is not above the end of the one before.");
            if (blocks.Count > 0 && !blocks[blocks.Count - 1].IsBelow(block)) throw new FormatException(
                $"The rate of {name} is not above that of the one before.");
            blocks.Add(block);
        }

        return blocks.Count > 0 ? new([.. blocks], lowest, highest) : throw new FormatException("The list \"blocks\" is empty.");
    }

    /// <summary>The calibration as JSON, without line ends: the same bytes on every platform.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson()
    {
        var json = new StringBuilder("{").Member("format", Format).Member("lowest", Lowest).Member("highest", Highest)
            .Append(",\"blocks\":[");
        for (var i = 0; i < _blocks.Length; i++)
        {
            var block = _blocks[i];
            json.Append(i == 0 ? "{" : ",{").Member("from", block.From).Member("to", block.To)
                .Member("won", block.Observed.Successes).Member("lost", block.Observed.Trials - block.Observed.Successes).Append('}');
        }

        return json.Append("]}").ToString();
    }

    /// <inheritdoc/>
    protected override double Calibrate(double score)
    {
        // The first block that ends at the score or above it.
        int low = 0, high = _blocks.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_blocks[middle].To >= score) high = middle;
            else low = middle + 1;
        }

        if (low == _blocks.Length) return RateOf(low - 1);
        if (low == 0 || score >= _blocks[low].From) return RateOf(low);
        double before = _blocks[low - 1].To, after = _blocks[low].From;
        // Halves, because the distance between two far scores can be infinite. Kept within both ends, so that rounding can't make it fall.
        var share = ((score / 2) - (before / 2)) / ((after / 2) - (before / 2));
        double start = RateOf(low - 1), end = RateOf(low);
        return Math.Clamp(start + (share * (end - start)), start, end);
    }

    private double RateOf(int block) => (double)_blocks[block].Observed.Successes / _blocks[block].Observed.Trials;
}
