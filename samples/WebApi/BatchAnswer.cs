using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification;

namespace WebApi;

/// <summary>The answers for a batch, in the order of the deals.</summary>
internal sealed record BatchAnswer(ProfileName Profile, DateTime AsOf, IReadOnlyList<BatchEntry> Deals);

/// <summary>The decision about one deal of a batch. To learn why, post the deal alone.</summary>
internal sealed record BatchEntry(
    string Account,
    Verdict Verdict,
    double Score,
    double Lowest,
    double Highest,
    IReadOnlyList<string> Unmet,
    IReadOnlyList<string> Unknown)
{
    public static BatchEntry Of(Deal deal, Decision decision, QualificationProfile<Deal> profile) => new(
        deal.Account,
        decision.Verdict,
        decision.Score,
        decision.Lowest,
        decision.Highest,
        [.. profile.CriteriaIn(decision.Unmet).Select(criterion => criterion.Id)],
        [.. profile.CriteriaIn(decision.Unknown).Select(criterion => criterion.Id)]);
}
