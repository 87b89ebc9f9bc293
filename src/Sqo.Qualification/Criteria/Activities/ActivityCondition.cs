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
internal sealed class ActivityCondition(ActivityRule rule, double limit) : ValueCondition<double>, IOperatorSource, IPointsCondition
{
    public ActivityRule Rule => rule;

    public double Limit => limit;

    public bool GivesPoints => rule.GivesPoints;

    public override Requirement Requirement
    {
        get
        {
            object types = rule.IsOther
                ? rule.Names.Length == 0 ? new Requirement(MessageIds.RequireAnyActivity)
                    : new Requirement(MessageIds.RequireOtherActivity, [rule.Names])
                : rule.Names;
            return rule.GivesPoints
                ? new Requirement(MessageIds.RequireActivity, types, rule.PointsEach, Terms())
                : new Requirement(
                    rule.IsWanted ? MessageIds.RequireActivityWithin : MessageIds.RequireNoActivityWithin, types, rule.DaysBack);
        }
    }

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
