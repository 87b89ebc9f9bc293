using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>An open deal that can't be ranked, because factors of its value are unknown. Immutable.</summary>
public sealed class UnrankedOpportunity
{
    private readonly RankingFactor[] _unknown;

    internal UnrankedOpportunity(Opportunity opportunity, RankingValue value)
    {
        Opportunity = opportunity;
        _unknown = [.. value.Factors.Where(factor => double.IsNaN(factor.Of(opportunity)))];
    }

    /// <summary>The deal.</summary>
    public Opportunity Opportunity { get; }

    /// <summary>The id of the deal.</summary>
    public string Id => Opportunity.Id;

    /// <summary>The factors that are unknown, at least one.</summary>
    public IReadOnlyList<RankingFactor> Unknown => Array.AsReadOnly(_unknown);

    /// <summary>Gets a line that names the unknown factors.</summary>
    /// <param name="culture">The culture, see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>Gets a line that names the unknown factors.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts) => Guard.NotNull(texts).Fill(
        MessageIds.RankingUnknown, string.Join(", ", _unknown.Select(factor => RankingText.Label(texts, factor))));

    /// <summary>The id and the unknown factors, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Id}: {ToText(ExplanationTexts.English)}";
}
