using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Adds the fields of a <see cref="FieldMap{T}"/>. It works only inside the call that creates the map.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>
/// A selector must not change anything, and can be called from several threads. A <see langword="null"/> value is unknown.
/// </remarks>
public sealed partial class FieldMapBuilder<T>
{
    private readonly List<Field<T>> _fields = [];
    private bool _isClosed;

    internal FieldMapBuilder()
    {
    }

    internal List<Field<T>> Close()
    {
        _isClosed = true;
        return _fields;
    }

    /// <summary>Adds a list of activities. A missing one is unknown; an empty one is known.</summary>
    /// <typeparam name="TEvent">The type of the entries of the list.</typeparam>
    /// <param name="name">The name; case is ignored.</param>
    /// <param name="events">Reads the list from the opportunity, in any order.</param>
    /// <param name="type">Reads the type of an entry.</param>
    /// <param name="time">Reads the time of an entry, on the clock of <c>asOf</c>.</param>
    /// <param name="value">Reads the value of an entry. The default is <see langword="null"/>: entries have no values.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="events"/>, <paramref name="type"/> or <paramref name="time"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="InvalidOperationException">The map is already made.</exception>
    public FieldMapBuilder<T> AddActivities<TEvent>(
        string name,
        Func<T, IEnumerable<TEvent>?> events,
        Func<TEvent, string?> type,
        Func<TEvent, DateTime?> time,
        Func<TEvent, double?>? value = null) =>
        Add(new ActivityField<T>(name ?? "", new ActivityReader<T, TEvent>(
            new NamedSelector<T, IEnumerable<TEvent>?>(name ?? "", Guard.NotNull(events)).Selector, type, time, value)));

    /// <summary>Adds a list of <see cref="CustomerActivity"/>. A missing one is unknown; an empty one is known.</summary>
    /// <param name="name">The name; case is ignored.</param>
    /// <param name="activities">Reads the list from the opportunity, in any order.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="activities"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The map is already made.</exception>
    public FieldMapBuilder<T> AddActivities(string name, Func<T, IEnumerable<CustomerActivity>?> activities) =>
        AddActivities(name, activities, entry => entry.Type, entry => entry.At, entry => entry.Value);

    private FieldMapBuilder<T> Add<TValue>(
        string name, Func<T, TValue> selector, Func<CriteriaBuilder<T>, string, Func<T, TValue>, IOperators> ask,
        Func<T, DateTime?>? date = null)
    {
        Guard.NotNull(selector);
        return Add(
            new Field<T, TValue>(name ?? "", selector, ask, date is null ? null : new NamedSelector<T, DateTime?>(name ?? "", date)));
    }

    private FieldMapBuilder<T> Add<TValue>(
        string name, Func<T, DateTime, TValue> selector, Func<CriteriaBuilder<T>, string, Func<T, DateTime, TValue>, IOperators> ask) =>
        Add(new AsOfField<T, TValue>(name ?? "", Guard.NotNull(selector), ask));

    private FieldMapBuilder<T> Add(Field<T> field)
    {
        if (_isClosed) throw new InvalidOperationException(
            "The map is made and can't change any more; its builder works only inside the call that makes the map.");
        _fields.Add(field);
        return this;
    }
}
