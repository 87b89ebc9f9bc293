using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The different probits of deals of which many have the same, as those of one sales stage do.</summary>
internal sealed class ProbitKinds
{
    // So many deals are compared to find out whether many have the same probit.
    private const int Sample = 64;

    private ProbitKinds(double[] probits, int[] ofDeals) => (Probits, OfDeals) = (probits, ofDeals);

    /// <summary>The different probits, in the order of the deals.</summary>
    public double[] Probits { get; }

    /// <summary>For each deal, the index of its probit.</summary>
    public int[] OfDeals { get; }

    /// <summary>The kinds; null if all are different, or the first ones, since the others are not worth the time then.</summary>
    /// <param name="probits">The deals' probits.</param>
    public static ProbitKinds? Of(double[] probits)
    {
        var ofDeals = new int[probits.Length];
        var kinds = new List<double>();
        var places = new Dictionary<double, int>();
        for (var i = 0; i < probits.Length; i++)
        {
            if (i == Sample && kinds.Count == i) return null;
            if (!places.TryGetValue(probits[i], out ofDeals[i]))
            {
                places.Add(probits[i], ofDeals[i] = kinds.Count);
                kinds.Add(probits[i]);
            }
        }

        return kinds.Count == probits.Length ? null : new([.. kinds], ofDeals);
    }

    /// <summary>The kinds of the probabilities that the deals are lost.</summary>
    public ProbitKinds Mirrored() => new(Array.ConvertAll(Probits, probit => -probit), OfDeals);
}
