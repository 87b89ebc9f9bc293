using System;

namespace Sqo.Qualification;

/// <summary>What came of asking: an answer, or a fault.</summary>
internal readonly struct Reply
{
    public Reply(CriterionReading reading) => Reading = reading;

    public Reply(Exception fault) => Fault = fault;

    public CriterionReading Reading { get; }

    public Exception? Fault { get; }
}
