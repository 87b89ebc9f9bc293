using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How a pipeline moved between two snapshots: what was added, what left, and what changed. Immutable.</summary>
public sealed class PipelineMovement
{
    private readonly OpportunityMovement[] _movements;

    private PipelineMovement(PipelineSnapshot earlier, PipelineSnapshot later, OpportunityMovement[] movements, int unchanged)
    {
        From = earlier.AsOf;
        To = later.AsOf;
        _movements = movements;
        Unchanged = unchanged;
    }

    /// <summary>The day of the earlier snapshot.</summary>
    public DateTime From { get; }

    /// <summary>The day of the later snapshot.</summary>
    public DateTime To { get; }

    /// <summary>Every opportunity that moved: in the order of the earlier snapshot, then the others in the order of the later.</summary>
    public IReadOnlyList<OpportunityMovement> Movements => Array.AsReadOnly(_movements);

    /// <summary>How many were open in both and did not change.</summary>
    public int Unchanged { get; }

    /// <summary>Those that are new and open.</summary>
    public IReadOnlyList<OpportunityMovement> New => Of(MovementFate.New);

    /// <summary>Those won, including those that are new and were won in between.</summary>
    public IReadOnlyList<OpportunityMovement> Won => Of(MovementFate.Won);

    /// <summary>Those lost, including those that are new and were lost in between.</summary>
    public IReadOnlyList<OpportunityMovement> Lost => Of(MovementFate.Lost);

    /// <summary>Those that were open and are no longer listed.</summary>
    public IReadOnlyList<OpportunityMovement> Vanished => Of(MovementFate.Vanished);

    /// <summary>Those that were closed and are open again.</summary>
    public IReadOnlyList<OpportunityMovement> Reopened => Of(MovementFate.Reopened);

    /// <summary>Those whose expected close moved to a later day.</summary>
    public IReadOnlyList<OpportunityMovement> Slipped => Where(movement => movement.DaysSlipped > 0);

    /// <summary>Those whose expected close moved to an earlier day.</summary>
    public IReadOnlyList<OpportunityMovement> PulledIn => Where(movement => movement.DaysSlipped < 0);

    /// <summary>
    /// Those whose expected close moved to a later calendar month; for quarters, see <see cref="OpportunityMovement.QuartersPushed"/>.
    /// </summary>
    public IReadOnlyList<OpportunityMovement> Pushed => Where(movement => movement.MonthsPushed > 0);

    /// <summary>Those that moved to a later stage.</summary>
    public IReadOnlyList<OpportunityMovement> Forward => Where(movement => movement.StageMove == StageMove.Forward);

    /// <summary>Those that moved back to an earlier stage.</summary>
    public IReadOnlyList<OpportunityMovement> Back => Where(movement => movement.StageMove == StageMove.Back);

    /// <summary>Those whose amount grew.</summary>
    public IReadOnlyList<OpportunityMovement> AmountUp => Where(movement => movement.AmountChange > 0);

    /// <summary>Those whose amount fell.</summary>
    public IReadOnlyList<OpportunityMovement> AmountDown => Where(movement => movement.AmountChange < 0);

