using System;

namespace Sqo.Qualification;

/// <summary>The answers of one opportunity to the criteria of a profile, by their index. One sheet a thread serves all profiles.</summary>
internal sealed class AnswerSheet(int size)
{
    /// <summary>The most criteria that a profile can have: one bit of a mask each.</summary>
    public const int Size = 64;

    /// <summary>How deep groups may stand in each other, the total not counted.</summary>
    public const int DeepestGroup = 8;

    [ThreadStatic]
    private static AnswerSheet? Spare;

    public readonly Answer[] Answers = new Answer[Padded(size)];

    /// <summary>By how much a criterion's points have decayed, from 0 to 1; read only for criteria that decay.</summary>
    public readonly double[] Decays = new double[size];

    /// <summary>Room for the sums of the groups that are open at a time, three a group.</summary>
    public readonly double[] Sums = new double[(DeepestGroup + 1) * 3];

    private bool _isTaken;

    /// <summary>Takes the thread's sheet; a selector that itself decides something finds it taken and gets a new one.</summary>
    public static AnswerSheet Rent()
    {
        var sheet = Spare;
        if (sheet is null || sheet._isTaken) Spare = sheet = new AnswerSheet(Size);
        sheet._isTaken = true;
        return sheet;
    }

    /// <summary>Gives the sheet back. One that an exception kept from it is replaced by the next that rents.</summary>
    public static void Return(AnswerSheet sheet) => sheet._isTaken = false;

    /// <summary>A number of criteria rounded up, so that vectors read no further than the array.</summary>
    public static int Padded(int size) => (size + 3) & ~3;

    /// <summary>Takes over the answers and decays of a profile with so many criteria.</summary>
    public void CopyFrom(AnswerSheet other, int count)
    {
        Array.Copy(other.Answers, Answers, count);
        Array.Copy(other.Decays, Decays, count);
    }
}
