using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What became of one opportunity between two snapshots, and how it changed. Immutable.</summary>
public sealed class OpportunityMovement
{
    internal OpportunityMovement(MovementFate fate, Opportunity? earlier, Opportunity? later, StageIndex? places)
    {
        Fate = fate;
        Earlier = earlier;
        Later = later;
        if (fate != MovementFate.Stayed) return;
        if (earlier!.ExpectedCloseDay != DayNumber.None && later!.ExpectedCloseDay != DayNumber.None)
        {
            DaysSlipped = later.ExpectedCloseDay - earlier.ExpectedCloseDay;
            var from = DayNumber.Date(earlier.ExpectedCloseDay);
            var to = DayNumber.Date(later.ExpectedCloseDay);
            MonthsPushed = MonthsBetween(earlier.ExpectedCloseDay, later.ExpectedCloseDay);
            QuartersPushed = (4 * (to.Year - from.Year)) + ((to.Month - 1) / 3) - ((from.Month - 1) / 3);
        }

        if (earlier.Amount is { } before && later!.Amount is { } after
            && string.Equals(earlier.Currency, later.Currency, StringComparison.OrdinalIgnoreCase))
        {
            AmountChange = after - before;
        }

        if (earlier.Stage is { } left && later!.Stage is { } entered && !string.Equals(left, entered, StringComparison.Ordinal))
        {
            StageMove = Compare(places, left, entered);
        }
    }

    /// <summary>The id of the opportunity.</summary>
    public string Id => (Later ?? Earlier)!.Id;

    /// <summary>What became of it.</summary>
    public MovementFate Fate { get; }

    /// <summary>The opportunity in the earlier snapshot; <see langword="null"/> if it is not there.</summary>
    public Opportunity? Earlier { get; }

    /// <summary>The opportunity in the later snapshot; <see langword="null"/> if it is not there.</summary>
    public Opportunity? Later { get; }

    /// <summary>
    /// How many days the expected close moved: above 0 it slipped, below 0 it was pulled in. <see langword="null"/> when a day is
    /// unknown, or it is not open in both snapshots.
    /// </summary>
    public int? DaysSlipped { get; }

    /// <summary>
    /// How many calendar months the expected close moved: from January 31 to February 1 is 1. <see langword="null"/> when
    /// <see cref="DaysSlipped"/> is.
    /// </summary>
    public int? MonthsPushed { get; }

    /// <summary>How many calendar quarters the expected close moved. <see langword="null"/> when <see cref="DaysSlipped"/> is.</summary>
    public int? QuartersPushed { get; }

    /// <summary>
    /// The change of the amount. <see langword="null"/> when an amount is unknown, the currencies differ, or it is not open in
    /// both snapshots.
    /// </summary>
    public decimal? AmountChange { get; }

    /// <summary>How the stage moved, if it is open in both snapshots.</summary>
    public StageMove StageMove { get; }

    /// <summary>The id and what became of it.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Id}: {Fate}";

    internal bool IsChange =>
        Fate != MovementFate.Stayed || StageMove != StageMove.None || (DaysSlipped ?? 0) != 0 || (AmountChange ?? 0) != 0;

    /// <summary>How many calendar months a day is after another one.</summary>
    internal static int MonthsBetween(int earlier, int later)
    {
        var from = DayNumber.Date(earlier);
        var to = DayNumber.Date(later);
        return (12 * (to.Year - from.Year)) + to.Month - from.Month;
    }

    private static StageMove Compare(StageIndex? places, string left, string entered)
    {
        if (places is null) return StageMove.Unordered;
        var from = places.Of(left);
        var to = places.Of(entered);
        return from < 0 || to < 0 ? StageMove.Unordered : to > from ? StageMove.Forward : StageMove.Back;
    }
}
