using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>When a lead or an opportunity first reached each stage of the funnel. Immutable.</summary>
public sealed class FunnelTimes
{
    internal const int Stages = (int)FunnelStage.Closed + 1;

    internal static readonly FunnelTimes Unknown = new(new EventTime?[Stages]);

    private readonly EventTime?[] _times;

    private FunnelTimes(EventTime?[] times) => _times = times;

    /// <summary>When a stage was reached.</summary>
    /// <param name="stage">The stage.</param>
    /// <returns>The time; <see langword="null"/> when it is unknown, or the stage was not reached.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stage"/> is not a defined stage.</exception>
    public EventTime? this[FunnelStage stage] => _times[(int)Checked(stage)];

    internal static bool IsDefined(FunnelStage stage) => stage is >= FunnelStage.Lead and <= FunnelStage.Closed;

    internal static FunnelStage Checked(FunnelStage stage) => IsDefined(stage)
        ? stage
        : throw new ArgumentOutOfRangeException(
            nameof(stage), stage,
            $"stage is {InvariantText.Of((long)stage)}; it must lie from 0 to {InvariantText.Of((long)FunnelStage.Closed)}.");

    internal static FunnelTimes Of(Dictionary<FunnelStage, EventTime?> table)
    {
        if (table.Count == 0) return Unknown;
        var times = new EventTime?[Stages];
        foreach (var time in table) times[(int)time.Key] = time.Value;
        return new(times);
    }

    /// <summary>The times that were known at the end of a day.</summary>
    internal FunnelTimes UpTo(int day)
    {
        if (!IsAfter(day)) return this;
        var times = (EventTime?[])_times.Clone();
        for (var i = 0; i < Stages; i++)
        {
            if (times[i]?.Day > day) times[i] = null;
        }

        return new(times);
    }

    /// <summary>Whether a stage was reached after a day.</summary>
    internal bool IsAfter(int day) => this != Unknown && Array.Exists(_times, time => time?.Day > day);
}
