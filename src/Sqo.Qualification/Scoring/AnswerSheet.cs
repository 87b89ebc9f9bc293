using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The answers of one opportunity to the criteria of a profile, as a scoring strategy reads them.</summary>
/// <remarks>A sheet is lent for the length of a call and used again for the next opportunity.</remarks>
public sealed class AnswerSheet
{
    /// <summary>The most criteria that a profile can have: one bit of a mask each.</summary>
    internal const int Size = 64;

    /// <summary>How deep groups may stand in each other, the total not counted.</summary>
    internal const int DeepestGroup = 8;

    [ThreadStatic]
    private static AnswerSheet? ColumnBuffer;

    internal readonly Answer[] Answers;

    /// <summary>By how much a criterion's points have decayed, from 0 to 1; read only for criteria that decay.</summary>
    internal readonly double[] Decays;

    /// <summary>Room for the sums of the groups that are open at a time, three a group: a sheet serves one thread.</summary>
    internal readonly double[] Sums;

    /// <summary>How far asking has come, to tell whose fault it is when code throws.</summary>
    internal int Asked;

    /// <summary>Which answers are unknown, once all is asked.</summary>
    internal ulong Unknown;

    /// <summary>Which criteria had a fault that is taken for an unknown answer.</summary>
    internal ulong Failed;

    private bool _isTaken;

    /// <param name="size">How many criteria there are.</param>
    /// <param name="isScored">Whether a strategy comes to read it.</param>
    internal AnswerSheet(int size, bool isScored = true)
    {
        Answers = new Answer[size];
        Decays = new double[size];
        Sums = isScored ? new double[(DeepestGroup + 1) * 3] : [];
    }

    /// <summary>The answer to a criterion.</summary>
    /// <param name="criterion">A criterion of the layout.</param>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    public Answer this[CriterionInfo criterion] => Answers[Guard.NotNull(criterion).Index];

    /// <summary>Value x decay: what a criterion's weight is multiplied with.</summary>
    /// <param name="criterion">A criterion of the layout.</param>
    /// <returns>From 0 to 1; NaN when the answer is unknown, or the date by which its points decay.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    public double ValueOf(CriterionInfo criterion)
    {
        var index = Guard.NotNull(criterion).Index;
        var value = Answers[index].Raw;
        return criterion.DecayHalfLifeDays is null ? value : value * Decays[index];
    }

    /// <summary>Whether a criterion counts for this opportunity: one with a prerequisite does where that is met.</summary>
    /// <param name="criterion">A criterion of the layout.</param>
    /// <returns><see langword="null"/> while the prerequisite is unknown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    public bool? IsInForce(CriterionInfo criterion)
    {
        if (Guard.NotNull(criterion).RootPrerequisite is not { } prerequisite) return true;
        var value = Answers[prerequisite.Index].Raw;
        return double.IsNaN(value) ? null : value >= prerequisite.MetFrom;
    }

    /// <summary>Takes the thread's sheet; a selector that itself decides something finds it taken and gets a new one.</summary>
    internal static AnswerSheet Rent()
    {
        var sheet = ColumnBuffer;
        if (sheet is null || sheet._isTaken) ColumnBuffer = sheet = new AnswerSheet(Size);
        sheet._isTaken = true;
        return sheet;
    }

    /// <summary>Gives the sheet back. One that an exception kept from it is replaced by the next that rents.</summary>
    internal static void Return(AnswerSheet sheet) => sheet._isTaken = false;

    /// <summary>Takes over the answers and decays of a profile with so many criteria.</summary>
    internal void CopyFrom(AnswerSheet other, int count)
    {
        Array.Copy(other.Answers, Answers, count);
        Array.Copy(other.Decays, Decays, count);
    }
}
