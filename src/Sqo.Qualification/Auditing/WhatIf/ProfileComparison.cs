using System;
using System.Collections.Generic;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Two profiles on the same deals: how they differ, what each would have qualified, and which deals move. Immutable.</summary>
public sealed class ProfileComparison
{
    private readonly ProfileDifference _difference;

    private ProfileComparison(
        ProfileDifference difference, ulong[] before, ulong[] after, DealOutcomes outcomes, AuditOptions options)
    {
        _difference = difference;
        var hasMoney = outcomes.Amounts.Length > 0;
        var (all, old, now, gained, lost) = (Sums(), Sums(), Sums(), Sums(), Sums());
        for (var w = 0; w < before.Length; w++)
        {
            var rows = outcomes.Count - (w * 64);
            all.Add(rows >= 64 ? ulong.MaxValue : rows <= 0 ? 0 : (1UL << rows) - 1, w, outcomes);
            old.Add(before[w], w, outcomes);
            now.Add(after[w], w, outcomes);
            gained.Add(after[w] & ~before[w], w, outcomes);
            lost.Add(before[w] & ~after[w], w, outcomes);
        }

        var every = all.ToCounts();
        Before = new(null, old.ToCounts(), every, options);
        After = new(null, now.ToCounts(), every, options);
        Shift = new(Before.Qualified, gained.ToCounts(), lost.ToCounts(), After.Qualified, options);
        GainedRows = RowsOf(after, before);
        LostRows = RowsOf(before, after);

        OutcomeSums Sums() => new(hasMoney);
    }

    /// <summary>What the first profile qualifies.</summary>
    public WhatIfPoint Before { get; }

    /// <summary>What the second profile qualifies.</summary>
    public WhatIfPoint After { get; }

    /// <summary>The SQOs that are gained and lost, with their wins and revenue.</summary>
    public QualificationShift Shift { get; }

    /// <summary>The rows of the deals that only the second profile qualifies, in ascending order.</summary>
    public IReadOnlyList<int> GainedRows { get; }

    /// <summary>The rows of the deals that only the first profile qualifies, in ascending order.</summary>
    public IReadOnlyList<int> LostRows { get; }

    /// <summary>Compares two profiles.</summary>
    /// <typeparam name="T">The type of deal.</typeparam>
    /// <param name="before">The first profile, such as the one in force.</param>
    /// <param name="after">The second profile.</param>
    /// <param name="table">The answers of the deals, of any profile; only what they lack is asked.</param>
    /// <param name="outcomes">How the deals ended, by row.</param>
    /// <param name="options">When figures count as enough. The default is <see cref="AuditOptions.Default"/>.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are more or fewer outcomes than rows.</exception>
    /// <exception cref="CriterionEvaluationException">
    /// Code of a criterion threw, and its profile handles errors by throwing.
    /// </exception>
    public static ProfileComparison Of<T>(
        QualificationProfile<T> before, QualificationProfile<T> after, AnswerTable<T> table, DealOutcomes outcomes,
        AuditOptions? options = null)
    {
        Guard.NotNull(outcomes).CheckFor(Guard.NotNull(table).Count);
        var (first, second) = (QualifiedRows.Of(before, table), QualifiedRows.Of(after, table));
        return new(new(Guard.NotNull(before).Rule, Guard.NotNull(after).Rule), first, second, outcomes, options ?? AuditOptions.Default);
    }

    /// <summary>The comparison in words, in a culture.</summary>
    /// <param name="culture">The culture; see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>The comparison in words: first how the profiles differ, then what each qualifies, then what moves.</summary>
    /// <param name="texts">The words.</param>
    /// <returns>The text, of several lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts) => AuditText.Lines(
    [
        .. _difference.Lines(Guard.NotNull(texts)),
        texts.Fill(MessageIds.AuditBefore, Before.ToText(texts)),
        texts.Fill(MessageIds.AuditAfter, After.ToText(texts)),
        Shift.ToText(texts),
    ]);

    /// <summary>The comparison in words, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);

    private static IReadOnlyList<int> RowsOf(ulong[] inOne, ulong[] notInOther)
    {
        var rows = new List<int>();
        for (var w = 0; w < inOne.Length; w++)
        {
            for (var left = inOne[w] & ~notInOther[w]; left != 0; left &= left - 1) rows.Add((w * 64) + Bits.Lowest(left));
        }

        return rows.AsReadOnly();
    }
}
