using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>
/// A set of criteria that, turned together, would qualify the opportunity; without any one of them it would not. Immutable.
/// </summary>
public sealed class Remedy
{
    internal Remedy(RemedyStep[] steps) => Steps = Array.AsReadOnly(steps);

    /// <summary>The criteria to turn, in the order of the profile.</summary>
    public IReadOnlyList<RemedyStep> Steps { get; }

    /// <summary>The sum of the criteria's efforts.</summary>
    public double Effort => Steps.Sum(step => step.Result.Criterion.Effort);
}
