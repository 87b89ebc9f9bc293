using System;

namespace Sqo.Qualification;

/// <summary>The conditions that fit an evidence level. The level Unknown is an unknown answer.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class EvidenceVerbs<T> : ValueVerbs<T, EvidenceLevel>
{
    internal EvidenceVerbs(CriterionDraft draft, Func<ValueCondition<EvidenceLevel>, Criterion<T>>? judging = null)
        : base(draft, judging)
    {
    }

    /// <summary>Asks for evidence of at least a level.</summary>
    /// <param name="level">Claimed, confirmed or documented.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> AtLeast(EvidenceLevel level)
    {
        if (level is < EvidenceLevel.Claimed or > EvidenceLevel.Documented)
        {
            Faults.Add("evidence.level", Id, $"the level is {level}", "it must be Claimed, Confirmed or Documented");
        }

        return Is(new EvidenceCondition(level));
    }

    internal override void Offer(OperatorList operators) => operators.Add(Operators.AtLeast, o => AtLeast(o.Value<EvidenceLevel>()));
}
