using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Memory for the transforms of unlikely terms, used again by one after the other.</summary>
internal sealed class RareScratch
{
    private readonly List<double[]> _grids = [];

    public GridCells Cells { get; } = new();

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
