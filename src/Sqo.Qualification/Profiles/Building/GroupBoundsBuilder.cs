using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The bounds of a group of criteria, and how it is shown: the words that may follow a group.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>Once the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public sealed class GroupBoundsBuilder<T>
{
    private readonly GroupDraft _draft;

    internal GroupBoundsBuilder(GroupDraft draft) => _draft = draft;

    internal GroupDraft Draft => _draft;

    /// <summary>Sets the most points that the group gives, whatever its criteria add up to.</summary>
    /// <param name="maximum">A finite number, not below the minimum.</param>
    /// <returns>These settings.</returns>
    /// <value>No maximum unless told.</value>
    public GroupBoundsBuilder<T> Cap(double maximum)
    {
        _draft.Faults.ThrowIfClosed();
        _draft.Faults.CheckFinite("group.maximum", _draft.Id, "the maximum", maximum);
        _draft.Maximum = maximum;
        return this;
    }

    /// <summary>Sets the least points that the group gives, whatever its criteria add up to.</summary>
    /// <param name="minimum">A finite number, not above the maximum.</param>
    /// <returns>These settings.</returns>
    /// <value>No minimum unless told.</value>
    public GroupBoundsBuilder<T> Floor(double minimum)
    {
        _draft.Faults.ThrowIfClosed();
        _draft.Faults.CheckFinite("group.minimum", _draft.Id, "the minimum", minimum);
        _draft.Minimum = minimum;
        return this;
    }

    /// <summary>Names the group for people.</summary>
    /// <param name="label">The name.</param>
    /// <returns>These settings.</returns>
    /// <value>The id unless told.</value>
    /// <exception cref="ArgumentException"><paramref name="label"/> is <see langword="null"/> or blank.</exception>
    public GroupBoundsBuilder<T> Label(string label)
    {
        _draft.Faults.ThrowIfClosed();
        _draft.Label = Guard.NotBlank(label);
        return this;
    }
}
