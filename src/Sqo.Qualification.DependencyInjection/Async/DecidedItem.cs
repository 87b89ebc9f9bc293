using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>An opportunity of a stream with its decision. Two are equal if both their opportunities and decisions are equal.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <param name="item">The opportunity.</param>
/// <param name="decision">The decision about it.</param>
public readonly struct DecidedItem<T>(T item, Decision decision) : IEquatable<DecidedItem<T>>
{
    /// <summary>The opportunity.</summary>
    public T Item { get; } = item;

    /// <summary>The decision about it.</summary>
    public Decision Decision { get; } = decision;

    /// <summary>Deconstructs the pair.</summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="decision">The decision about it.</param>
    public void Deconstruct(out T item, out Decision decision)
    {
        item = Item;
        decision = Decision;
    }

    /// <inheritdoc/>
    public bool Equals(DecidedItem<T> other) => EqualityComparer<T>.Default.Equals(Item, other.Item) && Decision == other.Decision;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DecidedItem<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Decision.GetHashCode();

    /// <summary>The opportunity and the decision.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Item}: {Decision}";

    /// <summary>Whether opportunity and decision are the same.</summary>
    /// <param name="left">The first pair.</param>
    /// <param name="right">The second pair.</param>
    /// <returns><see langword="true"/> when they are equal.</returns>
    public static bool operator ==(DecidedItem<T> left, DecidedItem<T> right) => left.Equals(right);

    /// <summary>Whether opportunity or decision differ.</summary>
    /// <param name="left">The first pair.</param>
    /// <param name="right">The second pair.</param>
    /// <returns><see langword="true"/> when they differ.</returns>
    public static bool operator !=(DecidedItem<T> left, DecidedItem<T> right) => !left.Equals(right);
}
