using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A column of the deals that are learned from: what its place in the design is, and what becomes of it.</summary>
internal sealed class ColumnData
{
    /// <summary>The name of the pooled levels.</summary>
    public const string Pooled = "*";

    private readonly string? _whenMissing;
    private readonly bool[] _won;
    private readonly BinTrend? _trend;
    private readonly int _mostBins;
    private readonly double[] _numbers = [];
    private readonly LevelReader? _levels;

    // Of a line.
    private double _least = double.PositiveInfinity;
    private double _greatest = double.NegativeInfinity;
    private double _mean;
    private double _deviation;

    // Of bins.
    private double[] _starts = [];
    private byte[] _fine = [];
    private int _minimum;
    private EvidenceBins? _bins;

    // Of a category: the levels with a term, after the most frequent one.
    private string[] _kept = [];
    private ObservedRate[] _observed = [];

    public ColumnData(string name, string? whenMissing, bool[] won, LevelReader levels)
    {
        Name = name;
        _whenMissing = whenMissing;
        _won = won;
        _levels = levels;
    }

    public ColumnData(string name, string? whenMissing, bool[] won, double[] numbers, BinTrend? trend, int mostBins)
    {
        Name = name;
        _whenMissing = whenMissing;
        _won = won;
        _numbers = numbers;
        _trend = trend;
        _mostBins = mostBins;
    }

    public string Name { get; }

    /// <summary>Whether it has one dense place in the design, and not a place for each level.</summary>
    public bool IsDense => _levels is null;

    /// <summary>Whether it depends on the outcomes, so that each validation must learn it anew.</summary>
    public bool IsLearned => _trend is not null;

    /// <summary>Its first place among the coefficients.</summary>
    public int Start { get; set; }

    public int Width => IsDense ? 1 : _kept.Length - 1;

    /// <summary>Whether a trend was asked for, which a coefficient below 0 would reverse.</summary>
    public bool MayNotReverse => _trend is not null and not BinTrend.Any;

    /// <summary>Whether all its bins were joined.</summary>
    public bool IsIdle => _bins is { IsEmpty: true };

    /// <summary>Counts the column and finds what makes it unfit.</summary>
    public void Prepare(LogisticOptions options, List<string> faults)
    {
        if (_levels is null) PrepareNumbers(options, faults);
        else PrepareLevels(_levels, options, faults);
    }

    public LogisticDesign.Levels LevelsOf()
    {
        double known = 0;
        foreach (var rate in _observed) known += rate.Trials;
        return new(_levels!.Codes, Start, [.. _observed.Skip(1).Select(rate => rate.Trials / known)]);
    }

    /// <summary>Learns the bins from some of the deals.</summary>
    public void Learn(int[] rows)
    {
        if (_trend is not { } trend) return;
        // Without a branch, which outcomes would mislead in every second row.
        var counts = new int[2 * (EvidenceBins.Missing + 1)];
        foreach (var row in rows) counts[(2 * _fine[row]) + (_won[row] ? 1 : 0)]++;
        int[] won = new int[_starts.Length + 1], lost = new int[_starts.Length + 1];
        for (var i = 0; i < won.Length; i++) (lost[i], won[i]) = (counts[2 * i], counts[(2 * i) + 1]);
        var (missingLost, missingWon) = _whenMissing is null ? (0, 0) : (counts[2 * EvidenceBins.Missing], counts[counts.Length - 1]);
        _bins = EvidenceBins.Learn(won, lost, missingWon, missingLost, trend, _mostBins, _minimum);
    }

    /// <summary>Writes some rows of the dense column.</summary>
    public void Fill(LogisticDesign design, int first, int end)
    {
        if (_bins is { } bins)
        {
            var missing = _whenMissing is null ? 0 : bins.MissingEvidence - bins.Mean;
            var values = Array.ConvertAll(bins.PartOfFine, part => bins.Evidence[part] - bins.Mean);
            for (var i = first; i < end; i++)
            {
                design.Set(i, Start, _fine[i] == EvidenceBins.Missing ? missing : values[_fine[i]]);
            }
        }
        else
        {
            for (var i = first; i < end; i++)
            {
                design.Set(i, Start, double.IsNaN(_numbers[i]) ? 0 : (_numbers[i] - _mean) / _deviation);
            }
        }
    }

    /// <summary>The column as it was learned; the lines of the scorecard are added.</summary>
    public LearnedColumn Finish(double[] coefficients, double?[] errors, List<LogisticTerm> terms, ref double logOdds, double[] contrast)
    {
        if (_levels is not null) return FinishLevels(coefficients, errors, terms, ref logOdds, contrast);
        return _bins is null ? FinishLine(coefficients[Start], errors[Start], terms)
            : FinishBins(_bins, coefficients[Start], errors[Start], terms);
    }

