using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// An opportunity of a stream with its decision and the profile that made it. Two are equal if their opportunities, decisions and profiles
/// are.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <param name="item">The opportunity.</param>
/// <param name="decision">The decision about it.</param>
/// <param name="profile">The profile that made the decision.</param>
/// <exception cref="ArgumentNullException"><paramref name="profile"/> is <see langword="null"/>.</exception>
public readonly struct DecidedItem<T>(T item, Decision decision, AsyncProfile<T> profile) : IEquatable<DecidedItem<T>>
{
    /// <summary>The opportunity.</summary>
    public T Item { get; } = item;

    /// <summary>The decision about it.</summary>
    public Decision Decision { get; } = decision;

    /// <summary>
    /// The profile that made the decision, with its name, version, fingerprint and criteria. After a reload,
    /// <see cref="IAsyncQualifier{T}.Profile"/> is another one, while a running stream keeps this one.
    /// </summary>
    public AsyncProfile<T> Profile { get; } = Guard.NotNull(profile);

    /// <summary>Deconstructs the opportunity and the decision.</summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="decision">The decision about it.</param>
    public void Deconstruct(out T item, out Decision decision)
    {
        item = Item;
        decision = Decision;
    }

    /// <inheritdoc/>
    public bool Equals(DecidedItem<T> other) =>
        EqualityComparer<T>.Default.Equals(Item, other.Item) && Decision == other.Decision && Profile == other.Profile;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DecidedItem<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Decision.GetHashCode();

    /// <summary>The opportunity and the decision.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Item}: {Decision}";

    /// <summary>Whether opportunity, decision and profile are the same.</summary>
    /// <param name="left">The first item.</param>
    /// <param name="right">The second item.</param>
    /// <returns><see langword="true"/> when they are equal.</returns>
    public static bool operator ==(DecidedItem<T> left, DecidedItem<T> right) => left.Equals(right);

    /// <summary>Whether opportunity, decision or profile differ.</summary>
    /// <param name="left">The first item.</param>
    /// <param name="right">The second item.</param>
    /// <returns><see langword="true"/> when they differ.</returns>
    public static bool operator !=(DecidedItem<T> left, DecidedItem<T> right) => !left.Equals(right);
}
