using System;

namespace Sqo.Qualification;

/// <summary>What is unknown about a deal that a plan can't weigh.</summary>
[Flags]
public enum UnknownFacts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The probability that it is won.</summary>
    Probability = 1,

    /// <summary>Its value.</summary>
    Value = 2,

    /// <summary>The effort that it still takes.</summary>
    Effort = 4,
}
