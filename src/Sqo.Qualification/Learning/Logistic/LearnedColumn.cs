using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>The points of a column in log-odds, against an average deal; an unknown value has 0.</summary>
internal sealed class LearnedColumn
{
    private readonly double[] _starts;
    private readonly double[] _points;
    private readonly string[] _labels;
    private readonly double _mean;
    private readonly string? _missing;
    private readonly double? _missingPoints;
    private readonly Dictionary<string, double>? _levels;

    private LearnedColumn(
        string name, double[] starts, double[] points, string[] labels, double mean = 0, string? missing = null,
        double? missingPoints = null, Dictionary<string, double>? levels = null)
    {
        Name = name;
        _starts = starts;
        _points = points;
        _labels = labels;
        _mean = mean;
        _missing = missing;
        _missingPoints = missingPoints;
        _levels = levels;
    }

    public string Name { get; }

    public static LearnedColumn Line(string name, double mean, double least, double greatest, double slope) =>
        new(name, [least, greatest], [slope], [], mean);

    public static LearnedColumn OfBins(
        string name, double[] starts, double[] points, string[] labels, string? missing, double? missingPoints) =>
        new(name, starts, points, labels, missing: missing, missingPoints: missingPoints);

    public static LearnedColumn OfLevels(string name, string[] levels, double[] points, string pooled)
    {
        var known = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < levels.Length; i++) known.Add(levels[i], points[i]);
        return new(name, [], points, levels, levels: known, missingPoints: known.TryGetValue(pooled, out var other) ? other : 0);
    }

    public double LogOddsOf(string? level) =>
        level is null ? 0 : _levels!.TryGetValue(level, out var points) ? points : _missingPoints!.Value;

    public double LogOddsOf(double number)
    {
        if (double.IsNaN(number)) return _missingPoints ?? 0;
        return _labels.Length == 0 ? _points[0] * (Math.Clamp(number, _starts[0], _starts[1]) - _mean) : _points[BinOf(number)];
    }

    /// <summary>Adds the column to a profile, by the verbs that a scorecard by hand would use, unless it has no points.</summary>
    public void AddTo<T>(ProfileBuilder<T> profile, LogisticColumn<T> column)
    {
        if (Array.TrueForAll(_points, points => points == 0) && _missingPoints is null or 0) return;
        if (_levels is not null)
        {
            profile.Criterion(Name, column.TextOf, null).Bins(
                _missingPoints!.Value, [.. _levels.Select(level => new TextBin(level.Key, level.Value))]);
        }
        else if (_labels.Length == 0)
        {
            var (least, greatest) = (_points[0] * (_starts[0] - _mean), _points[0] * (_starts[1] - _mean));
            var isFalling = greatest < least;
            profile.Criterion(Name, column.NumberOf, null).Linear(_starts[isFalling ? 1 : 0], _starts[isFalling ? 0 : 1])
                .PointsBetween(Math.Min(least, greatest), Math.Max(least, greatest));
        }
        else if (_missing is null && _starts.Length > 0)
        {
            profile.Criterion(Name, column.NumberOf, null).Bins(
                _points[0], [.. _starts.Select((start, i) => new ScoreBin(start, _points[i + 1]))]);
        }
        else
        {
            // A missing number is a level like the others, so the bins are levels too.
            profile.Criterion(Name, LabelOf, null).Bins(
                [.. _labels.Select((label, i) => new TextBin(label, _points[i])),
                    .. _missing is null ? Array.Empty<TextBin>() : [new TextBin(_missing, _missingPoints!.Value)]]);
        }

        string? LabelOf(T deal) => column.NumberOf(deal) is var number && double.IsNaN(number) ? _missing : _labels[BinOf(number)];
    }

    private int BinOf(double number)
    {
        var place = Array.BinarySearch(_starts, number);
        return place < 0 ? ~place : place + 1;
    }
}
