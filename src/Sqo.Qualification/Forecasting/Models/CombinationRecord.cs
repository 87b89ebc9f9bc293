using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>How far the parts of a combination, and it itself, were off in months that are over.</summary>
internal sealed class CombinationRecord(int parts, CombinationOptions options)
{
    private readonly List<Row> _rows = [];
    private readonly double[] _squares = new double[parts];
    private double _ownSquares;

    public int[] Count { get; } = new int[parts];

    /// <summary>How many forecasts of the combination could be compared.</summary>
    public int Compared { get; private set; }

    /// <summary>The root of the mean of (error / forecast)² of the combination.</summary>
    public double? ObservedError => Compared == 0 ? null : Math.Sqrt(_ownSquares / Compared);

    public double? ErrorOf(int part) => Count[part] == 0 ? null : Math.Sqrt(_squares[part] / Count[part]);

    public void Add(int month, IEnumerable<double?> means, double? combined, double actual)
    {
        var errors = new List<double?>();
        foreach (var mean in means) errors.Add(mean - actual);
        Add(month, [.. errors], combined > 0 ? (combined - actual) / combined : null);
    }

    /// <summary>What was known at the end of a month.</summary>
    public CombinationRecord Before(int month)
    {
        var known = new CombinationRecord(Count.Length, options);
        foreach (var row in _rows)
        {
            if (row.Month <= month) known.Add(row.Month, row.Errors, row.Own);
        }

        return known;
    }

    /// <summary>
    /// One over the mean squared error, drawn towards that of all parts; without any error all parts are alike.
    /// </summary>
    public double Merit(int part)
    {
        double all = 0;
        var count = 0;
        for (var i = 0; i < Count.Length; i++)
        {
            all += _squares[i];
            count += Count[i];
        }

        if (all <= 0) return 1;
        // A part without a single error would take all of the weight.
        return 1 / (((options.Strength * all / count) + _squares[part]) / (options.Strength + Count[part]));
    }

    /// <summary>The error of the combination as a share of its forecast, drawn towards the usual one.</summary>
    public double RelativeError(CombinationOptions usual) => Math.Sqrt(
        (_ownSquares + (usual.UsualErrorStrength * usual.UsualError * usual.UsualError)) / (Compared + usual.UsualErrorStrength));

    private void Add(int month, double?[] errors, double? own)
    {
        _rows.Add(new(month, errors, own));
        for (var i = 0; i < errors.Length; i++)
        {
            if (errors[i] is not { } error) continue;
            _squares[i] += error * error;
            Count[i]++;
        }

        if (own is not { } relative) return;
        _ownSquares += relative * relative;
        Compared++;
    }

    /// <param name="Month">The place of the month that is over.</param>
    /// <param name="Errors">Forecast - actual of each part.</param>
    /// <param name="Own">That of the combination, as a share of its forecast.</param>
    private readonly record struct Row(int Month, double?[] Errors, double? Own);
}
