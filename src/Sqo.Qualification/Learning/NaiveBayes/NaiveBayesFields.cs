using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The fields of the opportunity type that naive Bayes learns from. Immutable; safe for use by many threads if the selectors are.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>
/// Use what was known before a deal closed. A field that is filled in afterwards (such as a loss reason) makes the model look good on
/// closed deals and says nothing about open ones.
/// </remarks>
public sealed class NaiveBayesFields<T>
{
    /// <summary>Declares the fields.</summary>
    /// <param name="fields">Adds them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fields"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no field, or one of them is not valid; the message says which and why.</exception>
    public NaiveBayesFields(Action<NaiveBayesFieldsBuilder<T>> fields)
    {
        var builder = new NaiveBayesFieldsBuilder<T>();
        Guard.NotNull(fields)(builder);
        builder.Close();
        if (builder.Fields.Count == 0) throw new ArgumentException("There is no field to learn from.", nameof(fields));
        All = [.. builder.Fields];
        Segment = builder.SegmentField;
        Names = Array.AsReadOnly(All.Select(field => field.Name).ToArray());
    }

    /// <summary>Their names, in the order they were declared.</summary>
    public IReadOnlyList<string> Names { get; }

    internal NaiveBayesField<T>[] All { get; }

    internal NaiveBayesField<T>? Segment { get; }

    internal string SegmentOf(T deal) => Segment?.ValueOf(deal) ?? "";
}
