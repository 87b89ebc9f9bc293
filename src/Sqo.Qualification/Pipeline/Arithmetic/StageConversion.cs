using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The conversion from stage to stage: of the opportunities that entered one, the share that later reached the next. Immutable. It is
/// based on the changes of stage of each opportunity up to the day it was closed.
/// </summary>
/// <remarks>
/// An opportunity counts once per stage, when it first entered it. One that skips a stage has reached it, but has not entered it: it
/// gives no information about those in that stage. One that was won has reached every stage. One that is still open and has not
/// reached the next stage is censored, not lost.
/// </remarks>
public sealed class StageConversion
{
    private readonly StageIndex _places;
    private readonly Opportunity[] _opportunities;
    private readonly StageConversionStep[] _steps;

    private StageConversion(StageIndex places, Opportunity[] opportunities, ForecastPeriod? enteredIn)
    {
        _places = places;
        _opportunities = opportunities;
        EnteredIn = enteredIn;
        _steps = Empty(null);
        var unlisted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var opportunity in opportunities)
        {
            if (opportunity.StageChanges.Count == 0) WithoutChanges++;
            foreach (var change in opportunity.StageChanges)
            {
                if (places.Of(change.Stage) < 0) unlisted.Add(change.Stage);
            }

            Count(opportunity, _steps);
        }

        UnlistedStages = [.. unlisted.OrderBy(stage => stage, StringComparer.Ordinal)];
    }

    /// <summary>The period in which a stage was entered; <see langword="null"/> for any day.</summary>
    public ForecastPeriod? EnteredIn { get; }

    /// <summary>One step per stage, in their order; the last one leads to won.</summary>
    public IReadOnlyList<StageConversionStep> Steps => Array.AsReadOnly(_steps);

    /// <summary>How many opportunities have no change of stage, and are in no step.</summary>
    public int WithoutChanges { get; }

    /// <summary>Stages that were entered but are not in the stage order, in ordinal order; they are in no step.</summary>
    public IReadOnlyList<string> UnlistedStages { get; }

    /// <summary>Counts the conversions of each step.</summary>
    /// <param name="opportunities">The opportunities; those of a snapshot for what was known then.</param>
    /// <param name="stageOrder">
    /// The stages in their order, at least one, without won and lost; names are compared character by character.
    /// </param>
    /// <param name="enteredIn">The period in which a stage was first entered; <see langword="null"/> for any day.</param>
    /// <returns>The conversion.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no stage, or one is blank or appears twice.</exception>
    public static StageConversion Of(
        IEnumerable<Opportunity> opportunities, IEnumerable<string> stageOrder, ForecastPeriod? enteredIn = null)
    {
        Guard.NotNull(opportunities);
        var places = new StageIndex(Guard.NotNull(stageOrder), nameof(stageOrder));
        return places.Names.Length == 0
            ? throw new ArgumentException("stageOrder is empty; it must hold at least one stage.", nameof(stageOrder))
            : new StageConversion(places, [.. opportunities], enteredIn);
    }

    /// <summary>Gets the steps of one segment, such as a product, which can be shrunk towards those of all.</summary>
    /// <param name="isInSegment">Whether an opportunity is in it.</param>
    /// <returns>One step per stage, in their order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="isInSegment"/> is <see langword="null"/>.</exception>
    public IReadOnlyList<StageConversionStep> StepsOf(Func<Opportunity, bool> isInSegment)
    {
        Guard.NotNull(isInSegment);
        var steps = Empty(_steps);
        foreach (var opportunity in _opportunities)
        {
            if (isInSegment(opportunity)) Count(opportunity, steps);
        }

        return Array.AsReadOnly(steps);
    }

    private StageConversionStep[] Empty(StageConversionStep[]? all)
    {
        var steps = new StageConversionStep[_places.Names.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = new(_places.Names[i], i + 1 < steps.Length ? _places.Names[i + 1] : null, all?[i]);
        }
        return steps;
    }

    private void Count(Opportunity opportunity, StageConversionStep[] steps)
    {
        var changes = opportunity.StageChanges;
        if (changes.Count == 0) return;
        var entries = new Entry[steps.Length];
        var furthest = opportunity.Outcome == OpportunityOutcome.Won ? steps.Length : -1;
        // Backwards, so that what was reached later is known, and the first entry is written last.
        for (var i = changes.Count - 1; i >= 0; i--)
        {
            var place = _places.Of(changes[i].Stage);
            if (place < 0 || (opportunity.ClosedDay != DayNumber.None && changes[i].Day > opportunity.ClosedDay)) continue;
            entries[place] = EnteredIn is { } period && !period.Holds(changes[i].Day) ? Entry.Outside
                : furthest > place ? Entry.Reached
                : Entry.Stayed;
            furthest = Math.Max(furthest, place);
        }

        for (var place = 0; place < entries.Length; place++)
        {
            if (entries[place] is Entry.Reached or Entry.Stayed) steps[place].Add(entries[place] == Entry.Reached, opportunity.IsOpen);
        }
    }

    /// <summary>The result of the first entry into a stage.</summary>
    private enum Entry : byte
    {
        None,
        Outside,
        Stayed,
        Reached,
    }
}
