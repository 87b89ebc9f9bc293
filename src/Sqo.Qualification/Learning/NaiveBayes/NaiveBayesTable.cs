using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The counts of a segment, or of all segments together, as log-odds. Immutable.</summary>
public sealed class NaiveBayesTable
{
    private readonly string[] _names;
    private readonly Dictionary<string, NaiveBayesEvidence>[] _values;
    private readonly double[] _lowest;
    private readonly double[] _highest;

    internal NaiveBayesTable(
        string? segment, ValueCounts deals, double? priorWon, double? priorLost, string[] names,
        Dictionary<string, NaiveBayesEvidence>[] values)
    {
        Segment = segment;
        Won = deals.Won;
        Lost = deals.Lost;
        PriorWon = priorWon;
        PriorLost = priorLost;
        if (priorWon is { } w && priorLost is { } l) PriorLogOdds = Logarithm.Of(w) - Logarithm.Of(l);
        _names = names;
        _values = values;
        _lowest = [.. values.Select(field => Sum(field, -1))];
        _highest = [.. values.Select(field => Sum(field, 1))];
    }

    /// <summary>The segment; <see langword="null"/> for all deals together, including those without a segment.</summary>
    public string? Segment { get; }

    /// <summary>The number of its won deals.</summary>
    public long Won { get; }

    /// <summary>The number of its lost deals.</summary>
    public long Lost { get; }

    /// <summary>The probability that a deal is won before anything about it is known; <see langword="null"/> without a prior.</summary>
    public double? PriorWon { get; }

    /// <summary>The probability that a deal is lost before anything about it is known; <see langword="null"/> without a prior.</summary>
    public double? PriorLost { get; }

    /// <summary>ln (<see cref="PriorWon"/> / <see cref="PriorLost"/>); <see langword="null"/> without a prior.</summary>
    public double? PriorLogOdds { get; }

    /// <summary>Gets the evidence of a value of a field.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="value">The value, as text.</param>
    /// <returns>The evidence, or <see langword="null"/> if no closed deal had the value.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public NaiveBayesEvidence? Find(string field, string value) => Find(IndexOf(field), Guard.NotNull(value));

    /// <summary>Gets every value of a field that closed deals had, including those with too little support.</summary>
    /// <param name="field">The name of the field.</param>
    /// <returns>By value, in ordinal order. A new list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="field"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public IReadOnlyList<NaiveBayesEvidence> ValuesOf(string field) =>
        [.. _values[IndexOf(field)].OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];

    /// <summary>Gets the least that a field can add to the log-odds: its worst value, or all tags that hurt. Never above 0.</summary>
    /// <param name="field">The name of the field.</param>
    /// <returns>0 or below.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="field"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public double LowestLogOdds(string field) => _lowest[IndexOf(field)];

    /// <summary>Gets the most that a field can add to the log-odds: its best value, or all tags that help. Never below 0.</summary>
    /// <param name="field">The name of the field.</param>
    /// <returns>0 or above.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="field"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public double HighestLogOdds(string field) => _highest[IndexOf(field)];

    internal NaiveBayesEvidence? Find(int field, string value) => _values[field].TryGetValue(value, out var evidence) ? evidence : null;

    internal double LowestOf(int field) => _lowest[field];

    internal double HighestOf(int field) => _highest[field];

    // A value that was never seen adds 0, and a missing one can turn out to be such a value.
    private static double Sum(Dictionary<string, NaiveBayesEvidence> values, int sign)
    {
        double result = 0;
        // In one order, so that the last bits of the sum are always the same.
        foreach (var value in values.Values.OrderBy(value => value.Value, StringComparer.Ordinal))
        {
            if (value.LogOdds * sign <= 0) continue;
            if (value.Kind == NaiveBayesFieldKind.Tags) result += value.LogOdds;
            else if (value.LogOdds * sign > result * sign) result = value.LogOdds;
        }

        return result;
    }

    private int IndexOf(string field)
    {
        var index = Array.IndexOf(_names, Guard.NotNull(field));
        return index >= 0
            ? index
            : throw new ArgumentException(
                $"There is no field \"{field}\"; the fields are {string.Join(", ", _names.Select(name => $"\"{name}\""))}.", nameof(field));
    }
}
