using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The conditions that fit an evidence level. The level Unknown is an unknown answer.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class EvidenceVerbs<T> : ValueVerbs<T, EvidenceLevel>
{
    internal EvidenceVerbs(CriterionBuilder<T> builder, Func<T, EvidenceLevel>? selector = null)
        : base(builder, selector)
    {
    }

    /// <summary>Asks for evidence of at least a level.</summary>
    /// <param name="level">Claimed, confirmed or documented.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> AtLeast(EvidenceLevel level)
    {
        if (level is < EvidenceLevel.Claimed or > EvidenceLevel.Documented)
        {
            Draft.Faults.AddLevel(Draft.Id, level);
        }

        return Is(new EvidenceCondition(level));
    }

    /// <summary>Gives points by the level of evidence, instead of all or nothing. They replace a weight: the most is the weight.</summary>
    /// <param name="claimed">The points for claimed evidence, not negative.</param>
    /// <param name="confirmed">The points for confirmed evidence, not fewer.</param>
    /// <param name="documented">
    /// The points for documented evidence, not fewer, and above 0. The default is <see langword="null"/>: those for confirmed evidence.
    /// </param>
    /// <returns>
    /// The builder for what the criterion counts for and how it is shown. It counts as met from confirmed evidence on, if that gives
    /// points, unless <see cref="CriterionBuilder{T}.MetFrom"/> is called.
    /// </returns>
    public CriterionBuilder<T> Points(double claimed, double confirmed, double? documented = null)
    {
        var most = documented ?? confirmed;
        if (!(claimed >= 0 && confirmed >= claimed && most >= confirmed && most > 0) || double.IsInfinity(most))
        {
            Draft.Faults.Add(
                "evidence.points", Draft.Id,
                $"claimed evidence gives {InvariantText.Of(claimed)} points, confirmed {InvariantText.Of(confirmed)}, " +
                $"documented {InvariantText.Of(most)}",
                "they must be finite, not negative, and not fewer for better evidence, and the last one above 0");
        }

        return Is(new EvidencePointsCondition(claimed, confirmed, most)).Giving(most, confirmed > 0 ? confirmed / most : 1);
    }

    internal override void Offer(OperatorList operators)
    {
        var verbs = this;
        operators.Add(Operators.AtLeast, o => verbs.AtLeast(o.Value<EvidenceLevel>()));
        operators.Add(Operators.EvidencePoints, o => verbs.Points(
            o.Number(EvidencePointsCondition.Claimed), o.Number(EvidencePointsCondition.Confirmed),
            o.OptionalNumber(EvidencePointsCondition.Documented)));
    }
}
