using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Takes the fields of a <see cref="FieldMap{T}"/>. It works inside the call that makes the map.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>A selector must not change anything, and may be called from several threads. A value that it gives as <see langword="null"/> is unknown.</remarks>
public sealed class FieldMapBuilder<T>
{
    private readonly List<Field<T>> _fields = [];
    private bool _isClosed;

    internal FieldMapBuilder()
    {
    }

    /// <summary>Adds a text; a missing one is unknown.</summary>
    /// <param name="name">The name by which data calls it; case counts for nothing.</param>
    /// <param name="selector">Reads the value from the opportunity.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="selector"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The map is already made.</exception>
    public FieldMapBuilder<T> Add(string name, Func<T, string?> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds a whole number.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, int> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds a whole number; a missing one is unknown.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, int?> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds a whole number.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, long> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds a whole number; a missing one is unknown.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, long?> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds a number; NaN is unknown.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, float> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds a number; NaN is unknown, and so is a missing one.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, float?> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds a number; NaN is unknown.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, double> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds a number; NaN is unknown, and so is a missing one.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, double?> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds a decimal number.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, decimal> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds a decimal number; a missing one is unknown.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, decimal?> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds a truth value.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, bool> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds a truth value; a missing one is unknown.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, bool?> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds a date or moment.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, DateTime> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null), item => selector(item));

    /// <summary>Adds a date or moment; a missing one is unknown.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, DateTime?> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null), selector);

    /// <summary>Adds a moment, which is taken in UTC.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, DateTimeOffset> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null), item => selector(item).UtcDateTime);

    /// <summary>Adds a moment, which is taken in UTC; a missing one is unknown.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, DateTimeOffset?> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null), item => selector(item)?.UtcDateTime);

    /// <summary>Adds a length of time.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, TimeSpan> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds a length of time; a missing one is unknown.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, TimeSpan?> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds an evidence level.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, EvidenceLevel> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds an evidence level; a missing one is unknown.</summary>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add(string name, Func<T, EvidenceLevel?> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds a value of an enumeration.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add<TEnum>(string name, Func<T, TEnum> selector)
        where TEnum : struct, Enum =>
        Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>Adds a value of an enumeration; a missing one is unknown.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add<TEnum>(string name, Func<T, TEnum?> selector)
        where TEnum : struct, Enum =>
        Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    /// <summary>
    /// Adds a collection; a missing one is unknown, an empty one is known to be empty. Data can ask what is in one of texts, numbers, dates,
    /// lengths of time and enumerations, and of any other one how many entries it has.
    /// </summary>
    /// <typeparam name="TItem">The type of its entries.</typeparam>
    /// <inheritdoc cref="Add(string, Func{T, string})"/>
    public FieldMapBuilder<T> Add<TItem>(string name, Func<T, IEnumerable<TItem>?> selector) => Add(name, selector, static (p, id, value) => p.Criterion(id, value, null));

    internal List<Field<T>> Close()
    {
        _isClosed = true;
        return _fields;
    }

    private FieldMapBuilder<T> Add<TValue>(
        string name, Func<T, TValue> selector, Func<CriteriaBuilder<T>, string, Func<T, TValue>, IOperators<T>> ask, Func<T, DateTime?>? date = null)
    {
        Guard.NotNull(selector);
        if (_isClosed) throw new InvalidOperationException("The map is made and can't change any more; its builder works only inside the call that makes the map.");
        _fields.Add(new Field<T, TValue>(name ?? "", selector, ask, date is null ? null : new NamedSelector<T, DateTime?>(name ?? "", date)));
        return this;
    }
}
