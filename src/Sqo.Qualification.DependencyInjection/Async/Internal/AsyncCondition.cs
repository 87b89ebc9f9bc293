using System;
using System.Threading;
using System.Threading.Tasks;

namespace Sqo.Qualification;

/// <summary>An asynchronous criterion, its position in the profile, and its own time-out if it has one.</summary>
internal sealed record AsyncCondition<T>(
    OutsideCriterion<T> Place, Func<T, EvaluationContext, CancellationToken, ValueTask<CriterionReading>> Read, TimeSpan? Timeout);
