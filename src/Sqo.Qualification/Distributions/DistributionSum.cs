using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Combines parts: their terms and their settings.</summary>
internal static class DistributionSum
{
    public static RevenueDistribution Of(
        IEnumerable<RevenueDistribution> parts, Func<RevenueDistribution, RevenueTerms> termsOf,
        Func<RevenueTerms, double, double, RevenueDistribution> make)
    {
        var list = new List<RevenueDistribution>(parts);
        if (list.Contains(null!)) throw new ArgumentNullException(nameof(parts), "One of the parts is null.");
        if (list.Count == 1) return list[0];
        var terms = new RevenueTerms();
        var error = list.Count == 0 ? LawChooser.UsualError : double.PositiveInfinity;
        foreach (var part in list)
        {
            terms.AddAll(termsOf(part));
            error = Math.Min(error, part.ErrorWanted);
        }

        return make(terms, SpreadOf(list), error);
    }

    /// <summary>The spread of the sum: with one shared factor, standard deviations add up.</summary>
    private static double SpreadOf(List<RevenueDistribution> parts)
    {
        if (parts.Count == 0) return 0;
        var all = parts[0].SpreadAsked;
        if (parts.TrueForAll(part => part.SpreadAsked.Equals(all))) return all;

        // In a canonical order, so that the caller's order has no effect.
        parts.Sort((a, b) => a.Mean != b.Mean ? a.Mean.CompareTo(b.Mean) : a.SpreadAsked.CompareTo(b.SpreadAsked));
        double sum = 0, mean = 0;
        foreach (var part in parts)
        {
            sum += part.SpreadAsked * part.Mean;
            mean += part.Mean;
        }

        return mean > 0 ? sum / mean : 0;
    }
}
