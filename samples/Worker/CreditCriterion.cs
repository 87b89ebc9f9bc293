using System.Threading;
using System.Threading.Tasks;
using Sqo.Qualification;

namespace Worker;

/// <summary>Whether a company's rating is good enough. Unknown without a number, or if the register does not know the company.</summary>
internal sealed class CreditCriterion(CreditRegister register, int lowestRating) : IAsyncCriterion<Deal>
{
    public async ValueTask<Answer> EvaluateAsync(Deal item, EvaluationContext context, CancellationToken cancellationToken)
    {
        if (item.Organization is not { Length: > 0 } organization) return Answer.Unknown;
        return await register.RatingOfAsync(organization, cancellationToken) is { } rating
            ? Answer.From(rating >= lowestRating)
            : Answer.Unknown;
    }
}
