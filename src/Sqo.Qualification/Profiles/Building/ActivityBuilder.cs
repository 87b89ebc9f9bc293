using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Sets the limits of the points of activities, and then, as for any criterion, what else it counts for and how it is shown. It counts
/// as met from a hundredth of a point on, unless <see cref="CriterionBuilder{T}.MetFrom"/> sets another share of its cap or floor. One of
/// negative points is <see cref="CriterionBuilder{T}.Fixed"/>: what has happened can't be undone.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <inheritdoc cref="CriterionBuilder{T}"/>
public sealed class ActivityBuilder<T> : CriterionBuilder<T>
{
    private readonly ActivityRule _rule;
    private readonly bool _hasValues;

    internal ActivityBuilder(CriterionDraft draft, ActivityRule rule, bool hasValues)
        : base(draft)
    {
        _rule = rule;
        _hasValues = hasValues;
    }

    internal ActivityRule Rule
    {
        get
        {
            Draft.Faults.ThrowIfClosed();
            return _rule;
        }
    }

    /// <summary>Makes the points of each activity decay with its age: points x 2^(-age / half-life).</summary>
    /// <param name="days">The half-life in days, above 0.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is no decay.</value>
    public ActivityBuilder<T> HalfLife(double days)
    {
        Rule.HalfLifeDays = days;
        Sqo.Qualification.HalfLife.Check(Draft.Faults, Draft.Id, days);
        return this;
    }

    /// <summary>Sets the most points that the activities give in all.</summary>
    /// <param name="points">A finite number above 0, for positive points.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is no cap; the cap of the group must then limit the points.</value>
    public ActivityBuilder<T> Cap(double points) => Bound(points, isCap: true);

    /// <summary>Sets the fewest points that the activities give in all.</summary>
    /// <param name="points">A finite number below 0, for negative points.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is no floor; the floor of the group must then limit the points.</value>
    public ActivityBuilder<T> Floor(double points) => Bound(points, isCap: false);

    /// <summary>
    /// Sets the most points that the activities of a calendar month give or, if they are negative, take, before they decay. In a month
    /// with more, each activity counts for the same share of its points.
    /// </summary>
    /// <param name="points">
    /// A finite number above 0, also for negative points. With a half-life, <see cref="Cap"/> or <see cref="Floor"/> must be within reach.
    /// </param>
    /// <returns>This builder.</returns>
    /// <value>The default is no such cap; there can be one per month or one per week.</value>
    /// <remarks>The month is that of the time as it was read: no time zone is applied.</remarks>
    public ActivityBuilder<T> CapPerMonth(double points) => PerPeriod(points, isByWeek: false);

    /// <summary>
    /// Sets the most points that the activities of a calendar week, from Monday on, give or, if they are negative, take, before they
    /// decay. In a week with more, each activity counts for the same share of its points.
    /// </summary>
    /// <inheritdoc cref="CapPerMonth"/>
    /// <remarks>The week is that of the time as it was read: no time zone is applied.</remarks>
    public ActivityBuilder<T> CapPerWeek(double points) => PerPeriod(points, isByWeek: true);

    /// <summary>
    /// Multiplies the points of each activity by its value, which a selector must read. If the value of an activity that counts is
    /// missing or NaN, the answer is unknown, unless no value could change it; a value that is negative or infinite is an error.
    /// </summary>
    /// <returns>This builder.</returns>
    /// <value>The default is the same points for each activity.</value>
    public ActivityBuilder<T> TimesValue()
    {
        Rule.IsTimesValue = true;
        if (!_hasValues)
        {
            Draft.Faults.Add(
                "activity.value", Draft.Id, "its points are multiplied by values, and nothing reads the value of an activity",
                "the list must be added with a selector of values");
        }

        return this;
    }

    private ActivityBuilder<T> Bound(double points, bool isCap)
    {
        Rule.Bound = points;
        var isOfOtherSide = isCap ? _rule.PointsEach < 0 : _rule.PointsEach > 0;
        if (!(isCap ? points > 0 : points < 0) || double.IsInfinity(points) || isOfOtherSide)
        {
            var bound = $"{(isCap ? "cap" : "floor")} is {InvariantText.Of(points)}";
            Draft.Faults.Add(
                "activity.bound", Draft.Id,
                $"an activity gives {InvariantText.Count(_rule.PointsEach, "point", "points")}, and the {bound}",
                "positive points have a finite cap above 0, negative points a finite floor below 0");
        }

        return this;
    }

    private ActivityBuilder<T> PerPeriod(double points, bool isByWeek)
    {
        var (before, wasByWeek) = (Rule.PeriodCap, _rule.IsByWeek);
        (_rule.PeriodCap, _rule.IsByWeek) = (points, isByWeek);
        if (!(points > 0) || double.IsInfinity(points))
        {
            Draft.Faults.Add(
                "activity.period", Draft.Id, $"the cap per {(isByWeek ? "week" : "month")} is {InvariantText.Of(points)}",
                "it must be a finite number above 0, also for negative points");
        }
        else if (before is not null && wasByWeek != isByWeek)
        {
            Draft.Faults.Add("activity.period", Draft.Id, "it has a cap per month and one per week", "it can have one of the two");
        }

        return this;
    }
}
