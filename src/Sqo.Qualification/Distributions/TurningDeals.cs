using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// Deals of one probability that are combined under most nodes and multiplied one by one under those between, where they turn from
/// unlikely to likely.
/// </summary>
internal sealed class TurningDeals
{
    private readonly int[] _deals;
    private readonly List<int> _blocks = [];

    /// <param name="deals">The deals.</param>
    /// <param name="row">Their probability under each of those nodes; 0 under the others.</param>
    /// <param name="period">The wavelength of the lowest frequency, in steps.</param>
    public TurningDeals(int[] deals, double[] row, double period)
    {
        (_deals, Large, Row) = (deals, deals, row);
        Waves = new(period);
        var block = Math.Min(ConditionalTerms.Block, row.Length);
        for (var start = 0; start < row.Length; start += block)
        {
            var isNeeded = false;
            for (var node = start; node < start + block; node++) isNeeded |= row[node] != 0;
            if (isNeeded) _blocks.Add(start);
        }
    }

    /// <summary>Their probability under each of the nodes between; 0 under the others.</summary>
    public double[] Row { get; }

    /// <summary>Where the blocks of nodes start in which they are multiplied.</summary>
    public IReadOnlyList<int> Blocks => _blocks;

    /// <summary>The deals that are multiplied.</summary>
    public int[] Large { get; private set; }

    /// <summary>The deals that are combined through their cumulants.</summary>
    public int[] Small { get; private set; } = [];

    /// <summary>The waves of those that are multiplied.</summary>
    public Waves Waves { get; }

    /// <summary>Divides the deals by their amounts.</summary>
    /// <param name="terms">All terms.</param>
    /// <param name="greatest">The greatest small amount.</param>
    public void Divide(LatticeTerms terms, double greatest)
    {
        Small = Array.FindAll(_deals, deal => terms.Amounts[deal] <= greatest);
        Large = Array.FindAll(_deals, deal => terms.Amounts[deal] > greatest);
    }

    /// <summary>Adds the cumulants of the small deals, by order and node.</summary>
    public void AddCumulants(LatticeTerms terms, double scale, double[][] cumulants)
    {
        var powers = new double[cumulants.Length];
        foreach (var deal in Small)
        {
            var (a, w) = (terms.Amounts[deal] / scale, (double)terms.Counts[deal]);
            for (var order = 0; order < powers.Length; order++) powers[order] += w *= a;
        }

        BernoulliCumulants.Add(cumulants, Row, powers, 0);
    }
}
