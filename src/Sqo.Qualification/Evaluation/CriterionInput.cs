using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A criterion's answer with everything that it is based on.</summary>
internal readonly struct CriterionInput
{
    public readonly object? Actual;
    public readonly object? Gap;

    /// <summary>The requirement for this opportunity, if it is not the same for all.</summary>
    public readonly Requirement? Required;

    /// <summary>The answer as the criterion gave it, before an unknown decay made it unknown.</summary>
    public readonly Answer RawAnswer;

    public readonly DateTime? DecayDate;
    public readonly string? Error;

    /// <summary>Whether the answer follows from the value; if not, a record keeps the answer itself.</summary>
    public readonly bool IsReplayable;

    /// <summary>Whether the answer comes from outside and was not asked for.</summary>
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
