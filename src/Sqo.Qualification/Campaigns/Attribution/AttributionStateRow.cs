using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// One row of the state of an <see cref="AttributionAccumulator"/>: plain data, to store, or to send to the machine that merges.
/// Immutable.
/// </summary>
public sealed class AttributionStateRow
{
    /// <summary>Creates a row. Its values are checked when the state is read.</summary>
    /// <param name="kind">What it counts.</param>
    /// <param name="key">What it counts it of, such as a model and a channel.</param>
    /// <param name="value">The count as text, exactly.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public AttributionStateRow(string kind, IEnumerable<string> key, string value)
    {
        Kind = Guard.NotNull(kind);
        Key = Array.AsReadOnly<string>([.. Guard.NotNull(key)]);
        Value = Guard.NotNull(value);
    }

    /// <summary>What it counts.</summary>
    public string Kind { get; }

    /// <summary>What it counts it of.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>The count as text.</summary>
    public string Value { get; }

    /// <summary>The kind, the key and the value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Kind} {string.Join(" ", Key)}: {Value}";
}
