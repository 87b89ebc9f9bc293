using System;
using System.Collections.Generic;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A calibration that says how sure it is of each probability: the inductive Venn-Abers predictor (Vovk and Petej 2014). For a score it
/// fits two isotonic calibrations, to the closed deals and the deal itself, once counted as lost and once as won, and reads both at its
/// score. Immutable.
/// </summary>
/// <remarks>
/// <see cref="ScoreCalibration.Probability"/> gives the merged probability within the bounds. Fit it to deals that the score wasn't
/// learned from. Deals of equal score are pooled first, so the order of the outcomes can't matter. A fit sorts the scores; each question
/// afterward takes a search and the few blocks that the deal changes, not a new fit.
/// </remarks>
public sealed class VennAbersCalibration : ScoreCalibration
{
    internal const string Format = "sqo-venn-abers/1";

    private readonly OutcomeGroup[] _groups;

    // The isotonic fit of the groups up to each one, and of those from each one on: its block at that group, which ends or starts there.
    private readonly Block[] _before;
    private readonly Block[] _after;

    private VennAbersCalibration(OutcomeGroup[] groups, double lowest, double highest)
        : base(lowest, highest)
    {
        _groups = groups;
        _before = new Block[groups.Length];
        _after = new Block[groups.Length];
        for (var i = 0; i < groups.Length; i++) _before[i] = new Block(groups[i], i).WithLower(_before);
        for (var i = groups.Length - 1; i >= 0; i--) _after[i] = new Block(groups[i], i).WithHigher(_after);
    }

    /// <summary>Fits a calibration to closed deals.</summary>
    /// <param name="outcomes">Closed deals with the score that each had before; any order.</param>
    /// <param name="minimumWon">The minimum number of won deals, at least 1.</param>
    /// <param name="minimumLost">The minimum number of lost deals, at least 1.</param>
    /// <param name="lowest">The lowest merged probability that it gives, from 0 to below <paramref name="highest"/>.</param>
    /// <param name="highest">The highest merged probability that it gives, up to 1.</param>
    /// <returns>The calibration.</returns>
    /// <value>The defaults are at least 10 won and 10 lost deals, and merged probabilities from 0.01 to 0.99.</value>
    /// <exception cref="ArgumentNullException"><paramref name="outcomes"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A score is NaN or infinite; the message names its index and value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A minimum is below 1, or the bounds are not from 0 to 1, the first below the second.
    /// </exception>
    /// <exception cref="TooFewOutcomesException">There are fewer won or fewer lost deals than the minimum.</exception>
    public static VennAbersCalibration Fit(
        IEnumerable<ScoredOutcome> outcomes, int minimumWon = 10, int minimumLost = 10, double lowest = 0.01, double highest = 0.99)
    {
        var groups = CalibrationData.Read("Venn-Abers calibration", outcomes, minimumWon, minimumLost, out _, out _);
        Guard.Bounds(lowest, highest);
        return new(groups, lowest, highest);
    }

    /// <summary>Reads a calibration from the JSON that <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The calibration.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not a calibration of this kind; the message says what is wrong.</exception>
    public static new VennAbersCalibration Parse(string json)
    {
        var root = JsonMembers.Read(json, "the calibration", Format);
        var (lowest, highest) = CalibrationData.Bounds(root);
        var groups = new List<OutcomeGroup>();
        foreach (var item in root.List("scores"))
        {
            var members = JsonMembers.Object(item, "a score");
            var score = members.Number("score");
            long won = members.Count("won"), lost = members.Count("lost");
            var name = $"Score {InvariantText.Of((long)groups.Count)}";
            if (won + lost is 0 or > int.MaxValue)
            {
                throw new FormatException(
                    $"{name} has {InvariantText.Of(won + lost)} deals; it must have from 1 to {InvariantText.Of(int.MaxValue)}.");
            }

            if (groups.Count > 0 && !(score > groups[groups.Count - 1].Score))
            {
                throw new FormatException($"{name} is {InvariantText.Of(score)}, which is not above the one before.");
            }

            groups.Add(new(score, (int)won, (int)lost));
        }

        return groups.Count > 0 ? new([.. groups], lowest, highest) : throw new FormatException("The list \"scores\" is empty.");
    }

    /// <summary>The calibration as JSON, without line ends: the same bytes on every platform.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson()
    {
        var json = new StringBuilder("{").Member("format", Format).Member("lowest", Lowest).Member("highest", Highest)
            .Append(",\"scores\":[");
        for (var i = 0; i < _groups.Length; i++)
        {
            json.Append(i == 0 ? "{" : ",{").Member("score", _groups[i].Score).Member("won", _groups[i].Won)
                .Member("lost", _groups[i].Lost).Append('}');
        }

        return json.Append("]}").ToString();
    }

    /// <summary>Gets both probabilities of a deal with this score, without bounds.</summary>
    /// <param name="score">A finite number.</param>
    /// <returns>The probabilities.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="score"/> is NaN or infinite.</exception>
    public VennAbersProbability Interval(double score) => At(Guard.Finite(score));

    /// <inheritdoc/>
    protected override double Calibrate(double score) => At(score).Merged;

    private VennAbersProbability At(double score)
    {
        // The first group at the score or above it.
        int low = 0, high = _groups.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_groups[middle].Score >= score) high = middle;
            else low = middle + 1;
        }

        return new(RateWith(low, score, won: 0), RateWith(low, score, won: 1));
    }

    /// <summary>The isotonic fit at a score, with one more deal there.</summary>
    private double RateWith(int place, double score, int won)
    {
        var isSeen = place < _groups.Length && _groups[place].Score == score;
        var block = isSeen
            ? new Block(_groups[place].Won + won, _groups[place].Count + 1, place, place)
            : new Block(won, 1, place, place - 1);
        long trials;
        do
        {
            trials = block.Trials;
            block = block.WithLower(_before).WithHigher(_after);
        }
        while (block.Trials != trials);
        return (double)block.Won / block.Trials;
    }

    /// <summary>Groups that have one rate in an isotonic fit, from the first to the last.</summary>
    private readonly struct Block(long won, long trials, int first, int last)
    {
        public readonly long Won = won;
        public readonly long Trials = trials;
        private readonly int _first = first;
        private readonly int _last = last;

        public Block(OutcomeGroup group, int index)
            : this(group.Won, group.Count, index, index)
        {
        }

        /// <summary>The block pooled with those below that are not lower, as they should be.</summary>
        public Block WithLower(Block[] blocks)
        {
            var pooled = this;
            while (pooled._first > 0 && !IsBelow(blocks[pooled._first - 1], pooled)) pooled = Joined(blocks[pooled._first - 1], pooled);
            return pooled;
        }

        /// <summary>The block pooled with those above that are not higher.</summary>
        public Block WithHigher(Block[] blocks)
        {
            var pooled = this;
            while (pooled._last + 1 < blocks.Length && !IsBelow(pooled, blocks[pooled._last + 1]))
            {
                pooled = Joined(pooled, blocks[pooled._last + 1]);
            }
            return pooled;
        }

        private static Block Joined(Block lower, Block higher) =>
            new(lower.Won + higher.Won, lower.Trials + higher.Trials, lower._first, higher._last);

        // Compared exactly, with products of whole numbers.
        private static bool IsBelow(Block lower, Block higher) => (decimal)lower.Won * higher.Trials < (decimal)higher.Won * lower.Trials;
    }
}
