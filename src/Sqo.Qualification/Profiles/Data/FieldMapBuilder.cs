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
