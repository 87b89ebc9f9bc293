using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The conditions and the curve that fit a date or moment. Days are calendar days; dates are read on the clock of <c>asOf</c> as they
/// are, whatever their kind.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class DateVerbs<T> : ValueVerbs<T, DateTime>
{
    private const int MostDays = 36_525;

    internal DateVerbs(CriterionBuilder<T> builder, Func<T, DateTime>? selector = null)
        : base(builder, selector)
    {
    }

    /// <summary>Asks for a date from today on, at most a number of calendar days ahead; today is the day of <c>asOf</c>.</summary>
    /// <param name="days">From 0 to 36,525, a hundred years.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> WithinNext(int days) => Is(new DateWindowCondition(Checked(days), ahead: true));

    /// <summary>Asks for a date at most a number of calendar days ago. A date after <c>asOf</c> has no age yet, so it is unknown.</summary>
    /// <param name="days">From 0 to 36,525, a hundred years.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> WithinLast(int days) => Is(new DateWindowCondition(Checked(days), ahead: false));

    /// <summary>Asks for a moment before another.</summary>
    /// <param name="moment">The other moment, which itself does not meet it.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> Before(DateTime moment) =>
        Is(new IntervalCondition<DateTime>(MessageIds.RequireBefore, default, Bound.None, Checked(moment), Bound.Exclusive));

    /// <summary>Asks for a moment after another.</summary>
    /// <param name="moment">The other moment, which itself does not meet it.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> After(DateTime moment) =>
        Is(new IntervalCondition<DateTime>(MessageIds.RequireAfter, Checked(moment), Bound.Exclusive, default, Bound.None));

    /// <summary>
    /// Gives how recent it is: 2^(-age / half-life), from 1 at <c>asOf</c> downward. A date after <c>asOf</c> is unknown.
    /// </summary>
    /// <param name="days">The half-life in days, above 0.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <example><code>
    /// p.Criterion("recency", d => d.LastActivity).HalfLife(days: 14).Weight(30); // 15 points after two weeks
    /// </code></example>
    public CriterionBuilder<T> HalfLife(double days)
    {
        Sqo.Qualification.HalfLife.Check(Draft.Faults, Draft.Id, days);
        return Is(new HalfLifeCondition(days));
    }

    internal override void Offer(OperatorList operators)
    {
        var verbs = this;
        operators.Add(Operators.WithinNext, o => verbs.WithinNext(o.Whole()));
        operators.Add(Operators.WithinLast, o => verbs.WithinLast(o.Whole()));
        operators.Add(Operators.Before, o => verbs.Before(o.Value<DateTime>()));
        operators.Add(Operators.After, o => verbs.After(o.Value<DateTime>()));
        operators.Add(Operators.HalfLife, o => verbs.HalfLife(o.Number()));
    }

    private int Checked(int days)
    {
        if ((uint)days > MostDays) AddOutOfRange(days);
        return days;
    }

    private void AddOutOfRange(int days) =>
        Draft.Faults.Add("days.range", Draft.Id, $"the number of days is {days}", $"it must lie from 0 to {InvariantText.Of(MostDays)}");

    private DateTime Checked(DateTime moment)
    {
        if (moment.Kind == DateTimeKind.Local)
        {
            Draft.Faults.Add(
                "moment.local", Draft.Id, $"the moment {InvariantText.Of(moment)} is of kind Local",
                "it must not depend on the time zone of the machine; give it in UTC or with an unspecified kind");
        }

        return moment;
    }
}
