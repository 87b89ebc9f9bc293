using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Sets the bounds of a group of criteria, and how it is shown: the methods that can follow a group.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>After the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public sealed class GroupBoundsBuilder<T>
{
    private readonly GroupDraft _draft;

    internal GroupBoundsBuilder(GroupDraft draft) => _draft = draft;

    internal GroupDraft Draft => _draft;

    /// <summary>Sets the most points that the group gives, whatever its criteria add up to.</summary>
    /// <param name="maximum">A finite number, not below the minimum.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is no maximum.</value>
    public GroupBoundsBuilder<T> Cap(double maximum)
    {
        _draft.Faults.ThrowIfClosed();
        _draft.Faults.CheckFinite("group.maximum", _draft.Id, "the maximum", maximum);
        _draft.Maximum = maximum;
        return this;
    }

    /// <summary>Sets the fewest points that the group gives, whatever its criteria add up to.</summary>
    /// <param name="minimum">A finite number, not above the maximum.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is no minimum.</value>
    public GroupBoundsBuilder<T> Floor(double minimum)
    {
        _draft.Faults.ThrowIfClosed();
        _draft.Faults.CheckFinite("group.minimum", _draft.Id, "the minimum", minimum);
        _draft.Minimum = minimum;
        return this;
    }

    /// <summary>Sets the name of the group for people.</summary>
    /// <param name="label">The name.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is the id.</value>
    /// <exception cref="ArgumentException"><paramref name="label"/> is <see langword="null"/> or blank.</exception>
    public GroupBoundsBuilder<T> Label(string label)
    {
        _draft.Faults.ThrowIfClosed();
        _draft.Label = Guard.NotBlank(label);
        return this;
    }
}
