using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Sets what the types of activities give: each line is a criterion of the group. Types are compared ordinally, ignoring
/// case.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>After the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public sealed class ActivitiesBuilder<T>
{
    private const string Other = "other";

    private readonly GroupBuilder<T> _group;
    private readonly string _id;
    private readonly ActivityReader<T> _source;
    private readonly List<string> _named = [];
    private readonly List<ActivityRule> _others = [];

    internal ActivitiesBuilder(GroupBuilder<T> group, string id, ActivityReader<T> source)
    {
        _group = group;
        _id = id;
        _source = source;
    }

    /// <summary>
    /// Gives points for each activity of a type. The criterion has the id of the group, a dot, and the type; the type "other", and one that
    /// contains "+", a line break or the like, is in quotes there, with escapes.
    /// </summary>
    /// <param name="type">The type, such as "webinar".</param>
    /// <param name="points">
    /// The points, finite and not 0. Positive ones need a <see cref="ActivityBuilder{T}.Cap"/>, negative ones a
    /// <see cref="ActivityBuilder{T}.Floor"/>, unless that of the group limits them.
    /// </param>
    /// <returns>The builder for the limits of the line, what else it counts for, and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is <see langword="null"/>.</exception>
    public ActivityBuilder<T> On(string type, double points) => On([Guard.NotNull(type)], points);

    /// <summary>Gives points for each activity of several types. In the id of the criterion, "+" separates the types.</summary>
    /// <param name="types">The types.</param>
    /// <param name="points">The points; see <see cref="On(string, double)"/>.</param>
    /// <returns>The builder for the limits of the line, what else it counts for, and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="types"/> is <see langword="null"/>.</exception>
    public ActivityBuilder<T> On(string[] types, double points)
    {
        var names = (string[])Guard.NotNull(types).Clone();
        _named.AddRange(names);
        return Verbs(string.Join("+", Array.ConvertAll(names, InId))).Points(names, isOther: false, points);
    }

    /// <summary>
    /// Gives points for each activity whose type no other line of points names, or that has no type. The criterion has the id of the
    /// group and ".other".
    /// </summary>
    /// <param name="points">The points; see <see cref="On(string, double)"/>.</param>
    /// <returns>The builder for the limits of the line, what else it counts for, and how it is shown.</returns>
    public ActivityBuilder<T> OnOther(double points)
    {
        var line = Verbs(Other).Points([], isOther: true, points);
        _others.Add(line.Rule);
        return line;
    }

    /// <summary>Asks for an activity at most a number of calendar days ago; today is the day of <c>asOf</c>.</summary>
    /// <param name="id">The id of the criterion, unique in the profile.</param>
    /// <param name="days">From 0 to 36,525, a hundred years.</param>
    /// <param name="types">The types that count; any activity counts if there are none.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="types"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> WithinLast(string id, int days, params string[] types) => Within(id, days, types, isWanted: true);

    /// <summary>Asks that there is no activity in a number of calendar days up to <c>asOf</c>.</summary>
    /// <inheritdoc cref="WithinLast"/>
    public CriterionBuilder<T> NotWithinLast(string id, int days, params string[] types) => Within(id, days, types, isWanted: false);

    /// <summary>Only now are the types of all lines known.</summary>
    internal void Close()
    {
        foreach (var rule in _others) rule.Names = [.. _named];
    }

    /// <summary>A type as it is in an id: in quotes if it could be taken for another line, or is not valid in an id as it is.</summary>
    private static string InId(string name)
    {
        if (string.IsNullOrEmpty(name)) return "";
        var isPlain = !string.Equals(name, Other, StringComparison.OrdinalIgnoreCase)
            && name[0] != '"' && name.IndexOf('+') < 0 && Excerpt.OneLine(name) == name;
        return isPlain ? name : $"\"{Excerpt.OneLine(name.Replace("\\", "\\\\").Replace("\"", "\\\""))}\"";
    }

    private CriterionBuilder<T> Within(string id, int days, string[] types, bool isWanted) =>
        ActivityVerbs<T>.On(_group, id, _source)
            .Within((string[])Guard.NotNull(types).Clone(), isOther: types.Length == 0, days, isWanted);

    private ActivityVerbs<T> Verbs(string name) => ActivityVerbs<T>.On(_group, $"{_id}.{name}", _source);
}
