using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>All that a criterion's answer rests on, kept with the answer.</summary>
internal readonly struct CriterionInput
{
    public readonly object? Actual;
    public readonly object? Gap;

    /// <summary>What was asked of this opportunity, where that is not the same for all.</summary>
    public readonly Requirement? Required;

    /// <summary>The answer as the criterion gave it, before an unknown decay took it away.</summary>
    public readonly Answer RawAnswer;

    public readonly DateTime? DecayDate;
    public readonly string? Error;

    /// <summary>Whether the answer follows from the value; else the answer itself is what a record keeps.</summary>
    public readonly bool IsReplayable;

    /// <summary>Whether the answer was to come from outside and was not asked for.</summary>
    public readonly bool IsLeftOut;

    public CriterionInput(in CriterionReading reading, DateTime? decayDate, string? error, bool isReplayable, bool isLeftOut = false)
    {
        Actual = FrozenList.Of(reading.Actual);
        Gap = FrozenList.Of(reading.Gap);
        Required = reading.Required;
        RawAnswer = reading.Answer;
        DecayDate = decayDate;
        Error = error;
        IsReplayable = isReplayable;
        IsLeftOut = isLeftOut;
    }

    public CriterionInput With(DateTime? decayDate, string? error) =>
        new(new CriterionReading(RawAnswer, Actual, Gap) { Required = Required }, decayDate, error, IsReplayable, IsLeftOut);
}
