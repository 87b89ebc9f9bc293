using System.Threading;
using System.Threading.Tasks;
using Sqo.Qualification;

namespace Worker;

/// <summary>Whether a company's rating is good enough. Without a number to ask by it is unknown, and so it is when the register does not know.</summary>
internal sealed class CreditCriterion(CreditRegister register, int lowestRating) : IAsyncCriterion<Deal>
{
    public async ValueTask<Answer> EvaluateAsync(Deal item, EvaluationContext context, CancellationToken cancellationToken)
    {
        if (item.Organization is not { Length: > 0 } organization) return Answer.Unknown;
        return await register.RatingOfAsync(organization, cancellationToken) is { } rating ? Answer.From(rating >= lowestRating) : Answer.Unknown;
    }
}
