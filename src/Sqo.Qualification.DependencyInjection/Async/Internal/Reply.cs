using System;

namespace Sqo.Qualification;

/// <summary>What came of asking: an answer, or a fault.</summary>
internal readonly struct Reply
{
    public Reply(Answer answer) => Answer = answer;

    public Reply(Exception fault) => Fault = fault;

    public Answer Answer { get; }

    public Exception? Fault { get; }
}
