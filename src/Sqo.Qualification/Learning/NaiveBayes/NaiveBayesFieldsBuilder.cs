using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Adds the fields that naive Bayes learns from. It works only inside the call that creates <see cref="NaiveBayesFields{T}"/>.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>
/// Values are compared as text, ordinally and independent of culture: 10.00 and 10 are the same decimal, and enumeration values are
/// compared by name. <see langword="null"/>, an empty text and NaN are missing.
/// </remarks>
public sealed class NaiveBayesFieldsBuilder<T>
{
    private bool _closed;

    internal NaiveBayesFieldsBuilder()
    {
    }

    internal List<NaiveBayesField<T>> Fields { get; } = [];

    internal NaiveBayesField<T>? SegmentField { get; private set; }

    /// <summary>Adds a field that has one value or none per deal.</summary>
    /// <typeparam name="TValue">The type of the value.</typeparam>
    /// <param name="name">The name, unique among the fields; counts are kept under it.</param>
    /// <param name="selector">Reads the value.</param>
    /// <param name="whenMissing">
    /// The value that a missing one counts as, if a missing value is informative; <see langword="null"/> to skip it.
    /// </param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="selector"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The name is <see langword="null"/> or blank, or taken; or <paramref name="whenMissing"/> is empty.
    /// </exception>
    /// <exception cref="InvalidOperationException">The fields are already made.</exception>
    public NaiveBayesFieldsBuilder<T> Category<TValue>(string name, Func<T, TValue> selector, string? whenMissing = null)
    {
        if (whenMissing?.Length == 0) throw new ArgumentException(
            $"The value of the field \"{name}\" when it is missing is empty; an empty text is missing itself.", nameof(whenMissing));
        return Add(
            new SingleField<T, TValue>(Guard.NotBlank(name), NaiveBayesFieldKind.Category, Guard.NotNull(selector), whenMissing, []));
    }

    /// <summary>Adds a field that has any number of values per deal. Each is counted separately, and once per deal.</summary>
    /// <typeparam name="TItem">The type of a value.</typeparam>
    /// <param name="name">The name, unique among the fields; counts are kept under it.</param>
    /// <param name="selector">
    /// Reads the values; <see langword="null"/> is missing, an empty collection counts as empty, not as missing.
    /// </param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="selector"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name is <see langword="null"/> or blank, or taken.</exception>
    /// <exception cref="InvalidOperationException">The fields are already made.</exception>
    public NaiveBayesFieldsBuilder<T> Tags<TItem>(string name, Func<T, IEnumerable<TItem>?> selector) =>
        Add(new TagsField<T, TItem>(Guard.NotBlank(name), Guard.NotNull(selector)));

    /// <summary>Adds a field of stages that follow each other.</summary>
    /// <typeparam name="TValue">The type of the stage, such as a text or an enumeration.</typeparam>
    /// <param name="name">The name, unique among the fields; counts are kept under it.</param>
    /// <param name="selector">Reads the stage; for a lost deal, the one that it was lost in.</param>
    /// <param name="stages">All stages, from the first to the last.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The name is <see langword="null"/> or blank, or taken; there is no stage, one is empty, or one appears twice.
    /// </exception>
    /// <exception cref="InvalidOperationException">The fields are already made.</exception>
    public NaiveBayesFieldsBuilder<T> Progress<TValue>(string name, Func<T, TValue> selector, params TValue[] stages) =>
        Progress(name, selector, [.. Guard.NotNull(stages).Select((stage, place) => new ProgressStage(ValueText.Of(stage) ?? "", place))]);

    /// <summary>Adds a field of stages with a custom order: some can belong to a segment, share a position, or be won.</summary>
    /// <typeparam name="TValue">The type of the stage, such as a text or an enumeration.</typeparam>
    /// <param name="name">The name, unique among the fields; counts are kept under it.</param>
    /// <param name="selector">Reads the stage; for a lost deal, the one that it was lost in.</param>
    /// <param name="stages">All stages.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The name is <see langword="null"/> or blank, or taken; there is no stage, or one appears twice.
    /// </exception>
    /// <exception cref="InvalidOperationException">The fields are already made.</exception>
    public NaiveBayesFieldsBuilder<T> Progress<TValue>(string name, Func<T, TValue> selector, params ProgressStage[] stages)
    {
        Guard.NotBlank(name);
        Guard.NotNull(selector);
        if (Guard.NotNull(stages).Length == 0) throw new ArgumentException($"The field \"{name}\" has no stages.", nameof(stages));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stage in stages)
        {
            if (!names.Add(Guard.NotNull(stage, nameof(stages)).Name)) throw new ArgumentException(
                $"The field \"{name}\" has the stage \"{stage.Name}\" twice.", nameof(stages));
        }

        return Add(new SingleField<T, TValue>(name, NaiveBayesFieldKind.Progress, selector, null, stages));
    }

    /// <summary>
    /// Keeps counts per segment, such as a team or a region. A segment with too few deals falls back to the counts of all.
    /// </summary>
    /// <typeparam name="TValue">The type of the segment.</typeparam>
    /// <param name="selector">Reads the segment; a deal without one is judged by the counts of all.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="selector"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">There is a segment already, or the fields are already made.</exception>
    public NaiveBayesFieldsBuilder<T> Segment<TValue>(Func<T, TValue> selector)
    {
        ThrowIfClosed();
        if (SegmentField is not null) throw new InvalidOperationException(
            "There is a segment already; for a finer one, join both into one text.");
        SegmentField = new SingleField<T, TValue>("segment", NaiveBayesFieldKind.Category, Guard.NotNull(selector), null, []);
        return this;
    }

    internal void Close() => _closed = true;

    private NaiveBayesFieldsBuilder<T> Add(NaiveBayesField<T> field)
    {
        ThrowIfClosed();
        if (Fields.Exists(other => other.Name == field.Name)) throw new ArgumentException(
            $"There are two fields with the name \"{field.Name}\".", "name");
        Fields.Add(field);
        return this;
    }

    private void ThrowIfClosed()
    {
        if (_closed) throw new InvalidOperationException(
            "The fields are already made; a builder works only inside the call that makes them.");
    }
}
