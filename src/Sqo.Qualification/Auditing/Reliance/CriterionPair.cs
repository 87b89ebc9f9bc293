using System;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How far two criteria say the same, among the deals of which both are known. Immutable.</summary>
public sealed class CriterionPair
{
    private readonly AuditOptions _options;

    internal CriterionPair(AuditSums.OfPair counts, AuditOptions options)
    {
        First = counts.First;
        Second = counts.Second;
        BothMet = counts.Both;
        FirstOnly = counts.FirstOnly;
        SecondOnly = counts.SecondOnly;
        NeitherMet = counts.Neither;
        _options = options;
        if (Known < options.MinimumClosed) return;
        CramersV = Association.CramersV(BothMet, FirstOnly, SecondOnly, NeitherMet);
        if (CramersV is { } v) Interval = Association.Interval(v, Known, options.Confidence);
    }

    /// <summary>The first criterion, by index.</summary>
    public CriterionInfo First { get; }

    /// <summary>The second criterion.</summary>
    public CriterionInfo Second { get; }

    /// <summary>How many deals meet both.</summary>
    public long BothMet { get; }

    /// <summary>How many deals meet only the first.</summary>
    public long FirstOnly { get; }

    /// <summary>How many deals meet only the second.</summary>
    public long SecondOnly { get; }

    /// <summary>How many deals meet neither.</summary>
    public long NeitherMet { get; }

    /// <summary>The number of deals of which both are known.</summary>
    public long Known => BothMet + FirstOnly + SecondOnly + NeitherMet;

    /// <summary>
    /// Cramer's V (1946) of met and unmet: 0 if they are unrelated, 1 if one follows from the other; <see langword="null"/> if one of them
    /// is the same for all of these deals, or if there are fewer deals than the minimum.
    /// </summary>
    public double? CramersV { get; }

    /// <summary>The interval of <see cref="CramersV"/>, by Fisher's (1915) z transformation: an approximation.</summary>
    public StatisticalInterval? Interval { get; }

    /// <summary>Whether the two say the same: <see cref="CramersV"/> is at least <see cref="AuditOptions.SamenessFrom"/>.</summary>
    public bool IsSame => CramersV >= _options.SamenessFrom;

    /// <summary>The pair in words, in a culture.</summary>
    /// <param name="culture">The culture; see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>The pair in words.</summary>
    /// <param name="texts">The words.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        Guard.NotNull(texts);
        var (first, second, known) = (texts.Label(First), texts.Label(Second), texts.Value(Known));
        return CramersV is not { } v
            ? texts.Fill(MessageIds.AuditPairUnknown, first, second, known)
            : texts.Fill(
                IsSame ? MessageIds.AuditPairSame : MessageIds.AuditPairDifferent, first, second, AuditText.Number(texts, v),
                AuditText.Number(texts, Interval!.Value.Low), AuditText.Number(texts, Interval.Value.High), known);
    }

    /// <summary>The pair in words, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);
}
