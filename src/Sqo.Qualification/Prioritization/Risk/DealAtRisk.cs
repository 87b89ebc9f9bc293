using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>An open deal with at least one sign that it is at risk. Immutable.</summary>
public sealed class DealAtRisk
{
    private readonly RiskFinding[] _signs;
    private readonly RiskFinding[] _unknown;

    internal DealAtRisk(Opportunity opportunity, decimal? value, IEnumerable<RiskFinding> findings)
    {
        Opportunity = opportunity;
        Value = value;
        var all = findings.ToArray();
        _signs = Array.FindAll(all, finding => !finding.IsUnknown);
        _unknown = Array.FindAll(all, finding => finding.IsUnknown);
    }

    /// <summary>The deal.</summary>
    public Opportunity Opportunity { get; }

    /// <summary>The id of the deal.</summary>
    public string Id => Opportunity.Id;

    /// <summary>The value at risk; <see langword="null"/> when unknown, or if no value was given.</summary>
    public decimal? Value { get; }

    /// <summary>The signs that it has, at least one, in the order of <see cref="RiskSign"/>.</summary>
    public IReadOnlyList<RiskFinding> Signs => Array.AsReadOnly(_signs);

    /// <summary>The signs of which it is unknown whether it has them.</summary>
    public IReadOnlyList<RiskFinding> Unknown => Array.AsReadOnly(_unknown);

    /// <summary>Gets the evidence of its signs in one line.</summary>
    /// <param name="culture">The culture, see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>Gets the evidence of its signs in one line.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        Guard.NotNull(texts);
        return string.Join("; ", _signs.Select(finding => finding.ToText(texts)));
    }

    /// <summary>The id and the evidence, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Id}: {ToText(ExplanationTexts.English)}";
}
