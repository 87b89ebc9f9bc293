using System;
using System.Collections.Generic;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A sign that a deal is at risk, with its evidence; or a sign that is unknown, and why. Immutable.</summary>
public sealed class RiskFinding
{
    private readonly string _messageId;
    private readonly object?[] _arguments;

    internal RiskFinding(RiskSign sign, RiskEvidence evidence, string messageId, params object?[] arguments)
    {
        Sign = sign;
        Evidence = evidence;
        _messageId = messageId;
        _arguments = arguments;
    }

    /// <summary>The sign.</summary>
    public RiskSign Sign { get; }

    /// <summary>What it is based on; <see cref="RiskEvidence.None"/> when unknown.</summary>
    public RiskEvidence Evidence { get; }

    /// <summary>Whether the data don't say whether the deal has the sign.</summary>
    public bool IsUnknown => Evidence == RiskEvidence.None;

    /// <summary>
    /// The number that was compared: pushes, working days without contact, days in the stage, days past the expected close, the amount,
    /// or people; <see langword="null"/> for a competitor, or when unknown.
    /// </summary>
    public double? Observed { get; internal init; }

    /// <summary>The number that it was compared with, in the same unit; <see langword="null"/> as for <see cref="Observed"/>.</summary>
    public double? Threshold { get; internal init; }

    /// <summary>
    /// The day it began: of the first push, the last contact, the entry into the stage, the expected close, or the snapshot in which the
    /// competitor appeared; <see langword="null"/> for others, or when unknown.
    /// </summary>
    public DateTime? Since { get; internal init; }

    /// <summary>The number of won deals that it was compared with; <see langword="null"/> if it was not compared with any.</summary>
    public int? ComparedWith { get; internal init; }

    /// <summary>The competitors that appeared, or the people that are known.</summary>
    public IReadOnlyList<string> Names { get; internal init; } = [];

    /// <summary>Gets the evidence in words.</summary>
    /// <param name="culture">The culture, see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>Gets the evidence in words.</summary>
    /// <param name="texts">The texts.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts) => Guard.NotNull(texts).Message(
        _messageId, Array.ConvertAll(_arguments, argument => argument is Percentage share ? share.ToText(texts) : argument));

    /// <summary>The evidence, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);
}
