using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Extension methods that score the contacts with a customer by their types, as activities.</summary>
public static class TouchpointActivities
{
    /// <summary>Scores contacts, such as those of an <see cref="Opportunity"/> or a <see cref="Lead"/>, by their types.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="id">The id of the group, unique in the profile.</param>
    /// <param name="touchpoints">Reads the contacts from the opportunity, in any order.</param>
    /// <param name="lines">Sets what the types give.</param>
    /// <returns>The builder for the bounds of the group, and how it is shown.</returns>
    /// <remarks>
    /// The value of a contact is its <see cref="Touchpoint.Value"/>. One of which only the day is known counts from its start on.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public static GroupBoundsBuilder<T> Activities<T>(
        this GroupBuilder<T> builder,
        string id,
        Func<T, IEnumerable<Touchpoint>?> touchpoints,
        Action<ActivitiesBuilder<T>> lines) =>
        Guard.NotNull(builder).Activities(id, touchpoints, touch => touch.Type, touch => touch.Given, touch => (double?)touch.Value, lines);

    /// <summary>Adds contacts, such as those of an <see cref="Opportunity"/> or a <see cref="Lead"/>, as activities.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The name; case is ignored.</param>
    /// <param name="touchpoints">Reads the contacts from the opportunity, in any order.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="touchpoints"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="InvalidOperationException">The map is already made.</exception>
    public static FieldMapBuilder<T> AddActivities<T>(
        this FieldMapBuilder<T> builder, string name, Func<T, IEnumerable<Touchpoint>?> touchpoints) =>
        Guard.NotNull(builder).AddActivities(
            name, touchpoints, touch => touch.Type, touch => touch.Given, touch => (double?)touch.Value);
}
