using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The state of a pipeline as it was known at the end of a day. Immutable.</summary>
public sealed class PipelineSnapshot
{
    private readonly Opportunity[] _opportunities;
    private readonly Opportunity[] _open;

    /// <summary>Creates a snapshot of what was known at the end of a day.</summary>
    /// <param name="asOf">The day; all of it counts.</param>
    /// <param name="opportunities">The opportunities as they were then: the open ones, and those of the closed ones to be included.</param>
    /// <exception cref="ArgumentNullException"><paramref name="opportunities"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> has kind Local, or an opportunity is <see langword="null"/>.</exception>
    /// <exception cref="RecordException">A record has a date after that day, or an id appears twice; every fault is listed.</exception>
    public PipelineSnapshot(DateTime asOf, IEnumerable<Opportunity> opportunities)
    {
        Day = DayNumber.Checked(asOf);
        Guard.NotNull(opportunities);
        _opportunities = [.. opportunities];
        var faults = FutureKnowledge.Of(_opportunities, Day);
        if (faults.Count > 0) throw new RecordException($"The snapshot of {DayNumber.Text(Day)} is invalid", faults);
        _open = Array.FindAll(_opportunities, opportunity => opportunity.IsOpen);
    }

    internal PipelineSnapshot(int day, Opportunity[] opportunities)
    {
        Day = day;
        _opportunities = opportunities;
        _open = Array.FindAll(_opportunities, opportunity => opportunity.IsOpen);
    }

    /// <summary>The day.</summary>
    public DateTime AsOf => DayNumber.Date(Day);

    /// <summary>Every opportunity known then, in the order given.</summary>
    public IReadOnlyList<Opportunity> Opportunities => Array.AsReadOnly(_opportunities);

    /// <summary>Those that were open then, in the order given.</summary>
    public IReadOnlyList<Opportunity> Open => Array.AsReadOnly(_open);

    internal Opportunity[] All => _opportunities;

    internal int Day { get; }

    /// <summary>"2017-09-30: 2105 open of 6711", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{DayNumber.Text(Day)}: {InvariantText.Of((long)_open.Length)} open of {InvariantText.Of((long)_opportunities.Length)}";
}
