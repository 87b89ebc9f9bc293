using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>Counts what a profile says of leads.</summary>
internal sealed class AlignmentCount
{
    private readonly Dictionary<string, CriterionMiss> _missed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CriterionMiss> _disqualifiedBy = new(StringComparer.Ordinal);

    public int Judged { get; private set; }

    public int JudgedMqls { get; private set; }

    public int DisqualifiedMqls { get; private set; }

    public int JudgedRejections { get; private set; }

    public int QualifiedRejections { get; private set; }

    public CriterionMiss[] Missed => Sorted(_missed);

    public CriterionMiss[] DisqualifiedBy => Sorted(_disqualifiedBy);

    public void Add(FunnelUnit unit, QualificationResult result)
    {
        Judged++;
        foreach (var criterion in Wanted(result)) Of(_missed, criterion).Add(criterion.State);
        if (unit.HasReached(ConversionEvent.MarketingQualified))
        {
            JudgedMqls++;
            if (IsDisqualified(result))
            {
                DisqualifiedMqls++;
                foreach (var criterion in Reasons(result)) Of(_disqualifiedBy, criterion).Add(AnswerState.Unmet);
            }
        }

        if (!unit.IsRejected) return;
        JudgedRejections++;
        if (result.IsQualified) QualifiedRejections++;
    }

    public static bool IsDisqualified(QualificationResult result) => result.Verdict is Verdict.Disqualified or Verdict.NearMiss;

    /// <summary>The required criteria that are missed; if there are none, all that are.</summary>
    public static IReadOnlyList<CriterionResult> Reasons(QualificationResult result)
    {
        CriterionResult[] missed = [.. Wanted(result).Where(criterion => criterion.State == AnswerState.Unmet)];
        var gates = Array.FindAll(missed, criterion => criterion.Criterion.IsRequired);
        return gates.Length > 0 ? gates : missed;
    }

    // Parts count in their whole; a penalty is not missed if it does not apply.
    private static IEnumerable<CriterionResult> Wanted(QualificationResult result) => result.Criteria.Where(criterion =>
        criterion.Criterion.Parent is null && criterion.IsInForce != false
        && (criterion.Criterion.IsRequired || criterion.Criterion.Weight >= 0));

    private static CriterionMiss Of(Dictionary<string, CriterionMiss> misses, CriterionResult result)
    {
        if (!misses.TryGetValue(result.Id, out var miss)) misses.Add(result.Id, miss = new(result.Criterion));
        return miss;
    }

    private static CriterionMiss[] Sorted(Dictionary<string, CriterionMiss> misses) =>
    [
        .. misses.Values.Where(miss => miss.Unmet > 0).OrderByDescending(miss => miss.Unmet)
            .ThenBy(miss => miss.Criterion.Id, StringComparer.Ordinal),
    ];
}
