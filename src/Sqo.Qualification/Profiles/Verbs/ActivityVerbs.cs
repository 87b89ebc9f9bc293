using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What can be asked of activities, in code and in data.</summary>
internal sealed class ActivityVerbs<T> : IOperators
{
    private const int MostDays = 36_525;

    private readonly CriterionDraft _draft;
    private readonly ActivityReader<T> _source;

    private ActivityVerbs(CriterionDraft draft, ActivityReader<T> source)
    {
        _draft = draft;
        _source = source;
    }

    public CriterionDraft Draft => _draft;

    public static ActivityVerbs<T> On(CriteriaBuilder<T> builder, string id, ActivityReader<T> source) =>
        new(builder.Selecting(id, source.Selector, null).Draft, source);

    /// <summary>Gives points for each activity. What sets the limit of the points is not known before the group is complete.</summary>
    public ActivityBuilder<T> Points(string[] names, bool isOther, double points)
    {
        _draft.Faults.CheckFinite("activity.points", _draft.Id, "the number of points", points);
        if (points == 0) _draft.Faults.Add("activity.points", _draft.Id, "an activity gives 0 points", "it must give or take some");
        var rule = new ActivityRule { Names = Checked(names, isOther), IsOther = isOther, PointsEach = points };
        var builder = new ActivityBuilder<T>(Complete(rule), rule, _source.HasValues);
        // Nobody can undo what has happened.
        _draft.Settings.IsFixed = points < 0;
        _draft.Settings.HasWeight = true;
        _draft.Settings.GivesPoints = true;
        _draft.Settings.Weight = points;
        return builder;
    }

    /// <summary>Asks for an activity within a number of days, or for none.</summary>
    public CriterionBuilder<T> Within(string[] names, bool isOther, int days, bool isWanted)
    {
        if (days is < 0 or > MostDays)
        {
            _draft.Faults.Add(
                "days.range", _draft.Id, $"the number of days is {days}", $"it must lie from 0 to {InvariantText.Of(MostDays)}");
        }

        var rule = new ActivityRule { Names = Checked(names, isOther), IsOther = isOther, DaysBack = days, IsWanted = isWanted };
        Complete(rule);
        return new CriterionBuilder<T>(_draft);
    }

    public void Offer(OperatorList operators)
    {
        operators.Add(Operators.Activity, o =>
        {
            var line = Points(NamesOf(o, out var isOther), isOther, o.Number(ActivityRule.Points));
            if (o.OptionalNumber(ActivityRule.HalfLife) is { } days) line.HalfLife(days);
            if (o.OptionalNumber(ActivityRule.Cap) is { } cap) line.Cap(cap);
            if (o.OptionalNumber(ActivityRule.Floor) is { } floor) line.Floor(floor);
            if (o.OptionalNumber(ActivityRule.CapPerMonth) is { } month) line.CapPerMonth(month);
            if (o.OptionalNumber(ActivityRule.CapPerWeek) is { } week) line.CapPerWeek(week);
            return o.OptionalFlag(ActivityRule.TimesValue) ? line.TimesValue() : line;
        });
        operators.Add(Operators.ActivityWithinLast, o => Within(o, isWanted: true));
        operators.Add(Operators.NoActivityWithinLast, o => Within(o, isWanted: false));
    }

    private CriterionBuilder<T> Within(Operand operand, bool isWanted) =>
        Within(NamesOf(operand, out var isOther), isOther, (int)operand.Number(ActivityRule.Days), isWanted);

    private string[] NamesOf(Operand operand, out bool isOther)
    {
        var names = operand.OptionalTexts(ActivityRule.Types);
        var others = operand.OptionalTexts(ActivityRule.Except);
        isOther = names is null;
        if (names is not null && others is not null)
        {
            _draft.Faults.Add("activity.types", _draft.Id, "it has types and exceptions", "one of the two says what counts");
        }

        return names ?? others ?? [];
    }

    private CriterionDraft Complete(ActivityRule rule)
    {
        _draft.Complete(new ActivityCriterion<T>(_source, new ActivityCondition(rule, rule.PointsEach)), this);
        return _draft;
    }

    private string[] Checked(string[] names, bool isOther)
    {
        if (names.Length == 0 && !isOther)
        {
            _draft.Faults.Add("activity.types", _draft.Id, "it names no type of activity", "it must name at least one");
        }

        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                _draft.Faults.Add("activity.types", _draft.Id, "a type of activity is blank", "it must have a visible character");
            }
            else if (!known.Add(name))
            {
                _draft.Faults.Add(
                    "activity.types", _draft.Id, $"it names \"{Excerpt.Of(name)}\" twice", "types must differ in more than case");
            }
        }

        return Array.ConvertAll(names, name => name ?? "");
    }
}
