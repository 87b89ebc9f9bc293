using System;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What a profile would have qualified on the deals of history. Immutable.</summary>
public sealed class WhatIfPoint
{
    private readonly OutcomeCounts _all;
    private readonly AuditOptions _options;

    internal WhatIfPoint(double? value, OutcomeCounts qualified, OutcomeCounts all, AuditOptions options)
    {
        Value = value;
        Qualified = qualified;
        _all = all;
        _options = options;
    }

    /// <summary>The value of the number that is varied; <see langword="null"/> where two profiles are compared.</summary>
    public double? Value { get; }

    /// <summary>The deals that qualify: the SQOs, with what was won of them.</summary>
    public OutcomeCounts Qualified { get; }

    /// <summary>Of the closed deals that qualify, those that were won.</summary>
    public ObservedRate Precision => Qualified.WinRate;

    /// <summary>Of all deals that were won, those that qualify.</summary>
    public ObservedRate Recall => new(Qualified.Won, _all.Won);

    /// <summary>The deals that were won although they don't qualify.</summary>
    public long MissedWins => _all.Won - Qualified.Won;

    /// <summary>Gets what the errors of the profile cost: missed wins, and hours spent on deals that were lost.</summary>
    /// <param name="missedWin">What a missed win costs net, 0 or more.</param>
    /// <param name="wastedHour">What an hour costs, 0 or more.</param>
    /// <param name="hoursPerDeal">The hours that sales spends on a deal, 0 or more.</param>
    /// <returns>
    /// <paramref name="missedWin"/> x missed wins + <paramref name="wastedHour"/> x <paramref name="hoursPerDeal"/> x qualified deals that
    /// were lost.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, NaN or infinite.</exception>
    public double Cost(double missedWin, double wastedHour, double hoursPerDeal) =>
        (Guard.NotNegative(missedWin) * MissedWins)
            + (Guard.NotNegative(wastedHour) * Guard.NotNegative(hoursPerDeal) * Qualified.Lost);

    /// <summary>The point in words, in a culture.</summary>
    /// <param name="culture">The culture; see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>The point in words.</summary>
    /// <param name="texts">The words.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        var line = Guard.NotNull(texts).Fill(
            MessageIds.AuditPoint, AuditText.Group(texts, Qualified, _options), AuditText.Rate(texts, Recall, _options));
        return Value is { } value ? texts.Fill(MessageIds.AuditNamed, AuditText.Number(texts, value), line) : line;
    }

    /// <summary>The point in words, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);
}