    private void PrepareNumbers(LogisticOptions options, List<string> faults)
    {
        var known = 0;
        double sum = 0, leastWon = double.PositiveInfinity, greatestWon = double.NegativeInfinity;
        double leastLost = double.PositiveInfinity, greatestLost = double.NegativeInfinity;
        for (var i = 0; i < _numbers.Length; i++)
        {
            var number = _numbers[i];
            if (double.IsNaN(number)) continue;
            known++;
            sum += number;
            if (_won[i])
            {
                leastWon = Math.Min(leastWon, number);
                greatestWon = Math.Max(greatestWon, number);
            }
            else
            {
                leastLost = Math.Min(leastLost, number);
                greatestLost = Math.Max(greatestLost, number);
            }
        }

        _least = Math.Min(leastWon, leastLost);
        _greatest = Math.Max(greatestWon, greatestLost);
        var hasMissing = _whenMissing is not null && known < _numbers.Length;
        if (known == 0 || (_least == _greatest && !hasMissing))
        {
            faults.Add(
                $"The column \"{Name}\" " + (known == 0 ? "has no value" : $"is {InvariantText.Of(_least)} in all {Count(known)}") +
                "; it must have two or more.");
            return;
        }

        if (_least < _greatest && (greatestLost < leastWon || greatestWon < leastLost))
        {
            if (!double.IsInfinity(leastWon) && !double.IsInfinity(leastLost)) faults.Add(
                $"The column \"{Name}\" separates the outcomes: won deals have {InvariantText.Of(leastWon)} to " +
                $"{InvariantText.Of(greatestWon)}, lost ones {InvariantText.Of(leastLost)} to {InvariantText.Of(greatestLost)}. " +
                "Is it filled in when a deal closes?");
        }

        _mean = sum / known;
        double squares = 0;
        foreach (var number in _numbers)
        {
            if (!double.IsNaN(number)) squares += (number - _mean) * (number - _mean);
        }

        _deviation = Math.Sqrt(squares / known);
        if (_trend is null) return;
        _minimum = options.MinimumLevel;
        _starts = EvidenceBins.FineBins(_numbers);
        _fine = new byte[_numbers.Length];
        for (var i = 0; i < _fine.Length; i++)
        {
            if (double.IsNaN(_numbers[i]))
            {
                _fine[i] = EvidenceBins.Missing;
                continue;
            }

            // Twenty comparisons without a branch are quicker than a search whose branches can't be foreseen.
            var bin = 0;
            foreach (var start in _starts) bin += _numbers[i] >= start ? 1 : 0;
            _fine[i] = (byte)bin;
        }
    }

    private void PrepareLevels(LevelReader levels, LogisticOptions options, List<string> faults)
    {
        var won = new int[levels.Names.Count];
        var all = new int[levels.Names.Count];
        for (var i = 0; i < levels.Codes.Length; i++)
        {
            if (levels.Codes[i] is not (>= 0 and var code)) continue;
            all[code]++;
            if (_won[i]) won[code]++;
        }

        var common = Enumerable.Range(0, all.Length).Where(code => all[code] >= options.MinimumLevel)
            .OrderByDescending(code => all[code]).ThenBy(code => levels.Names[code], StringComparer.Ordinal).ToArray();
        if (common.Length > 1) Array.Sort(common, 1, common.Length - 1, Comparer<int>.Create(
            (a, b) => string.CompareOrdinal(levels.Names[a], levels.Names[b])));
        var codes = new int[all.Length];
        for (var i = 0; i < codes.Length; i++) codes[i] = LogisticDesign.Levels.Unknown;
        for (var i = 0; i < common.Length; i++) codes[common[i]] = i - 1;
        var observed = common.Select(code => new ObservedRate(won[code], all[code])).ToList();
        var names = common.Select(code => levels.Names[code]).ToList();
        var rare = Enumerable.Range(0, all.Length).Where(code => all[code] < options.MinimumLevel).ToArray();
        if (rare.Sum(code => all[code]) is var pooled && pooled >= options.MinimumLevel && !names.Contains(Pooled))
        {
            foreach (var code in rare) codes[code] = common.Length - 1;
            names.Add(Pooled);
            observed.Add(new(rare.Sum(code => won[code]), pooled));
        }

        _kept = [.. names];
        _observed = [.. observed];
        for (var i = 0; i < levels.Codes.Length; i++)
        {
            levels.Codes[i] = levels.Codes[i] < 0 ? LogisticDesign.Levels.Unknown : codes[levels.Codes[i]];
        }

        if (names.Count < 2)
        {
            faults.Add(
                $"The column \"{Name}\" " + (names.Count == 0 ? "has no level" : $"has the level \"{names[0]}\" alone") +
                $" in {Count(options.MinimumLevel)} or more; it must have two or more such levels.");
        }
        else if (observed.TrueForAll(IsPure))
        {
            faults.Add(
                $"The column \"{Name}\" separates the outcomes: each of its levels has won deals or lost ones alone. " +
                "Is it filled in when a deal closes?");
        }
        else if (options.Ridge == 0 && observed.FindIndex(IsPure) is >= 0 and var pure)
        {
            faults.Add(
                $"The level \"{names[pure]}\" of the column \"{Name}\" has {InvariantText.Of(observed[pure].Successes)} won deals of " +
                $"{InvariantText.Of(observed[pure].Trials)}; without a ridge it has no finite coefficient.");
        }
    }

