using System;

namespace Sqo.Qualification;

/// <summary>The conditions that fit a Boolean.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class FlagVerbs<T> : ValueVerbs<T, bool>
{
    internal FlagVerbs(CriterionBuilder<T> builder, Func<T, bool>? selector = null)
        : base(builder, selector)
    {
    }

    /// <summary>Asks that it is true.</summary>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> IsTrue() => Is(new FlagCondition(wanted: true));

    /// <summary>Asks that it is false.</summary>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> IsFalse() => Is(new FlagCondition(wanted: false));

    internal override void Offer(OperatorList operators)
    {
        var verbs = this;
        operators.Add(Operators.IsTrue, _ => verbs.IsTrue());
        operators.Add(Operators.IsFalse, _ => verbs.IsFalse());
        // What a criterion of a framework that reads a Boolean is as data.
        operators.Add(Operators.AtLeast, o => verbs.Evidence(o.Value<EvidenceLevel>()));
    }

    private CriterionBuilder<T> Evidence(EvidenceLevel least)
    {
        if (least < EvidenceLevel.Claimed) Draft.Faults.AddLevel(Draft.Id, least);
        Draft.Faults.CheckFlag(Draft.Id, least);
        return Is(new FlagEvidenceCondition(least));
    }
}