    /// <summary>Compares two snapshots, in time proportional to the number of opportunities.</summary>
    /// <param name="earlier">The earlier snapshot.</param>
    /// <param name="later">The later snapshot.</param>
    /// <param name="stageOrder">The stages in their order; a stage that is not in it is neither before nor after another.</param>
    /// <returns>What moved.</returns>
    /// <remarks>
    /// A closed opportunity of the later snapshot that is not in the earlier one counts if it was closed after the day of
    /// the earlier one: if it was closed before, it has not moved. In a reconstruction the expected close is unknown before the last day,
    /// so no slipping is visible.
    /// </remarks>
    /// <exception cref="ArgumentNullException">A snapshot is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="later"/> is not of a later day, or a stage of the order is blank or appears twice.
    /// </exception>
    public static PipelineMovement Between(PipelineSnapshot earlier, PipelineSnapshot later, IEnumerable<string>? stageOrder = null)
    {
        if (Guard.NotNull(later).Day <= Guard.NotNull(earlier).Day)
        {
            throw new ArgumentException(
                $"later is of {DayNumber.Text(later.Day)}; it must be of a later day than earlier, {DayNumber.Text(earlier.Day)}.",
                nameof(later));
        }

        var places = stageOrder is null ? null : new StageIndex(stageOrder, nameof(stageOrder));
        var before = new Dictionary<string, Opportunity>(earlier.Opportunities.Count, StringComparer.Ordinal);
        foreach (var opportunity in earlier.Opportunities) before.Add(opportunity.Id, opportunity);
        var after = new Dictionary<string, Opportunity>(later.Opportunities.Count, StringComparer.Ordinal);
        foreach (var opportunity in later.Opportunities) after.Add(opportunity.Id, opportunity);

        var movements = new List<OpportunityMovement>();
        var unchanged = 0;
        foreach (var opportunity in earlier.Opportunities)
        {
            after.TryGetValue(opportunity.Id, out var now);
            if (FateOf(opportunity, now) is not { } fate) continue;
            var movement = new OpportunityMovement(fate, opportunity, now, places);
            if (movement.IsChange) movements.Add(movement);
            else unchanged++;
        }

        foreach (var opportunity in later.Opportunities)
        {
            if (before.ContainsKey(opportunity.Id) || (!opportunity.IsOpen && opportunity.ClosedDay <= earlier.Day)) continue;
            movements.Add(new OpportunityMovement(opportunity.IsOpen ? MovementFate.New : Closed(opportunity), null, opportunity, places));
        }

        return new PipelineMovement(earlier, later, [.. movements], unchanged);
    }

    /// <summary>Compares each stored snapshot of a history with the next.</summary>
    /// <param name="history">The history.</param>
    /// <param name="stageOrder">The stages in their order.</param>
    /// <returns>What moved, from snapshot to snapshot; empty for a single one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The history is reconstructed, or a stage of the order is blank or appears twice.</exception>
    public static IReadOnlyList<PipelineMovement> Through(PipelineHistory history, IEnumerable<string>? stageOrder = null)
    {
        if (Guard.NotNull(history).IsReconstructed)
        {
            throw new ArgumentException(
                "The history is reconstructed and has no stored snapshots; compare two days with Between.", nameof(history));
        }

        var order = stageOrder?.ToArray();
        var days = history.SnapshotDays;
        var movements = new List<PipelineMovement>();
        for (var i = 1; i < days.Count; i++) movements.Add(Between(history.AsOf(days[i - 1]), history.AsOf(days[i]), order));
        return movements.AsReadOnly();
    }

    /// <summary>The two days and how many opportunities moved, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{DayNumber.Text(DayNumber.Of(From))} to {DayNumber.Text(DayNumber.Of(To))}: " +
        $"{InvariantText.Of((long)_movements.Length)} moved, {InvariantText.Of((long)Unchanged)} unchanged";

    private static MovementFate? FateOf(Opportunity earlier, Opportunity? later)
    {
        if (later is null) return earlier.IsOpen ? MovementFate.Vanished : null;
        if (later.IsOpen) return earlier.IsOpen ? MovementFate.Stayed : MovementFate.Reopened;
        return later.Outcome == earlier.Outcome ? null : Closed(later);
    }

    private static MovementFate Closed(Opportunity opportunity) =>
        opportunity.Outcome == OpportunityOutcome.Won ? MovementFate.Won : MovementFate.Lost;

    private IReadOnlyList<OpportunityMovement> Of(MovementFate fate) => Where(movement => movement.Fate == fate);

    private IReadOnlyList<OpportunityMovement> Where(Predicate<OpportunityMovement> match) =>
        Array.AsReadOnly(Array.FindAll(_movements, match));
}
