using System;
using System.Collections;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A set of criteria of one profile, by their indexes from 0 to 63. Two sets are equal when they hold the same indexes.
/// </summary>
/// <param name="mask">One bit per criterion, the lowest for index 0.</param>
public readonly struct CriterionSet(ulong mask) : IEquatable<CriterionSet>, IEnumerable<int>
{
    /// <summary>One bit per criterion, the lowest for index 0.</summary>
    public ulong Mask { get; } = mask;

    /// <summary>How many criteria the set holds.</summary>
    public int Count => Bits.Count(Mask);

    /// <summary>Whether the set holds no criterion.</summary>
    public bool IsEmpty => Mask == 0;

    /// <summary>Determines whether the set holds a criterion.</summary>
    /// <param name="index">The criterion's <see cref="CriterionInfo.Index"/>.</param>
    /// <returns><see langword="true"/> when it does; <see langword="false"/> for an index outside 0 to 63.</returns>
    public bool Contains(int index) => index is >= 0 and < 64 && (Mask & (1UL << index)) != 0;

    /// <summary>Enumerates the indexes in ascending order, without an allocation.</summary>
    /// <returns>The enumerator.</returns>
    public Enumerator GetEnumerator() => new(Mask);

    IEnumerator<int> IEnumerable<int>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(CriterionSet other) => Mask == other.Mask;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CriterionSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Mask.GetHashCode();

    /// <summary>The indexes, as "{0, 3}".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => "{" + string.Join(", ", this) + "}";

    /// <summary>Whether both sets hold the same indexes.</summary>
    /// <param name="left">The first set.</param>
    /// <param name="right">The second set.</param>
    /// <returns><see langword="true"/> when they are equal.</returns>
    public static bool operator ==(CriterionSet left, CriterionSet right) => left.Equals(right);

    /// <summary>Whether one set holds an index that the other doesn't.</summary>
    /// <param name="left">The first set.</param>
    /// <param name="right">The second set.</param>
    /// <returns><see langword="true"/> when they differ.</returns>
    public static bool operator !=(CriterionSet left, CriterionSet right) => !left.Equals(right);

    /// <summary>Enumerates a <see cref="CriterionSet"/>.</summary>
    public struct Enumerator : IEnumerator<int>
    {
        private readonly ulong _mask;
        private ulong _rest;

        internal Enumerator(ulong mask)
        {
            _mask = mask;
            _rest = mask;
            Current = -1;
        }

        /// <inheritdoc/>
        public int Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (_rest == 0) return false;
            Current = Bits.Lowest(_rest);
            _rest &= _rest - 1;
            return true;
        }

        /// <inheritdoc/>
        public void Reset()
        {
            _rest = _mask;
            Current = -1;
        }

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
