using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A way to carry a series of equally spaced values, such as the revenue won by month, into the future. The built-in ones are
/// in <see cref="SeriesModels"/>; derive from it for one of your own.
/// </summary>
/// <remarks>A model is used by many threads at once and must not change; what it learns from values goes into the fit.</remarks>
public abstract class SeriesModel
{
    /// <summary>A model.</summary>
    /// <param name="id">Its stable id, in lower case with hyphens, such as "seasonal-naive-12"; not blank.</param>
    /// <param name="minimumLength">The fewest values that it can learn from, 1 or more.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimumLength"/> is below 1.</exception>
    protected SeriesModel(string id, int minimumLength)
    {
        Id = Guard.NotBlank(id);
        MinimumLength = Guard.AtLeast(1, minimumLength);
    }

    /// <summary>Its stable id, which reports name it by.</summary>
    public string Id { get; }

    /// <summary>The fewest values that it can learn from, 1 or more.</summary>
    public int MinimumLength { get; }

    /// <summary>Learns from the values of a series. The same values give the same bits.</summary>
    /// <param name="values">
    /// The values, oldest first, none left out: a month without revenue is a 0. Negative values are allowed; each must be from
    /// -1e300 to 1e300. They are copied.
    /// </param>
    /// <returns>What it learned.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A value is NaN, infinite or out of range; the message names its index and the value.</exception>
    /// <exception cref="TooLittleHistoryException">There are fewer values than <see cref="MinimumLength"/>.</exception>
    /// <exception cref="InvalidOperationException">A custom model gave no fit.</exception>
    public SeriesFit Fit(IReadOnlyList<double> values)
    {
        var copy = SeriesValues.Copy(values, nameof(values));
        if (copy.Length < MinimumLength) throw new TooLittleHistoryException(Id, HistoryUnits.Values, copy.Length, MinimumLength);
        return Estimate(Array.AsReadOnly(copy))
            ?? throw new InvalidOperationException($"The model \"{Id}\" gave no fit; Estimate must not return null.");
    }

    /// <summary>Learns from values that have been checked.</summary>
    /// <param name="values">A copy of the values that does not change: <see cref="MinimumLength"/> of them or more, all finite.</param>
    /// <returns>What it learned; not <see langword="null"/>.</returns>
    protected abstract SeriesFit Estimate(IReadOnlyList<double> values);

    /// <summary>The id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
