using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The answers of one opportunity to the criteria of a profile, as a scoring strategy reads them.</summary>
/// <remarks>A sheet is valid only during a call; it is reused for the next opportunity.</remarks>
public sealed class AnswerSheet
{
    /// <summary>The most criteria that a profile can have: one bit of a mask each.</summary>
    internal const int Size = 64;

    /// <summary>How deeply groups can be nested, not counting the total.</summary>
    internal const int DeepestGroup = 8;

    [ThreadStatic]
    private static AnswerSheet? Shared;

    internal readonly Answer[] Answers;

    /// <summary>The decay factors of the criteria's points, from 0 to 1; read only for criteria that decay.</summary>
    internal readonly double[] Decays;

    /// <summary>The buffer for the sums of the groups that are open at a time, three per group: a sheet serves one thread.</summary>
    internal readonly double[] Sums;

    /// <summary>How many criteria have been asked, to know which one threw an exception.</summary>
    internal int Asked;

    /// <summary>The unknown answers, after all criteria are asked.</summary>
    internal ulong Unknown;

    /// <summary>The criteria that had an error that counts as an unknown answer.</summary>
    internal ulong Failed;

    private bool _isTaken;

    /// <param name="size">How many criteria there are.</param>
    /// <param name="isScored">Whether a strategy will read it.</param>
    internal AnswerSheet(int size, bool isScored = true)
    {
        Answers = new Answer[size];
        Decays = new double[size];
        Sums = isScored ? new double[(DeepestGroup + 1) * 3] : [];
    }

    /// <summary>Gets the answer to a criterion.</summary>
    /// <param name="criterion">A criterion of the layout.</param>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    public Answer this[CriterionInfo criterion] => Answers[Guard.NotNull(criterion).Index];

    /// <summary>Gets value x decay, the factor of a criterion's weight.</summary>
    /// <param name="criterion">A criterion of the layout.</param>
    /// <returns>From 0 to 1; NaN when the answer, or the date by which its points decay, is unknown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    public double ValueOf(CriterionInfo criterion)
    {
        var index = Guard.NotNull(criterion).Index;
        var value = Answers[index].Raw;
        return criterion.DecayHalfLifeDays is null ? value : value * Decays[index];
    }

    /// <summary>Determines whether a criterion counts for this opportunity: one with a prerequisite counts only if that is met.</summary>
    /// <param name="criterion">A criterion of the layout.</param>
    /// <returns>Whether it counts; <see langword="null"/> while the prerequisite is unknown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    public bool? IsInForce(CriterionInfo criterion)
    {
        if (Guard.NotNull(criterion).RootPrerequisite is not { } prerequisite) return true;
        var value = Answers[prerequisite.Index].Raw;
        return double.IsNaN(value) ? null : value >= prerequisite.MetFrom;
    }

    /// <summary>Rents the thread's sheet; a selector that itself makes a decision finds it taken and gets a new one.</summary>
    internal static AnswerSheet Rent()
    {
        var sheet = Shared;
        if (sheet is null || sheet._isTaken) Shared = sheet = new AnswerSheet(Size);
        sheet._isTaken = true;
        return sheet;
    }

    /// <summary>Returns the sheet. A sheet that is not returned because of an exception is replaced at the next rent.</summary>
    internal static void Return(AnswerSheet sheet) => sheet._isTaken = false;

    /// <summary>Copies the answers and decays of a profile with <paramref name="count"/> criteria.</summary>
    internal void CopyFrom(AnswerSheet other, int count)
    {
        Array.Copy(other.Answers, Answers, count);
        Array.Copy(other.Decays, Decays, count);
    }
}
