using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A place in a list that is kept for the next one, as plain data. Immutable.</summary>
public sealed class RankingEntry
{
    /// <summary>Creates an entry.</summary>
    /// <param name="id">The id of the deal.</param>
    /// <param name="value">The value that it was ranked by, a finite number.</param>
    /// <param name="parts">
    /// The factors by their ids. The default is none; without them, changes can't say which factor caused them.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> or a factor is not a finite number.</exception>
    public RankingEntry(string id, double value, IReadOnlyDictionary<string, double>? parts = null)
    {
        Id = Guard.NotNull(id);
        Value = Guard.Finite(value);
        var kept = new Dictionary<string, double>(StringComparer.Ordinal);
        if (parts is not null)
        {
            foreach (var part in parts) kept.Add(part.Key, Guard.Finite(part.Value, nameof(parts)));
        }

        Parts = new ReadOnlyDictionary<string, double>(kept);
    }

    /// <summary>The id of the deal.</summary>
    public string Id { get; }

    /// <summary>The value that it was ranked by.</summary>
    public double Value { get; }

    /// <summary>The factors by their ids.</summary>
    public IReadOnlyDictionary<string, double> Parts { get; }

    /// <summary>The id and the value, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Id}: {InvariantText.Of(Value)}";
}
