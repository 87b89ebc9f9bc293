using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>An opportunity entered a stage. Immutable.</summary>
public sealed class StageChange
{
    /// <summary>A stage entered at a moment. What is wrong with it is found when the opportunity is read.</summary>
    /// <param name="at">When; of any kind but local. <see langword="null"/> is a fault of the opportunity.</param>
    /// <param name="stage">The stage entered; blank is a fault of the opportunity.</param>
    /// <param name="isDayOnly">Whether of <paramref name="at"/> the day alone is known. The default is <see langword="false"/>.</param>
    public StageChange(DateTime? at, string? stage, bool isDayOnly = false)
    {
        Given = at;
        Stage = PipelineText.OrNull(stage) ?? "";
        IsDayOnly = isDayOnly;
    }

    /// <summary>When; the time of day counts for the order.</summary>
    /// <value>0001-01-01 when none was given; no opportunity holds such a one.</value>
    public DateTime At => Given.GetValueOrDefault();

    /// <summary>The stage entered.</summary>
    /// <value>Empty when none was given; no opportunity holds such a one.</value>
    public string Stage { get; }

    /// <summary>Whether of <see cref="At"/> the day alone is known.</summary>
    public bool IsDayOnly { get; }

    internal DateTime? Given { get; }

    internal EventTime Time => IsDayOnly ? EventTime.OnDay(At) : EventTime.At(At);

    internal int Day => DayNumber.Of(At);

    /// <summary>The day and the stage, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{DayNumber.Text(Day)} {Stage}";
}
