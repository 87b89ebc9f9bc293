using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// Open deals by their chances: those with the same ones, to the bit, are one group, so that calculations with these chances are made once
/// for all of them.
/// </summary>
internal sealed class ChanceGroups
{
    private readonly Dictionary<double[], int> _places = new(SameNumbers.Comparer);
    private readonly List<ChanceGroup> _groups = [];

    public int Count => _groups.Count;

    public ChanceGroup this[int place] => _groups[place];

    /// <summary>Adds a deal, and returns the place of its group.</summary>
    /// <param name="chances">Its chances, which must not be changed.</param>
    /// <param name="amount">Its amount; 0 if it is unknown.</param>
    public int Add(double[] chances, double amount)
    {
        if (!_places.TryGetValue(chances, out var place))
        {
            _places.Add(chances, place = _groups.Count);
            _groups.Add(new(chances));
        }

        _groups[place].Add(amount);
        return place;
    }

    /// <summary>Deals with the same chances.</summary>
    internal sealed class ChanceGroup(double[] chances)
    {
        public double[] Chances => chances;

        /// <summary>The sum of their amounts.</summary>
        public double Amount { get; private set; }

        /// <summary>The sum of the squares of their amounts.</summary>
        public double Square { get; private set; }

        public void Add(double amount)
        {
            Amount += amount;
            Square += amount * amount;
        }
    }

    /// <summary>Rows of numbers are equal if all of their bits are equal.</summary>
    private sealed class SameNumbers : IEqualityComparer<double[]>
    {
        public static readonly SameNumbers Comparer = new();

        public bool Equals(double[]? x, double[]? y)
        {
            if (ReferenceEquals(x, y)) return true;
            if (x is null || y is null || x.Length != y.Length) return false;
            for (var i = 0; i < x.Length; i++)
            {
                if (BitConverter.DoubleToInt64Bits(x[i]) != BitConverter.DoubleToInt64Bits(y[i])) return false;
            }

            return true;
        }

        public int GetHashCode(double[] obj)
        {
            var hash = 17L;
            foreach (var number in obj) hash = (hash * 31) + BitConverter.DoubleToInt64Bits(number);
            return (int)(hash ^ (hash >> 32));
        }
    }
}
