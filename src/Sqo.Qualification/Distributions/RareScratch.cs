using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Memory for the transforms of unlikely terms, used again by one after the other.</summary>
internal sealed class RareScratch
{
    private readonly List<double[]> _grids = [];
    private double[] _weights = [];

    public GridCells Cells { get; } = new();

    public ProbitRanges Ranges { get; } = new();

    /// <summary>Numbers of at least a length, which may be overwritten.</summary>
    public double[] Weights(int length) => _weights.Length < length ? _weights = new double[length] : _weights;

    /// <summary>Some grids of at least a length, with zeros up to it.</summary>
    public double[][] Grids(int count, int length)
    {
        var grids = new double[count][];
        for (var i = 0; i < count; i++)
        {
            if (i == _grids.Count) _grids.Add([]);
            if (_grids[i].Length < length) _grids[i] = new double[length];
            else Array.Clear(_grids[i], 0, length);
            grids[i] = _grids[i];
        }

        return grids;
    }
}
