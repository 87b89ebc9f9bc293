using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The points of activities as a share of their limit; or whether their number, within a number of days, is above 0. The value is what
/// <see cref="ActivityReader{T}"/> reads: the points or the number.
/// </summary>
/// <param name="rule">What counts.</param>
/// <param name="limit">The most points, or the fewest of negative ones: the weight of the criterion. Not used for a number.</param>
internal sealed class ActivityCondition(ActivityRule rule, double limit) : ValueCondition<double>, IOperatorSource
{
    // A difference of sums that is a whole number of activities can be off in its last place.
    private const double Rounding = 1e-9;

    public ActivityRule Rule => rule;

    public double Limit => limit;

    public override Requirement Requirement
    {
        get
        {
            return rule.GivesPoints
                ? new Requirement(MessageIds.RequireActivity, Types, rule.PointsEach, Terms())
                : new Requirement(
                    rule.IsWanted ? MessageIds.RequireActivityWithin : MessageIds.RequireNoActivityWithin, Types, rule.DaysBack);
        }
    }

    private object Types => !rule.IsOther ? rule.Names
        : rule.Names.Length == 0 ? new Requirement(MessageIds.RequireAnyActivity)
        : new Requirement(MessageIds.RequireOtherActivity, [rule.Names]);

    public override bool IsGraded => rule.GivesPoints;

    protected internal override Answer Evaluate(double value, in EvaluationContext context)
    {
        if (!rule.GivesPoints) return Answer.From(value > 0 == rule.IsWanted);
        var share = value / limit;
        return new Answer(share > 0 ? Math.Min(share, 1) : 0);
    }

    protected internal override RemedyTarget? TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context)
    {
        if (!rule.GivesPoints) return null;
        var goesUp = isLeast == limit > 0;
        if (GenericNumber.Beyond<double>(answer * limit, goesUp, rounds) is not { } points) return null;
        return new RemedyTarget(
            new Requirement(goesUp ? MessageIds.RequireAtLeast : MessageIds.RequireAtMost, points), Evaluate(points, in context));
    }

    /// <summary>What must be done for a step of a remedy; <see langword="null"/> if nothing can be.</summary>
    /// <param name="target">What the points must be, if it says so.</param>
    /// <param name="actual">What they are; <see langword="null"/> if not known.</param>
    /// <param name="isMet">Whether the criterion is to become met; if not, unmet.</param>
    public Requirement? ToDo(Requirement? target, double? actual, bool isMet)
    {
        if (!rule.GivesPoints) return rule.IsWanted == isMet ? new(MessageIds.RequireMoreActivities, Types, 1) : null;
        if (rule.PointsEach < 0 || target?.MessageId != MessageIds.RequireAtLeast || target.Arguments[0] is not double points) return null;
        // How many fit into a period depends on when they are.
        if (actual is not { } given || rule.PeriodCap is not null) return new(MessageIds.RequireActivityPoints, Types, points);
        var more = (points - given) / rule.PointsEach;
        return rule.IsTimesValue
            ? new(MessageIds.RequireMoreActivityValue, Types, Math.Ceiling(more * 100) / 100)
            : new(MessageIds.RequireMoreActivities, Types, Math.Ceiling(more - Rounding));
    }

    internal override bool AsksSameAs(ValueCondition<double> other) =>
        base.AsksSameAs(other) && limit.Equals(((ActivityCondition)other).Limit);

    public OperatorData ToData() => new(
        rule.GivesPoints ? Operators.Activity : rule.IsWanted ? Operators.ActivityWithinLast : Operators.NoActivityWithinLast,
        rule.ToData());

    private object[] Terms()
    {
        var terms = new List<object>();
        if (rule.IsTimesValue) terms.Add(new Requirement(MessageIds.RequireTimesValue));
        if (rule.HalfLifeDays is { } days) terms.Add(new Requirement(MessageIds.RequireHalvedAfter, days));
        if (rule.PeriodCap is { } cap)
        {
            terms.Add(new Requirement(rule.IsByWeek ? MessageIds.RequirePerWeek : MessageIds.RequirePerMonth, Bounded(cap)));
        }

        terms.Add(rule.Bound is { } bound
            ? new Requirement(MessageIds.RequireInAll, Bounded(Math.Abs(bound)))
            : new Requirement(MessageIds.RequireGroupLimit));
        return [.. terms];
    }

    private Requirement Bounded(double size) =>
        rule.PointsEach < 0 ? new(MessageIds.RequireAtLeast, -size) : new(MessageIds.RequireAtMost, size);
}
