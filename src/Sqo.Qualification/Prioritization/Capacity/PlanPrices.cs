using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// Prices of the rows of a part of a problem, and the upper bound that they prove (Lagrange): what the rows are worth at these prices, plus
/// what the best way of each item brings beyond what it pays. Any prices of 0 or more give a bound; those of the linear relaxation the
/// least one.
/// </summary>
internal sealed class PlanPrices
{
    private const int MostRounds = 200;
    private const int MostWork = 4_000_000;

    private readonly PlanProblem _problem;
    private readonly PlanPart _part;

    private PlanPrices(PlanProblem problem, PlanPart part, double[] prices)
    {
        _problem = problem;
        _part = part;
        Rows = prices;
        Bound = BoundOf();
    }

    /// <summary>The price of each row; 0 for those of other parts.</summary>
    public double[] Rows { get; }

    /// <summary>No selection of the items of the part brings more.</summary>
    public double Bound { get; }

    /// <summary>The prices of the hours alone.</summary>
    public static PlanPrices OfHours(PlanProblem problem, PlanPart part, HoursRelaxation relaxation)
    {
        var prices = new double[problem.Limits.Count];
        relaxation.Solve(prices);
        return new(problem, part, prices);
    }

    /// <summary>
    /// Lowers the bound by prices of the other rows: steps along the subgradient (Polyak 1969), in each of which the hours are priced anew.
    /// </summary>
    /// <param name="relaxation">The relaxation of the hours.</param>
    /// <param name="reached">What a selection is known to bring.</param>
    public PlanPrices Improved(HoursRelaxation relaxation, double reached)
    {
        if (!_part.HasOtherRows) return this;
        var best = this;
        var prices = (double[])Rows.Clone();
        var use = new double[prices.Length];
        var (length, idle) = (1.0, 0);
        var rounds = Math.Min(MostRounds, 20 + (MostWork / (1 + (_part.Items.Length * _part.Owners.Length))));
        for (var round = 0; round < rounds && length > 1e-4; round++)
        {
            Array.Clear(use, 0, use.Length);
            relaxation.Solve(prices, use);
            var priced = new PlanPrices(_problem, _part, (double[])prices.Clone());
            if (priced.Bound < best.Bound - (1e-9 * best.Bound))
            {
                best = priced;
                idle = 0;
            }
            else if (++idle == 8)
            {
                (length, idle) = (length / 2, 0);
                Array.Copy(best.Rows, prices, prices.Length);
                relaxation.Solve(prices, use);
                continue;
            }

            double norm = 0;
            foreach (var row in _part.Rows)
            {
                if (row < _problem.Owners) continue;
                var slope = use[row] - _problem.Limits[row];
                // A price of 0 that would fall stays where it is.
                if (slope > 0 || prices[row] > 0) norm += slope * slope;
            }

            var gap = priced.Bound - reached;
            if (!(norm > 1e-12) || !(gap > 0)) break;
            foreach (var row in _part.Rows)
            {
                if (row < _problem.Owners) continue;
                prices[row] = Math.Max(0, prices[row] + (length * gap * (use[row] - _problem.Limits[row]) / norm));
            }
        }

        return best;
    }

    /// <summary>What a way to choose an item brings beyond what it pays for the rows.</summary>
    public double Reduced(int item, int owner, int level)
    {
        var chosen = _problem.Items[item];
        var left = chosen.Gains[level];
        foreach (var limit in chosen.Limits)
        {
            var row = limit.RowOf(owner);
            if (row >= 0) left -= Rows[row] * limit.Use(chosen.Minutes[level]);
        }

        return left;
    }

    /// <summary>The best of all ways to choose an item, or 0 for not choosing it.</summary>
    public double BestReduced(int item)
    {
        double best = 0;
        var chosen = _problem.Items[item];
        foreach (var owner in chosen.Owners) best = Math.Max(best, BestReduced(item, owner));
        return best;
    }

    /// <summary>The best level of an item with an owner, or 0 for not choosing it.</summary>
    public double BestReduced(int item, int owner)
    {
        double best = 0;
        var chosen = _problem.Items[item];
        double once = 0, perMinute = 0;
        foreach (var limit in chosen.Limits)
        {
            var row = limit.RowOf(owner);
            if (row < 0) continue;
            once += Rows[row] * limit.Count;
            perMinute += Rows[row] * limit.PerMinute;
        }

        for (var level = 0; level < chosen.Minutes.Length && chosen.Minutes[level] <= _problem.Reach[item]; level++)
        {
            best = Math.Max(best, chosen.Gains[level] - once - (perMinute * chosen.Minutes[level]));
        }

        return best;
    }

    private double BoundOf()
    {
        double bound = 0;
        foreach (var row in _part.Rows) bound += Rows[row] * _problem.Limits[row];
        // Of owners with the same rows otherwise, the one with the cheapest hours.
        var cheapest = new Dictionary<int, int>();
        foreach (var item in _part.Items)
        {
            var chosen = _problem.Items[item];
            if (chosen.Limits.Length > 1)
            {
                bound += BestReduced(item);
                continue;
            }

            if (!cheapest.TryGetValue(chosen.OwnerSet, out var owner))
            {
                owner = chosen.Owners[0];
                foreach (var other in chosen.Owners)
                {
                    if (Rows[other] < Rows[owner]) owner = other;
                }

                cheapest.Add(chosen.OwnerSet, owner);
            }

            bound += BestReduced(item, owner);
        }

        return bound;
    }
}
