using System;
using System.Collections.Generic;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What a profile does to one group of deals, against all deals of the other groups. Immutable.</summary>
public sealed class FairnessGroup
{
    internal FairnessGroup(string? name, ProfileAudit audit, ObservedRate rest)
    {
        Name = name;
        Audit = audit;
        Against = new(QualifiedShare, rest);
    }

    /// <summary>The name of the group; <see langword="null"/> for the deals whose group is unknown.</summary>
    public string? Name { get; }

    /// <summary>
    /// The audit of the deals of the group: what each criterion stops in it, alone and at all, and what would be without it.
    /// </summary>
    public ProfileAudit Audit { get; }

    /// <summary>The share of the deals of the group that qualify.</summary>
    public ObservedRate QualifiedShare => new(Audit[Verdict.Qualified].Deals, Audit.All.Deals);

    /// <summary>
    /// The win rate among those that qualify. If a group that qualifies less often wins more often once qualified, it is held to a higher
    /// bar.
    /// </summary>
    public ObservedRate WinRate => Audit[Verdict.Qualified].WinRate;

    /// <summary>The share that qualifies minus that of all deals of other groups, with Newcombe's interval.</summary>
    public RateDifference Against { get; }

    /// <summary>
    /// The p-value of the difference by the score test, adjusted for the number of groups (Benjamini and Hochberg 1995);
    /// <see langword="null"/> if there are fewer deals than the minimum in the group or in the others.
    /// </summary>
    public double? PValue { get; internal set; }

    /// <summary>Whether the difference is more than chance, at a false discovery rate of 1 - the confidence.</summary>
    public bool IsDifferent => PValue <= 1 - Audit.Options.Confidence;

    /// <summary>The group in words, in a culture.</summary>
    /// <param name="culture">The culture; see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>The group in words: what share qualifies, how that differs, how those end, and the criteria that stop most.</summary>
    /// <param name="texts">The words.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        Guard.NotNull(texts);
        var options = Audit.Options;
        var id = PValue is null ? MessageIds.FairnessTooFew
            : !IsDifferent ? MessageIds.FairnessSame
            : Against.Value > 0 ? MessageIds.FairnessMore : MessageIds.FairnessLess;
        var line = texts.Fill(
            id, texts.Value(Name), AuditText.Rate(texts, QualifiedShare, options), AuditText.Rate(texts, Against.Second, options),
            AuditText.Rate(texts, WinRate, options));
        var stops = new List<string>();
        foreach (var criterion in Audit.Criteria)
        {
            if (criterion.StoppedAlone is not { Deals: > 0 }) continue;
            stops.Add(texts.Fill(
                MessageIds.AuditNamed, texts.Label(criterion.Criterion), AuditText.Share(texts, criterion.ShareOfRejections)));
        }

        return stops.Count == 0 ? line : line + " " + texts.Fill(MessageIds.FairnessStops, string.Join("; ", stops));
    }

    /// <summary>The group in words, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);
}
