using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A plan as it was locked: plain data, to keep and to compare with what came of it (<see cref="PlanOutcome"/>). Immutable.
/// </summary>
/// <remarks>
/// Its JSON is the same bytes on every platform, and includes the SHA-256 of the rest, so that a record that was changed by accident is
/// rejected.
/// </remarks>
public sealed class PlanRecord
{
    private const string Format = "sqo-plan/1";
    private const string What = "the plan";
    private const string Seal = "sha256";

    private readonly PlanRecordDeal[] _deals;

    internal PlanRecord(DateTime lockedAt, ForecastPeriod? period, double? expectedValue, IEnumerable<PlanRecordDeal> deals)
    {
        LockedAt = DateTime.SpecifyKind(lockedAt, DateTimeKind.Unspecified);
        Period = period;
        ExpectedValue = expectedValue;
        _deals = [.. deals];
    }

    /// <summary>The moment at which it was locked.</summary>
    public DateTime LockedAt { get; }

    /// <summary>The period of the plan; <see langword="null"/> if its hours stated none.</summary>
    public ForecastPeriod? Period { get; }

    /// <summary>The expected value of the deals that the plan gave time to, as far as it was known.</summary>
    public double? ExpectedValue { get; }

    /// <summary>The deals that the plan gave time to.</summary>
    public IReadOnlyList<PlanRecordDeal> Deals => Array.AsReadOnly(_deals);

    /// <summary>Reads a record from the JSON that <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">
    /// The text is not such a record, or was changed; the message says what is wrong.
    /// </exception>
    public static PlanRecord Parse(string json)
    {
        var root = JsonMembers.Read(json, What, Format);
        ForecastPeriod? period = null;
        if (root.ContainsKey("first"))
        {
            var (first, last) = (Date(root, "first"), Date(root, "last"));
            if (last < first) throw new FormatException("The period of the plan ends before it begins.");
            period = ForecastPeriod.Of(first, last);
        }

        var deals = root.List("deals").Select(deal => PlanRecordDeal.Read(JsonMembers.Object(deal, "a deal of the plan"))).ToArray();
        var record = new PlanRecord(
            Date(root, "lockedAt"), period, root.ContainsKey("expectedValue") ? root.Number("expectedValue") : null, deals);
        var seal = root.Text(Seal);
        root.Remove(Seal);
        var text = record.CanonicalText();
        if (Json.AreEqual(root, Json.Read(text)) && Sha256.Hex(text) == seal) return record;
        throw new FormatException(
            $"The plan is not as it was written: its \"{Seal}\" is \"{seal}\", which is not the SHA-256 of the rest.");
    }

    /// <summary>Writes the record as JSON, without line breaks.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson()
    {
        var text = CanonicalText();
        return new StringBuilder(text, 0, text.Length - 1, text.Length + 80).Member(Seal, Sha256.Hex(text)).Append('}').ToString();
    }

    /// <summary>The record as JSON.</summary>
    /// <returns>The JSON.</returns>
    public override string ToString() => ToJson();

    private string CanonicalText()
    {
        var json = new StringBuilder("{").Member("format", Format).Member("lockedAt", InvariantText.Of(LockedAt));
        if (Period is { } period) json.Member("first", InvariantText.Of(period.First)).Member("last", InvariantText.Of(period.Last));
        if (ExpectedValue is { } expected) json.Member("expectedValue", expected);
        json.Append(",\"deals\":[");
        for (var i = 0; i < _deals.Length; i++) _deals[i].Write(json.Append(i == 0 ? "{" : ",{"));
        return json.Append("]}").ToString();
    }

    private static DateTime Date(Dictionary<string, object?> members, string name)
    {
        var text = members.Text(name);
        return InvariantText.TryDate(text, out var date) && date.Kind != DateTimeKind.Local
            ? date
            : throw new FormatException($"The member \"{name}\" is \"{Excerpt.Of(text)}\"; it must be a date and time, not local.");
    }
}
