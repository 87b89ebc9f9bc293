using System;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A deal that misses the profile by little: by how much, and what it would take. It goes to nurture. Immutable.</summary>
public sealed class NearMissDeal
{
    internal NearMissDeal(string id, int row, double? value, QualificationResult result, CriterionInfo? gate)
    {
        Id = id;
        Row = row;
        Value = value;
        Result = result;
        UnmetGate = gate;
        PointsShort = gate is null ? Math.Max(0, result.Threshold - result.Decision.Highest) : 0;
    }

    /// <summary>The id of the deal.</summary>
    public string Id { get; }

    /// <summary>Its row in the table.</summary>
    public int Row { get; }

    /// <summary>The value that the caller gave it; <see langword="null"/> if unknown.</summary>
    public double? Value { get; }

    /// <summary>The explanation: its remedies are what it would take, with targets.</summary>
    public QualificationResult Result { get; }

    /// <summary>The one gate that it does not meet; <see langword="null"/> if it is short of points.</summary>
    public CriterionInfo? UnmetGate { get; }

    /// <summary>How many points its best possible score is below the threshold; 0 if a gate is unmet.</summary>
    public double PointsShort { get; }

    /// <summary>The deal in words, in a culture.</summary>
    /// <param name="culture">The culture; see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>The deal in words: what is missing, the cheapest way to qualify, and the next actions.</summary>
    /// <param name="texts">The words.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        Guard.NotNull(texts);
        var missing = UnmetGate is { } gate
            ? texts.Fill(MessageIds.NearMissGate, texts.Label(gate))
            : TextFormats.Fill(
                texts.ForOne(MessageIds.NearMissPoints, [PointsShort]) ?? texts[MessageIds.NearMissPoints],
                AuditText.Number(texts, PointsShort));
        var line = texts.Fill(MessageIds.NearMissLine, texts.Value(Id), missing);
        if (Result.Remedies.FirstOrDefault() is { } remedy)
        {
            line += " " + texts.Fill(MessageIds.NearMissRemedy, string.Join("; ", remedy.Steps.Select(texts.Step)));
        }

        return Result.NextActions.Count == 0
            ? line
            : line + " " + texts.Fill(MessageIds.NearMissNext, string.Join("; ", Result.NextActions.Select(texts.Action)));
    }

    /// <summary>The deal in words, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);
}
