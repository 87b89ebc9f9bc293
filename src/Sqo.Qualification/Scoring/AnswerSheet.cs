using System;

namespace Sqo.Qualification;

/// <summary>The answers of one opportunity to the criteria of a profile, by their index. One sheet a thread serves all profiles.</summary>
internal sealed class AnswerSheet(int size)
{
    /// <summary>The most criteria that a profile can have: one bit of a mask each.</summary>
    public const int Size = 64;

    [ThreadStatic]
    private static AnswerSheet? s_spare;

    public readonly Answer[] Answers = new Answer[size];

    /// <summary>By how much a criterion's points have decayed, from 0 to 1; read only for criteria that decay.</summary>
    public readonly double[] Decays = new double[size];

    /// <summary>Room for the sums of the groups that are open at a time, three a group.</summary>
    public double[] Sums = [];

    /// <summary>Takes the thread's sheet; a selector that itself decides something finds it taken and gets a new one.</summary>
    public static AnswerSheet Rent()
    {
        var sheet = s_spare ?? new AnswerSheet(Size);
        s_spare = null;
        return sheet;
    }

    public static void Return(AnswerSheet sheet) => s_spare = sheet;

    /// <summary>Takes over the answers and decays of a profile with so many criteria.</summary>
    public void CopyFrom(AnswerSheet other, int count)
    {
        Array.Copy(other.Answers, Answers, count);
        Array.Copy(other.Decays, Decays, count);
    }
}
