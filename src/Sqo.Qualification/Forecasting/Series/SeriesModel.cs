using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Forecasts a series of equally spaced values, such as the revenue won by month. The built-in models are
/// in <see cref="SeriesModels"/>; derive from this class for a custom one.
/// </summary>
/// <remarks>A model must be immutable and thread-safe; the results of learning go into the fit.</remarks>
public abstract class SeriesModel
{
    /// <summary>Creates a model.</summary>
    /// <param name="id">The stable id, in lower case with hyphens, such as "seasonal-naive-12"; not blank.</param>
    /// <param name="minimumLength">The minimum number of values that it can learn from, 1 or more.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimumLength"/> is below 1.</exception>
    protected SeriesModel(string id, int minimumLength)
    {
        Id = Guard.NotBlank(id);
        MinimumLength = Guard.AtLeast(1, minimumLength);
    }

    /// <summary>The stable id, used in reports.</summary>
    public string Id { get; }

    /// <summary>The minimum number of values that it can learn from, 1 or more.</summary>
    public int MinimumLength { get; }

    /// <summary>Fits the model to the values of a series. The same values give the same bits.</summary>
    /// <param name="values">
    /// The values, oldest first, without gaps: a month without revenue is 0. Negative values are allowed; each must be from
    /// -1e300 to 1e300. They are copied.
    /// </param>
    /// <returns>The fit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A value is NaN, infinite or out of range; the message names its index and the value.</exception>
    /// <exception cref="TooLittleHistoryException">There are fewer values than <see cref="MinimumLength"/>.</exception>
    /// <exception cref="InvalidOperationException">A custom model returned no fit.</exception>
    public SeriesFit Fit(IReadOnlyList<double> values)
    {
        var copy = SeriesValues.Copy(values, nameof(values));
        if (copy.Length < MinimumLength) throw new TooLittleHistoryException(Id, HistoryUnits.Values, copy.Length, MinimumLength);
        return Estimate(Array.AsReadOnly(copy))
            ?? throw new InvalidOperationException($"The model \"{Id}\" returned no fit; Estimate must not return null.");
    }

    /// <summary>Fits the model to validated values.</summary>
    /// <param name="values">An immutable copy of the values: at least <see cref="MinimumLength"/> of them, all finite.</param>
    /// <returns>The fit; not <see langword="null"/>.</returns>
    protected abstract SeriesFit Estimate(IReadOnlyList<double> values);

    /// <summary>Returns the id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
