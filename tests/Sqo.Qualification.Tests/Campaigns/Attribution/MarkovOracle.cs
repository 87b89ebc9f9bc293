using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace Sqo.Qualification.Tests.Campaigns.Attribution;

/// <summary>Removal effects in exact rational arithmetic, by the definition: solve the chain with all channels, and without each.</summary>
internal static class MarkovOracle
{
    private const string Start = "";

    /// <summary>The effect of each channel, by name; empty if nothing converts.</summary>
    public static SortedDictionary<string, double> Effects(IReadOnlyList<AttributionPath> paths, int order)
    {
        var moves = new Dictionary<string, Dictionary<string, BigInteger>>();
        var (conversions, others) = (new Dictionary<string, BigInteger>(), new Dictionary<string, BigInteger>());
        foreach (var path in paths.Where(path => path.Length > 0))
        {
            var from = Start;
            var window = new List<string>();
            foreach (var touch in path.Touches)
            {
                window.Add(touch.Channel);
                if (window.Count > order) window.RemoveAt(0);
                var to = string.Join("|", window);
                if (!moves.TryGetValue(from, out var row)) moves[from] = row = [];
                row[to] = row.At(to) + path.Conversions + path.NonConversions;
                from = to;
            }

            conversions[from] = conversions.At(from) + path.Conversions;
            others[from] = others.At(from) + path.NonConversions;
        }

        var states = moves.Keys.Concat(conversions.Keys).Concat(moves.Values.SelectMany(row => row.Keys)).Distinct().ToList();
        var effects = new SortedDictionary<string, double>(System.StringComparer.Ordinal);
        if (moves.Count == 0) return effects; // No path has a touch.
        var all = Converting(null);
        if (all.Top.IsZero) return effects;
        foreach (var channel in paths.SelectMany(path => path.Touches).Select(touch => touch.Channel).Distinct())
        {
            var without = Converting(channel);
            // 1 - without / all
            effects[channel] = Ratio((all.Top * without.Bottom) - (without.Top * all.Bottom), all.Top * without.Bottom);
        }

        return effects;

        // Fraction-free elimination would do as well; the graphs are small.
        (BigInteger Top, BigInteger Bottom) Converting(string? removed)
        {
            var live = states.Where(state => removed is null || state.Split('|').Last() != removed).ToList();
            var n = live.Count;
            var a = new Fraction[n, n + 1];
            for (var i = 0; i < n; i++)
            {
                var row = moves.At(live[i]) ?? [];
                var total = row.Values.Aggregate(BigInteger.Zero, (sum, x) => sum + x) + conversions.At(live[i])
                    + others.At(live[i]);
                for (var j = 0; j < n; j++)
                {
                    var p = total.IsZero ? Fraction.Zero : new Fraction(row.At(live[j]), total);
                    a[i, j] = (i == j ? Fraction.One : Fraction.Zero) - p;
                }

                a[i, n] = total.IsZero ? Fraction.Zero : new Fraction(conversions.At(live[i]), total);
            }

            for (var k = 0; k < n; k++)
            {
                var pivot = Enumerable.Range(k, n - k).First(i => !a[i, k].Top.IsZero);
                for (var j = 0; j <= n; j++) (a[k, j], a[pivot, j]) = (a[pivot, j], a[k, j]);
                for (var i = 0; i < n; i++)
                {
                    if (i == k || a[i, k].Top.IsZero) continue;
                    var factor = a[i, k] / a[k, k];
                    for (var j = k; j <= n; j++) a[i, j] -= factor * a[k, j];
                }
            }

            var start = live.IndexOf(Start);
            var result = a[start, n] / a[start, start];
            return (result.Top, result.Bottom);
        }
    }

    private static double Ratio(BigInteger top, BigInteger bottom) => (double)(new BigInteger(1e18) * top / bottom) / 1e18;

    private readonly struct Fraction
    {
        public static readonly Fraction Zero = new(0, 1);

        public static readonly Fraction One = new(1, 1);

        public Fraction(BigInteger top, BigInteger bottom)
        {
            var common = BigInteger.GreatestCommonDivisor(top, bottom) * (bottom.Sign < 0 ? -1 : 1);
            Top = top / common;
            Bottom = bottom / common;
        }

        public BigInteger Top { get; }

        public BigInteger Bottom { get; }

        public static Fraction operator -(Fraction a, Fraction b) => new((a.Top * b.Bottom) - (b.Top * a.Bottom), a.Bottom * b.Bottom);

        public static Fraction operator *(Fraction a, Fraction b) => new(a.Top * b.Top, a.Bottom * b.Bottom);

        public static Fraction operator /(Fraction a, Fraction b) => new(a.Top * b.Bottom, a.Bottom * b.Top);
    }
}
