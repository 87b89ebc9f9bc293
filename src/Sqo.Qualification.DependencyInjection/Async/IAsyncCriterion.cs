using System.Threading;
using System.Threading.Tasks;

namespace Sqo.Qualification;

/// <summary>
/// Something asked of an opportunity whose answer has to be waited for: a credit register, an enrichment service. It leads to an
/// <see cref="IAsyncQualifier{T}"/>; no synchronous profile takes it.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>
/// A criterion belongs to profiles that many threads use at once: what it holds must be safe for that, its services too. The fingerprint
/// has the name of the class; settings and code stand behind the revision that the profile states.
/// </remarks>
public interface IAsyncCriterion<in T>
{
    /// <summary>Judges an opportunity.</summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="context">The moment it is judged at.</param>
    /// <param name="cancellationToken">Cancelled when the caller gives up or the time-out has passed; the answer is of no use then.</param>
    /// <returns>The answer; unknown when the service does not know.</returns>
    /// <remarks>An exception, an <see cref="System.OperationCanceledException"/> of its own included, is an error of the criterion.</remarks>
    ValueTask<Answer> EvaluateAsync(T item, EvaluationContext context, CancellationToken cancellationToken);
}
