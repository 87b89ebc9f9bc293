using System;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What a change of the profile does to the deals that qualify, on the same deals. Immutable.</summary>
public sealed class QualificationShift
{
    private readonly AuditOptions _options;

    internal QualificationShift(OutcomeCounts before, OutcomeCounts gained, OutcomeCounts lost, OutcomeCounts after, AuditOptions options)
    {
        Before = before;
        Gained = gained;
        Lost = lost;
        After = after;
        _options = options;
    }

    /// <summary>The deals that qualify before the change: the SQOs, with what was won of them.</summary>
    public OutcomeCounts Before { get; }

    /// <summary>The deals that qualify only after the change.</summary>
    public OutcomeCounts Gained { get; }

    /// <summary>The deals that qualify only before the change.</summary>
    public OutcomeCounts Lost { get; }

    /// <summary>The deals that qualify after the change.</summary>
    public OutcomeCounts After { get; }

    /// <summary>The change in words, in a culture.</summary>
    /// <param name="culture">The culture; see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>The change in words.</summary>
    /// <param name="texts">The words.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts) => Guard.NotNull(texts).Fill(
        MessageIds.AuditShift, texts.Value(Before.Deals), texts.Value(After.Deals), AuditText.Group(texts, Gained, _options),
        AuditText.Group(texts, Lost, _options));

    /// <summary>The change in words, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);
}
