using System;

namespace Sqo.Qualification;

/// <summary>The result of an evaluation: an answer, or an error.</summary>
internal readonly struct Reply
{
    public Reply(CriterionReading reading) => Reading = reading;

    public Reply(Exception error) => Error = error;

    public CriterionReading Reading { get; }

    public Exception? Error { get; }
}
