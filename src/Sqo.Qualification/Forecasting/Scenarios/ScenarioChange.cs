using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A change that a scenario makes to open deals. Immutable.</summary>
public sealed class ScenarioChange
{
    // Longer lists are counted.
    private const int MostNamed = 3;

    internal ScenarioChange(
        ScenarioChangeKind kind, string[] deals, DateTime? day = null, decimal? amount = null, double? factor = null,
        string[]? limited = null)
    {
        Kind = kind;
        Deals = Array.AsReadOnly(deals);
        Day = day;
        Amount = amount;
        Factor = factor;
        Limited = Array.AsReadOnly(limited ?? []);
    }

    /// <summary>The kind of change.</summary>
    public ScenarioChangeKind Kind { get; }

    /// <summary>The ids of the deals that it changes, in the order of the forecast; empty if a condition matched none.</summary>
    public IReadOnlyList<string> Deals { get; }

    /// <summary>The day that a deal slips to, or is won on; <see langword="null"/> if the change has none.</summary>
    public DateTime? Day { get; }

    /// <summary>The new amount; <see langword="null"/> if the change sets none.</summary>
    public decimal? Amount { get; }

    /// <summary>The factor; <see langword="null"/> if the change has none.</summary>
    public double? Factor { get; }

    /// <summary>
    /// The ids of the deals whose chances would add up to more than 1 when multiplied by <see cref="Factor"/>: they are won for certain.
    /// </summary>
    public IReadOnlyList<string> Limited { get; }

    /// <summary>The change in words, such as "D-17 slips to 2018-03-01", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind switch
    {
        ScenarioChangeKind.Removed => $"without {Names()}",
        ScenarioChangeKind.Slipped => $"{Names()} slips to {DayNumber.Text(DayNumber.Of(Day!.Value))}",
        ScenarioChangeKind.Won => $"{Names()} is won{On()}{For()}",
        ScenarioChangeKind.Lost => $"{Names()} is lost",
        ScenarioChangeKind.AmountSet => $"{Names()} is worth {InvariantText.Of(Amount!.Value)}",
        ScenarioChangeKind.ChancesScaled => $"chances of {Names()} x {InvariantText.Of(Factor!.Value)}",
        _ => $"amounts of {Names()} x {InvariantText.Of(Factor!.Value)}",
    };

    private string On() => Day is { } day ? $" on {DayNumber.Text(DayNumber.Of(day))}" : "";

    private string For() => Amount is { } amount ? $" for {InvariantText.Of(amount)}" : "";

    private string Names() =>
        Deals.Count is > 0 and <= MostNamed ? string.Join(", ", Deals) : InvariantText.Count(Deals.Count, "deal", "deals");
}