    private LearnedColumn FinishLine(double coefficient, double? error, List<LogisticTerm> terms)
    {
        long won = 0, all = 0;
        for (var i = 0; i < _numbers.Length; i++)
        {
            if (double.IsNaN(_numbers[i])) continue;
            all++;
            if (_won[i]) won++;
        }

        var slope = coefficient / _deviation;
        terms.Add(new(Name, null, new(won, all)) { Coefficient = slope, StandardError = error / _deviation, LogOdds = slope });
        return LearnedColumn.Line(Name, _mean, _least, _greatest, slope);
    }

    private LearnedColumn FinishBins(EvidenceBins bins, double coefficient, double? error, List<LogisticTerm> terms)
    {
        var points = bins.Evidence.ConvertAll(evidence => coefficient * (evidence - bins.Mean)).ToArray();
        var starts = new double[points.Length - 1];
        for (var i = 0; i < starts.Length; i++) starts[i] = _starts[bins.Parts[i + 1].First - 1];
        var labels = new string[points.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = labels.Length == 1 ? "any"
                : i == 0 ? "< " + InvariantText.Of(starts[0])
                : i == starts.Length ? ">= " + InvariantText.Of(starts[i - 1])
                : $"[{InvariantText.Of(starts[i - 1])}, {InvariantText.Of(starts[i])})";
            var part = bins.Parts[i];
            Add(labels[i], part.Won, part.Count, bins.Evidence[i], points[i]);
        }

        double? missing = null;
        if (_whenMissing is not null)
        {
            long won = 0, all = 0;
            for (var i = 0; i < _fine.Length; i++)
            {
                if (_fine[i] != EvidenceBins.Missing) continue;
                all++;
                if (_won[i]) won++;
            }

            missing = all == 0 ? 0 : coefficient * (bins.MissingEvidence - bins.Mean);
            if (all > 0) Add(_whenMissing, won, all, bins.MissingEvidence, missing.Value);
        }

        return LearnedColumn.OfBins(Name, starts, points, labels, _whenMissing, missing);

        void Add(string level, long won, long all, double evidence, double logOdds) => terms.Add(new(Name, level, new(won, all))
        {
            WeightOfEvidence = won == 0 || won == all ? null : evidence,
            Coefficient = coefficient,
            StandardError = error,
            LogOdds = logOdds,
        });
    }

    private LearnedColumn FinishLevels(
        double[] coefficients, double?[] errors, List<LogisticTerm> terms, ref double logOdds, double[] contrast)
    {
        double known = 0, won = 0, mean = 0;
        foreach (var rate in _observed)
        {
            known += rate.Trials;
            won += rate.Successes;
        }

        for (var i = 1; i < _kept.Length; i++)
        {
            contrast[Start + i - 1] = _observed[i].Trials / known;
            mean += contrast[Start + i - 1] * coefficients[Start + i - 1];
        }

        logOdds += mean;
        var points = new double[_kept.Length];
        for (var i = 0; i < points.Length; i++)
        {
            var coefficient = i == 0 ? 0 : coefficients[Start + i - 1];
            points[i] = coefficient - mean;
            var rate = _observed[i];
            terms.Add(new(Name, _kept[i], rate)
            {
                WeightOfEvidence = IsPure(rate)
                    ? null
                    : Logarithm.Of(rate.Successes / won / ((rate.Trials - rate.Successes) / (known - won))),
                Coefficient = coefficient,
                StandardError = i == 0 ? null : errors[Start + i - 1],
                LogOdds = points[i],
            });
        }

        return LearnedColumn.OfLevels(Name, _kept, points, Pooled);
    }

    private static bool IsPure(ObservedRate rate) => rate.Successes == 0 || rate.Successes == rate.Trials;

    private static string Count(long deals) => InvariantText.Of(deals) + (deals == 1 ? " deal" : " deals");
}
