using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Memory to combine unlikely terms in, used again by one law after the other.</summary>
internal sealed class RareScratch
{
    private readonly List<double[]> _grids = [];
    private readonly List<double[]> _returned = [];
    private double[] _weights = [];
    private double[] _turns = [];

    public GridCells Cells { get; } = new();

    public ProbitRanges Ranges { get; } = new();

    /// <summary>Any numbers of at least a length, to be overwritten.</summary>
    public double[] Weights(int length) => _weights.Length < length ? _weights = new double[length] : _weights;

    /// <summary>Any other numbers of at least a length, to be overwritten.</summary>
    public double[] Turns(int length) => _turns.Length < length ? _turns = new double[length] : _turns;

    /// <summary>Any numbers of at least a length, which are not used otherwise until they are returned.</summary>
    public double[] Rent(int length)
    {
        for (var i = _returned.Count - 1; i >= 0; i--)
        {
            var block = _returned[i];
            if (block.Length < length) continue;
            _returned.RemoveAt(i);
            return block;
        }

        return new double[length];
    }

    public void Return(double[] block) => _returned.Add(block);

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
