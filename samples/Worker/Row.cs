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
    // The profile is that of the decision: a reload while the stream runs would change that of the qualifier.
    public static Row Of(DecidedItem<Deal> decided) => new(
        decided.Item.Account,
        decided.Decision.Verdict,
        decided.Decision.Score,
        decided.Decision.Lowest,
        decided.Decision.Highest,
        [.. decided.Profile.CriteriaIn(decided.Decision.Unmet).Select(criterion => criterion.Id)],
        [.. decided.Profile.CriteriaIn(decided.Decision.Unknown).Select(criterion => criterion.Id)]);
}
