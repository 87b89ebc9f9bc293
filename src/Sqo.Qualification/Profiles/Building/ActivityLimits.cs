using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Sets the limits of the points of activities, which are the weights of their criteria: the cap or floor of each line, or, without
/// one, a limit beyond which the bound of the group leaves nothing of the points, so that the line has as good as none.
/// </summary>
internal static class ActivityLimits
{
    // The smallest difference of points that is shown.
    private const double LeastShown = 0.01;

    /// <summary>Sets the limits of the criteria of a group, or of a profile, and of the groups in it.</summary>
    public static void Set(List<NodeDraft> nodes, GroupDraft? group, FaultList faults)
    {
        if (nodes.Exists(node => RuleOf(node) is not null)) SetAll(nodes, group, faults);
        foreach (var node in nodes) Set(node.Children, node as GroupDraft, faults);
    }

    private static ActivityRule? RuleOf(NodeDraft node) =>
        node is CriterionDraft { Settings.Facts: IActivityCriterion { Rule: { GivesPoints: true } rule } } ? rule : null;

    private static void SetAll(List<NodeDraft> nodes, GroupDraft? group, FaultList faults)
    {
        double least = 0, most = 0;
        foreach (var node in nodes)
        {
            var reach = ReachOf(node);
            least += reach.Least;
            most += reach.Most;
        }

        var before = new List<CriterionDraft>();
        foreach (var node in nodes)
        {
            if (RuleOf(node) is not { } rule || !(Math.Abs(rule.PointsEach) > 0) || double.IsInfinity(rule.PointsEach)) continue;
            var draft = (CriterionDraft)node;
            faults.Place = draft.Place;
            var limit = rule.Bound ?? (rule.PointsEach > 0 ? group?.Maximum - least : group?.Minimum - most) ?? double.NaN;
            if (rule.Bound is null && !(limit * rule.PointsEach > 0 && !double.IsInfinity(limit))) AddUnlimited(draft, rule, faults);
            else if (rule.Reach < Math.Abs(limit)) AddUnreachable(draft, rule, limit, faults);
            var source = draft.Settings.Selector;
            foreach (var twice in before.Where(line => Equals(line.Settings.Selector, source)).Select(line => Shared(RuleOf(line)!, rule)))
            {
                if (twice is not null) faults.Add(
                    "activity.twice", draft.Id, $"another line of the group gives points for {twice} too",
                    "each type of activity must have one line");
            }

            before.Add(draft);
            var settings = draft.Settings;
            settings.Facts = ((IActivityCriterion)settings.Facts!).WithLimit(limit);
            settings.Weight = limit;
            if (!settings.HasMetFrom) settings.MetFrom = Math.Min(1, LeastShown / Math.Abs(limit));
            faults.Place = null;
        }
    }

    /// <summary>A type that both lines count, as it is said; <see langword="null"/> if there is none.</summary>
    private static string? Shared(ActivityRule first, ActivityRule second)
    {
        // Types that are not named anywhere are counted by every line of other types.
        if (first.IsOther && second.IsOther) return "types without a line of their own";
        var (named, line) = second.IsOther ? (first, second) : (second, first);
        return Array.Find(named.Names, line.Takes) is { } name ? $"\"{Excerpt.Of(name)}\"" : null;
    }

    /// <summary>The fewest and the most points that a node can give.</summary>
    private static (double Least, double Most) ReachOf(NodeDraft node)
    {
        if (node is GroupDraft group)
        {
            double least = 0, most = 0;
            foreach (var child in group.Children)
            {
                var reach = ReachOf(child);
                least += reach.Least;
                most += reach.Most;
            }

            return (Clamped(least), Clamped(most));

            double Clamped(double points) => Math.Min(
                Math.Max(points, group.Minimum ?? double.NegativeInfinity), group.Maximum ?? double.PositiveInfinity);
        }

        var settings = ((CriterionDraft)node).Settings;
        if (RuleOf(node) is { } rule)
        {
            return rule.PointsEach > 0 ? (0, rule.Bound ?? double.PositiveInfinity) : (rule.Bound ?? double.NegativeInfinity, 0);
        }

        var (start, end) = (settings.PointsAtZero, settings.PointsAtZero + settings.Weight);
        return (Math.Min(0, Math.Min(start, end)), Math.Max(0, Math.Max(start, end)));
    }

    private static void AddUnlimited(CriterionDraft draft, ActivityRule rule, FaultList faults)
    {
        var (own, others) = rule.PointsEach > 0 ? ("cap", "negative") : ("floor", "positive");
        faults.Add(
            "activity.unlimited", draft.Id,
            $"an activity gives {Points(rule.PointsEach)}, and nothing limits how many there are",
            $"it must have a {own}, or its group must have one, with limits for all of its {others} points");
    }

    private static void AddUnreachable(CriterionDraft draft, ActivityRule rule, double limit, FaultList faults)
    {
        var name = limit > 0 ? "cap" : "floor";
        var given = $"{Points(rule.PeriodCap!.Value)} a {(rule.IsByWeek ? "week" : "month")}";
        var most = InvariantText.Of(Math.Floor(rule.Reach / LeastShown) / Math.Round(1 / LeastShown));
        faults.Add(
            "activity.unreachable", draft.Id,
            (rule.Bound is null ? $"it has no {name}, and its group leaves {Points(limit)} to it"
                : $"its {name} is {InvariantText.Of(limit)}") +
            $", but {given} with a half-life of {InvariantText.Count(rule.HalfLifeDays!.Value, "day", "days")} give {most} at most",
            $"it must have a {name} within reach, which is {(limit > 0 ? $"at most {most}" : $"at least -{most}")}");
    }

    private static string Points(double points) => InvariantText.Count(points, "point", "points");
}
