using System;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How the place of one deal changed since the previous list, and why. Immutable.</summary>
public sealed class RankingChange
{
    internal RankingChange(
        string id, RankingChangeKind kind, RankingChangeReason reason, int? previousRank, int? rank, double? previousValue, double? value)
    {
        Id = id;
        Kind = kind;
        Reason = reason;
        PreviousRank = previousRank;
        Rank = rank;
        PreviousValue = previousValue;
        Value = value;
    }

    /// <summary>The id of the deal.</summary>
    public string Id { get; }

    /// <summary>How its place changed.</summary>
    public RankingChangeKind Kind { get; }

    /// <summary>Why.</summary>
    public RankingChangeReason Reason { get; }

    /// <summary>The place in the previous list, from 1; <see langword="null"/> if it was not there.</summary>
    public int? PreviousRank { get; }

    /// <summary>The place in this list, from 1; <see langword="null"/> if it is gone.</summary>
    public int? Rank { get; }

    /// <summary>The value in the previous list; <see langword="null"/> if it was not there.</summary>
    public double? PreviousValue { get; }

    /// <summary>The value now; <see langword="null"/> if it is unknown, or the deal is not open.</summary>
    public double? Value { get; }

    /// <summary>
    /// The factor that changed the value most: by ratio in a product, by difference in a sum. <see langword="null"/> if the value is not
    /// the reason, or the entry of the previous list has no factors.
    /// </summary>
    public RankingFactor? Factor { get; internal set; }

    /// <summary>That factor in the previous list.</summary>
    public double? FactorBefore { get; internal set; }

    /// <summary>That factor now.</summary>
    public double? FactorAfter { get; internal set; }

    /// <summary>Gets a line with the places and the reason.</summary>
    /// <param name="culture">The culture, see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>Gets a line with the places and the reason.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts) => RankingText.Line(Guard.NotNull(texts), this);

    /// <summary>The id and the line, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Id}: {ToText(ExplanationTexts.English)}";
}
