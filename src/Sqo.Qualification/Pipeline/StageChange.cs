using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The entry of an opportunity into a stage. Immutable.</summary>
public sealed class StageChange
{
    /// <summary>Creates a change of stage. The values are validated when the opportunity is read.</summary>
    /// <param name="at">The time, of any kind except Local. <see langword="null"/> is a fault of the opportunity.</param>
    /// <param name="stage">The stage entered; a blank one is a fault of the opportunity.</param>
    /// <param name="isDayOnly">Whether only the day of <paramref name="at"/> is known. The default is <see langword="false"/>.</param>
    public StageChange(DateTime? at, string? stage, bool isDayOnly = false)
    {
        Given = at;
        Stage = PipelineText.OrNull(stage) ?? "";
        IsDayOnly = isDayOnly;
    }

    /// <summary>The time; the time of day counts for the order.</summary>
    /// <value>0001-01-01 if none was given; no valid opportunity has such a change.</value>
    public DateTime At => Given.GetValueOrDefault();

    /// <summary>The stage entered.</summary>
    /// <value>Empty if none was given; no valid opportunity has such a change.</value>
    public string Stage { get; }

    /// <summary>Whether only the day of <see cref="At"/> is known.</summary>
    public bool IsDayOnly { get; }

    internal DateTime? Given { get; }

    internal EventTime Time => IsDayOnly ? EventTime.OnDay(At) : EventTime.At(At);

    internal int Day => DayNumber.Of(At);

    /// <summary>The day and the stage, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{DayNumber.Text(Day)} {Stage}";
}
