using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using static Sqo.Qualification.Tests.Campaigns.Attribution.PathSpec;

namespace Sqo.Qualification.Tests.Campaigns.Attribution;

/// <summary>Both worth functions against the definition: the sum over all subsets.</summary>
public class ShapleyTests
{
    [Fact]
    public void Revenue_AllSubsets_GivesTheSameConversionsAndValue() => Property.Holds(Deep.Size(20, 200), (random, size) =>
    {
        var (paths, names, sets) = Case(random, size);
        var model = Compare(paths, AttributionModels.Shapley).Models[0];
        if (!model.HasCredit) return;
        var conversions = BruteForce(names.Count, set =>
            sets.Where(path => (path.Set & ~set) == 0).Sum(path => (double)path.Path.Conversions));
        var value = BruteForce(names.Count, set => sets.Where(path => (path.Set & ~set) == 0).Sum(path => (double)(path.Path.Value ?? 0)));
        for (var i = 0; i < names.Count; i++)
        {
            Assert.Equal(conversions[i], model[names[i]].Conversions!.Value, 1e-9);
            var credited = model[names[i]].Values.Sum(amount => (double)amount.Amount);
            Assert.Equal(value[i], credited, 0.021);
        }
    });

    [Fact]
    public void ConversionRate_AllSubsets_GivesTheSamePoints() => Property.Holds(Deep.Size(20, 200), (random, size) =>
    {
        var (paths, names, sets) = Case(random, size);
        var model = Compare(paths, AttributionModels.ShapleyConversionRate).Models[0];
        var rates = sets.GroupBy(path => path.Set).ToDictionary(
            group => group.Key,
            group => (Won: group.Sum(path => path.Path.Conversions),
                All: group.Sum(path => path.Path.Conversions + path.Path.NonConversions)));
        var expected = BruteForce(names.Count, Worth);
        for (var i = 0; i < names.Count; i++) Assert.Equal(expected[i], model[names[i]].Points!.Value, 1e-12);
        Assert.Equal(Worth((1 << names.Count) - 1), model.Channels.Sum(channel => channel.Points!.Value), 1e-12);
        Assert.All(model.Channels, channel => Assert.Empty(channel.Values));

        double Worth(int set) => rates.TryGetValue(set, out var rate) && rate.All > 0 ? rate.Won / (double)rate.All : 0;
    });

    [Fact]
    public void ConversionRate_MoreThanTwentyChannels_IsExact()
    {
        // 40 channels, of which only 3 are ever together: what the others add is 0 for every subset.
        var paths = Enumerable.Range(0, 40).Select(i => Seq("c" + i, 0, 1)).ToList();
        paths.Add(Seq("c0>c1>c2", 1, 1));
        var model = Compare(paths, AttributionModels.ShapleyConversionRate).Models[0];
        // Only {0, 1, 2} has a worth, 1/2; with n = 40 and s = 3: (s-1)! (n-s)! / n! of it for a member, and s! (n-s-1)! / n! less for
        // others.
        Assert.Equal(0.5 / (40.0 * 39 * 38 / 2), model["c1"].Points!.Value, 1e-18);
        Assert.Equal(-0.5 / (40.0 * 39 * 38 * 37 / 6), model["c7"].Points!.Value, 1e-18);
        Assert.Equal(0, model.Channels.Sum(channel => channel.Points!.Value), 1e-15);
    }

    private static (List<AttributionPath> Paths, List<string> Names, List<(int Set, AttributionPath Path)> Sets) Case(
        SeededRandom random, int size)
    {
        List<AttributionPath> paths = [Seq("c0", 0, 1), .. PathSpec.Random(random, size * 3, random.Between(1, 8))];
        var names = paths.SelectMany(path => path.Touches).Select(touch => touch.Channel).Distinct().OrderBy(
            name => name, System.StringComparer.Ordinal)
            .ToList();
        var sets = paths.Where(path => path.Length > 0)
            .Select(path => (path.Touches.Select(touch => 1 << names.IndexOf(touch.Channel)).Aggregate((a, b) => a | b), path)).ToList();
        return (paths, names, sets);
    }

    private static double[] BruteForce(int n, System.Func<int, double> worth)
    {
        var factorial = new double[n + 1];
        factorial[0] = 1;
        for (var i = 1; i <= n; i++) factorial[i] = factorial[i - 1] * i;
        var worths = Enumerable.Range(0, 1 << n).Select(set => set == 0 ? 0 : worth(set)).ToArray();
        return
        [
            .. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, 1 << n).Where(set => (set >> i & 1) == 0).Sum(set =>
            {
                var size = Sqo.Qualification.Internal.Bits.Count((ulong)set);
                return factorial[size] * factorial[n - size - 1] / factorial[n] * (worths[set | 1 << i] - worths[set]);
            })),
        ];
    }
}
