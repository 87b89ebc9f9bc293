using System;
using System.Threading;
using System.Threading.Tasks;

namespace Sqo.Qualification;

/// <summary>An asynchronous criterion that is a function.</summary>
internal sealed class FunctionCriterion<T>(Func<T, EvaluationContext, CancellationToken, ValueTask<Answer>> evaluate) : IAsyncCriterion<T>
{
    public ValueTask<Answer> EvaluateAsync(T item, EvaluationContext context, CancellationToken cancellationToken) =>
        evaluate(item, context, cancellationToken);
}
