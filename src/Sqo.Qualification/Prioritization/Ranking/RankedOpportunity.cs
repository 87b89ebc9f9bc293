using System;
using System.Collections.Generic;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A deal in its place in a list. Immutable.</summary>
public sealed class RankedOpportunity
{
    // NaN if unknown: many deals are ranked, and few are looked at.
    private readonly double[] _factors;

    internal RankedOpportunity(int rank, int? rankByValue, Opportunity opportunity, double value, RankingValue by)
    {
        Rank = rank;
        RankByValue = rankByValue;
        Opportunity = opportunity;
        Value = value;
        RankedBy = by;
        _factors = by.FactorsOf(opportunity);
    }

    /// <summary>The place, from 1.</summary>
    public int Rank { get; }

    /// <summary>
    /// The place that it would have by its value alone: another one than <see cref="Rank"/> if places of the previous list are kept.
    /// <see langword="null"/> if it is then not among the best that are listed.
    /// </summary>
    public int? RankByValue { get; }

    /// <summary>The deal.</summary>
    public Opportunity Opportunity { get; }

    /// <summary>The id of the deal.</summary>
    public string Id => Opportunity.Id;

    /// <summary>The value that it is ranked by.</summary>
    public double Value { get; }

    /// <summary>What it is ranked by.</summary>
    public RankingValue RankedBy { get; }

    /// <summary>The factors: they multiply or add up to <see cref="Value"/>, in their order.</summary>
    public IReadOnlyList<RankingPart> Parts => Array.AsReadOnly(RankedBy.PartsOf(Opportunity, _factors));

    /// <summary>Gets the place, the value and its parts in one line.</summary>
    /// <param name="culture">The culture, see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>Gets the place, the value and its parts in one line.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>
    /// The text. The parts have as many decimals, at most 10, as they need to multiply or add up to the value as it is shown.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts) => RankingText.Line(Guard.NotNull(texts), this);

    /// <summary>The line, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);

    internal RankingEntry ToEntry()
    {
        var parts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var part in Parts) parts.Add(part.Factor.Id, part.Value);
        return new(Id, Value, parts);
    }
}
