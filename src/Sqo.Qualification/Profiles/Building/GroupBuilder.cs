using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Adds the criteria of a group, whose points are added up and kept within bounds; it can contain groups itself.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public class GroupBuilder<T> : CriteriaBuilder<T>
{
    internal GroupBuilder(List<NodeDraft> nodes, FaultList faults, int depth = 0)
        : base(nodes, faults, depth)
    {
    }

    /// <summary>Adds a group of criteria.</summary>
    /// <param name="id">The id, unique in the profile.</param>
    /// <param name="criteria">Adds its criteria.</param>
    /// <returns>The builder for the bounds of the group, and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criteria"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    /// <example><code>
    /// p.Group("interest", g =>
    /// {
    ///     g.Criterion("activity", d => d.EngagementScore).Linear(from: 0, to: 100).Weight(30);
    ///     g.Criterion("demo", d => d.DemoRequested).IsTrue().Weight(20);
    /// }).Cap(40);
    /// </code></example>
    public GroupBoundsBuilder<T> Group(string id, Action<GroupBuilder<T>> criteria)
    {
        Guard.NotNull(criteria);
        var draft = new GroupDraft(id ?? "", Faults);
        Add(draft);
        if (TakesInner) criteria(new GroupBuilder<T>(draft.Children, Faults, Depth + 1));
        return new(draft);
    }

    /// <summary>
    /// Scores activities, such as visits and downloads, by their types: a group with one criterion per type, each with points, a
    /// half-life, and a cap in all and per calendar month or week. Activities after <c>asOf</c> don't count. A missing list is unknown;
    /// an empty one is known.
    /// </summary>
    /// <param name="id">The id of the group, unique in the profile.</param>
    /// <param name="reader">A field of a map, <see cref="FieldMap{T}.Activities"/>: such a profile can be exported as data.</param>
    /// <param name="lines">Sets what the types give.</param>
    /// <returns>The builder for the bounds of the group, and how it is shown.</returns>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public GroupBoundsBuilder<T> Activities(string id, ActivityReader<T> reader, Action<ActivitiesBuilder<T>> lines)
    {
        Guard.NotNull(reader);
        Guard.NotNull(lines);
        return Group(id, group =>
        {
            var builder = new ActivitiesBuilder<T>(group, id ?? "", reader);
            lines(builder);
            builder.Close();
        });
    }

    /// <inheritdoc cref="Activities(string, ActivityReader{T}, Action{ActivitiesBuilder{T}})"/>
    /// <param name="id">The id of the group, unique in the profile.</param>
    /// <param name="activities">Reads the list from the opportunity, in any order.</param>
    /// <param name="lines">Sets what the types give.</param>
    public GroupBoundsBuilder<T> Activities(
        string id, Func<T, IEnumerable<CustomerActivity>?> activities, Action<ActivitiesBuilder<T>> lines) =>
        Activities(id, activities, entry => entry.Type, entry => entry.At, entry => entry.Value, lines);

    /// <inheritdoc cref="Activities(string, ActivityReader{T}, Action{ActivitiesBuilder{T}})"/>
    /// <typeparam name="TEvent">The type of the entries of the list.</typeparam>
    /// <param name="id">The id of the group, unique in the profile.</param>
    /// <param name="events">
    /// Reads the list from the opportunity, in any order. A list or an array is read in place; any other sequence is copied each time.
    /// A <see langword="null"/> entry doesn't count.
    /// </param>
    /// <param name="type">Reads the type of an entry. One without a type counts only if all types count.</param>
    /// <param name="time">
    /// Reads the time of an entry, on the clock of <c>asOf</c>. If the time of an entry that would count is missing, the answer is
    /// unknown.
    /// </param>
    /// <param name="lines">Sets what the types give.</param>
    public GroupBoundsBuilder<T> Activities<TEvent>(
        string id,
        Func<T, IEnumerable<TEvent>?> events,
        Func<TEvent, string?> type,
        Func<TEvent, DateTime?> time,
        Action<ActivitiesBuilder<T>> lines) =>
        Activities(id, new ActivityReader<T, TEvent>(events, type, time, null), lines);

    /// <inheritdoc cref="Activities(string, ActivityReader{T}, Action{ActivitiesBuilder{T}})"/>
    /// <typeparam name="TEvent">The type of the entries of the list.</typeparam>
    /// <param name="id">The id of the group, unique in the profile.</param>
    /// <param name="events">
    /// Reads the list from the opportunity, in any order. A list or an array is read in place; any other sequence is copied each time.
    /// A <see langword="null"/> entry doesn't count.
    /// </param>
    /// <param name="type">Reads the type of an entry. One without a type counts only if all types count.</param>
    /// <param name="time">
    /// Reads the time of an entry, on the clock of <c>asOf</c>. If the time of an entry that would count is missing, the answer is
    /// unknown.
    /// </param>
    /// <param name="value">Reads the value of an entry, for <see cref="ActivityBuilder{T}.TimesValue"/>.</param>
    /// <param name="lines">Sets what the types give.</param>
    public GroupBoundsBuilder<T> Activities<TEvent>(
        string id,
        Func<T, IEnumerable<TEvent>?> events,
        Func<TEvent, string?> type,
        Func<TEvent, DateTime?> time,
        Func<TEvent, double?> value,
        Action<ActivitiesBuilder<T>> lines) =>
        Activities(id, new ActivityReader<T, TEvent>(events, type, time, Guard.NotNull(value)), lines);
}
