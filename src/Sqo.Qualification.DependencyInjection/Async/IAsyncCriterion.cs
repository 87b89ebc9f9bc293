using System.Threading;
using System.Threading.Tasks;

namespace Sqo.Qualification;

/// <summary>
/// A criterion whose answer is fetched asynchronously, such as from a credit register or an enrichment service. It requires an
/// <see cref="IAsyncQualifier{T}"/>; synchronous profiles can't use it.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>
/// Many threads use a criterion at once: its state must be thread-safe, and its services too. The fingerprint contains the name of the
/// class; settings and code are represented by the revision set in the profile.
/// </remarks>
public interface IAsyncCriterion<in T>
{
    /// <summary>Evaluates an opportunity.</summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="context">The moment of the evaluation.</param>
    /// <param name="cancellationToken">Canceled when the caller cancels or the time-out has passed; the answer is not used then.</param>
    /// <returns>The answer; unknown when the service does not know.</returns>
    /// <remarks>An exception, including its own <see cref="System.OperationCanceledException"/>, is an error of the criterion.</remarks>
    ValueTask<Answer> EvaluateAsync(T item, EvaluationContext context, CancellationToken cancellationToken);
}
