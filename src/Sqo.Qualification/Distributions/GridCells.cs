using System;

namespace Sqo.Qualification;

/// <summary>Terms in the order of the cells of a grid in which they lie; those of one cell stay in their order.</summary>
internal sealed class GridCells
{
    private double[] _places = [];
    private int[] _cells = [];
    private int[] _terms = [];
    private int[] _ends = [];

    /// <summary>The number of terms.</summary>
    public int Count { get; private set; }

    /// <summary>Sorts terms by the cells of a circle.</summary>
    /// <param name="turns">The places of the terms, in turns.</param>
    /// <param name="count">The number of terms.</param>
    /// <param name="multiple">How many times as far each is.</param>
    /// <param name="size">The number of cells.</param>
    public void Sort(double[] turns, int count, int multiple, int size)
    {
        Count = count;
        if (_places.Length < Count) (_places, _cells, _terms) = (new double[Count], new int[Count], new int[Count]);
        if (_ends.Length < size + 1) _ends = new int[size + 1];
        else Array.Clear(_ends, 0, size + 1);
        var (places, cells, terms, ends) = (_places, _cells, _terms, _ends);
        for (var i = 0; i < count; i++)
        {
            var at = turns[i] * multiple;
            at = (at - Math.Floor(at)) * size;
            var cell = (int)at;
            places[i] = at - cell;
            // A place just below a whole turn can be rounded to the turn.
            cells[i] = cell &= size - 1;
            ends[cell + 1]++;
        }

        for (var cell = 0; cell < size; cell++) ends[cell + 1] += ends[cell];
        for (var i = 0; i < count; i++) terms[ends[cells[i]]++] = i;
    }

    /// <summary>The end of the terms of the same cell as the one at a place in the order, and that cell.</summary>
    public int EndOf(int next, out int cell) => _ends[cell = _cells[_terms[next]]];

    /// <summary>The term at a place in the order, and its place in its cell, from 0 to 1.</summary>
    public int TermAt(int next, out double place)
    {
        var term = _terms[next];
        place = _places[term];
        return term;
    }
}
