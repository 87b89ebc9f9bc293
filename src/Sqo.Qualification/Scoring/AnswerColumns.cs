using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The answers of a chunk of opportunities, one column per criterion, and their scores.</summary>
internal sealed class AnswerColumns
{
    public readonly Answer[][] Answers;

    /// <summary>A column for each criterion whose points decay; empty for the others.</summary>
    public readonly double[][] Decays;

    public readonly double[] Score = new double[ChunkSize.Rows];
    public readonly double[] Lowest = new double[ChunkSize.Rows];
    public readonly double[] Highest = new double[ChunkSize.Rows];
    public readonly ulong[] Unmet = new ulong[ChunkSize.Rows];
    public readonly ulong[] Unknown = new ulong[ChunkSize.Rows];
    public readonly ulong[] Failed = new ulong[ChunkSize.Rows];

    /// <summary>The criteria that were not asked because their prerequisites are unmet.</summary>
    public readonly ulong[] LeftOut = new ulong[ChunkSize.Rows];

    public AnswerColumns(ScoringLayout layout)
    {
        Answers = new Answer[layout.All.Length][];
        Decays = new double[layout.All.Length][];
        for (var i = 0; i < Answers.Length; i++)
        {
            Answers[i] = new Answer[ChunkSize.Rows];
            Decays[i] = layout.All[i].DecayHalfLifeDays is null ? [] : new double[ChunkSize.Rows];
        }
    }

    /// <summary>Columns of some of the criteria of others, with the same answers and scores of their own.</summary>
    /// <param name="answered">The columns with settled answers.</param>
    /// <param name="places">By the index of a criterion here, its index there.</param>
    public AnswerColumns(AnswerColumns answered, int[] places)
    {
        Answers = Array.ConvertAll(places, place => answered.Answers[place]);
        Decays = Array.ConvertAll(places, place => answered.Decays[place]);
    }

    private readonly List<double[]> _openSums = [];

    /// <summary>Gets the buffer for the sums of a group, by the number of groups around it.</summary>
    public double[] OpenSums(int depth)
    {
        while (_openSums.Count <= depth) _openSums.Add(new double[ChunkSize.Rows]);
        return _openSums[depth];
    }

    public bool HasErrors { get; private set; }

    public void AddError(int row, int index)
    {
        HasErrors = true;
        Failed[row] |= 1UL << index;
    }

    public bool HasLeftOut { get; private set; }

    public void LeaveOut(int row, int index)
    {
        HasLeftOut = true;
        LeftOut[row] |= 1UL << index;
    }

    /// <summary>Clears the marks of errors and of criteria left out.</summary>
    public void ClearMarks()
    {
        if (HasErrors) Array.Clear(Failed, 0, Failed.Length);
        if (HasLeftOut) Array.Clear(LeftOut, 0, LeftOut.Length);
        HasErrors = HasLeftOut = false;
    }

    /// <summary>Copies one row to a sheet.</summary>
    public void CopyRow(int row, AnswerSheet sheet)
    {
        for (var i = 0; i < Answers.Length; i++)
        {
            sheet.Answers[i] = Answers[i][row];
            if (Decays[i].Length > 0) sheet.Decays[i] = Decays[i][row];
        }
    }
}
