using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification;

namespace Worker;

/// <summary>The decision about a deal, as a line of the output.</summary>
internal sealed record Row(
    string Account,
    Verdict Verdict,
    double Score,
    double Lowest,
    double Highest,
    IReadOnlyList<string> Unmet,
    IReadOnlyList<string> Unknown)
{
    public static Row Of(Deal deal, Decision decision, AsyncProfile<Deal> profile) => new(
        deal.Account,
        decision.Verdict,
        decision.Score,
        decision.Lowest,
        decision.Highest,
        [.. profile.CriteriaIn(decision.Unmet).Select(criterion => criterion.Id)],
        [.. profile.CriteriaIn(decision.Unknown).Select(criterion => criterion.Id)]);
}
