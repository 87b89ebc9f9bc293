using System;
using System.Threading;
using System.Threading.Tasks;

namespace Sqo.Qualification;

/// <summary>An asynchronous criterion, its place in the profile, and its time-out if it has one of its own.</summary>
internal sealed record AsyncCondition<T>(
    OutsideCriterion<T> Place, Func<T, EvaluationContext, CancellationToken, ValueTask<CriterionReading>> Read, TimeSpan? Timeout);
