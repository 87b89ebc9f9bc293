using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The columns of the opportunity type that <see cref="LogisticModel.Fit"/> learns from. Immutable: each method returns new columns.
/// Safe for use by many threads if the selectors are.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>
/// Use what was known before a deal closed. A column that is filled in afterward (such as a loss reason) makes the model look good on
/// closed deals and says nothing about open ones.
/// </remarks>
public sealed class LogisticColumns<T>
{
    // The squares of greater numbers could overflow.
    internal const double GreatestNumber = 1e100;

    /// <summary>Creates no columns yet.</summary>
    public LogisticColumns()
        : this([])
    {
    }

    private LogisticColumns(LogisticColumn<T>[] all)
    {
        All = all;
        Names = Array.AsReadOnly(Array.ConvertAll(all, column => column.Name));
    }

    /// <summary>The names, in the order in which they were added.</summary>
    public IReadOnlyList<string> Names { get; }

    internal LogisticColumn<T>[] All { get; }

    /// <summary>
    /// Adds a number whose coefficient is the slope of a straight line in log-odds, from the least to the greatest number of the deals
    /// that are learned from and level beyond. A missing number is unknown and adds nothing.
    /// </summary>
    /// <param name="name">The name, unique among the columns; it becomes the id of a criterion.</param>
    /// <param name="selector">Reads the number; <see langword="null"/> and NaN are missing.</param>
    /// <returns>The columns with this one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="selector"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name is <see langword="null"/>, blank or taken.</exception>
    public LogisticColumns<T> Number(string name, Func<T, double?> selector) =>
        Add(new(name, Guard.NotNull(selector), null, null, null, 0));

    /// <summary>
    /// Adds a number in bins that are learned from the deals: neighboring bins are joined until their win rates differ, and each counts
    /// by its weight of evidence, ln(share of won / share of lost).
    /// </summary>
    /// <param name="name">The name, unique among the columns; it becomes the id of a criterion.</param>
    /// <param name="selector">Reads the number; <see langword="null"/> and NaN are missing.</param>
    /// <param name="trend">The direction that the win rates of the bins may go in.</param>
    /// <param name="whenMissing">
    /// The name of the bin of missing numbers, if a missing one is informative; <see langword="null"/> for unknown, which adds nothing.
    /// </param>
    /// <param name="mostBins">The highest number of bins, from 2 to 20, besides that of missing numbers.</param>
    /// <returns>The columns with this one.</returns>
    /// <value>The defaults are any trend, unknown for missing numbers, and 6 bins.</value>
    /// <exception cref="ArgumentNullException"><paramref name="selector"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The name is <see langword="null"/>, blank or taken, or <paramref name="whenMissing"/> is empty.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="trend"/> is not defined, or <paramref name="mostBins"/> is out of range.
    /// </exception>
    public LogisticColumns<T> Bins(
        string name, Func<T, double?> selector, BinTrend trend = BinTrend.Any, string? whenMissing = null, int mostBins = 6) =>
        Add(new(
            name, Guard.NotNull(selector), null, whenMissing, Guard.Defined(trend),
            (int)Guard.Within(2, mostBins, EvidenceBins.MostFine)));

    /// <summary>
    /// Adds a category: each level has a coefficient against the most frequent one. Levels are compared as text, ordinally and ignoring
    /// case; <see langword="null"/>, an empty text and NaN are missing.
    /// </summary>
    /// <typeparam name="TValue">The type of the value, such as a text, a Boolean or an enumeration.</typeparam>
    /// <param name="name">The name, unique among the columns; it becomes the id of a criterion.</param>
    /// <param name="selector">Reads the value.</param>
    /// <param name="whenMissing">
    /// The level that a missing value counts as, if a missing one is informative; <see langword="null"/> for unknown, which adds nothing.
    /// </param>
    /// <returns>The columns with this one.</returns>
    /// <value>The default is unknown.</value>
    /// <exception cref="ArgumentNullException"><paramref name="selector"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The name is <see langword="null"/>, blank or taken, or <paramref name="whenMissing"/> is empty.
    /// </exception>
    public LogisticColumns<T> Category<TValue>(string name, Func<T, TValue> selector, string? whenMissing = null)
    {
        Guard.NotNull(selector);
        return Add(new(name, null, deal => ValueText.Of(selector(deal)), whenMissing, null, 0));
    }

    private LogisticColumns<T> Add(LogisticColumn<T> column)
    {
        Guard.NotBlank(column.Name, "name");
        if (column.WhenMissing?.Length == 0) throw new ArgumentException(
            $"The level of missing values of the column \"{column.Name}\" is empty; an empty text is missing itself.", "whenMissing");
        return Names.Contains(column.Name, StringComparer.Ordinal)
            ? throw new ArgumentException($"There are two columns with the name \"{column.Name}\".", "name")
            : new LogisticColumns<T>([.. All, column]);
    }
}
