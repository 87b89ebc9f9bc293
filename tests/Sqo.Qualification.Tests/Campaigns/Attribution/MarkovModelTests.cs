using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using static Sqo.Qualification.Tests.Campaigns.Attribution.PathSpec;

namespace Sqo.Qualification.Tests.Campaigns.Attribution;

public class MarkovModelTests
{
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Effects_RandomGraphs_AreThoseOfRationalArithmetic(int order) => Property.Holds(Deep.Size(25, 300), (random, size) =>
    {
        var paths = PathSpec.Random(random, size * 2, random.Between(1, 4), order == 3 ? 4 : 6, hasValues: false);
        var expected = MarkovOracle.Effects(paths, order);
        var model = Compare(paths, AttributionModels.Markov(order)).Models[0];
        if (expected.Count == 0)
        {
            Assert.False(model.HasCredit);
            return;
        }

        Assert.Equal(expected.Keys, model.Channels.Select(channel => channel.Channel));
        foreach (var channel in model.Channels) Assert.Equal(expected[channel.Channel], channel.AssistedShare!.Value, Tolerance);
        var sum = expected.Values.Sum();
        foreach (var channel in model.Channels) Assert.Equal(expected[channel.Channel] / sum, channel.Share!.Value, Tolerance);
    });

    [Fact]
    public void Effects_SelfLoops_ChangeNothingAtOrderOne() => Property.Holds(30, (random, size) =>
    {
        var paths = PathSpec.Random(random, size * 3, 4, hasValues: false);
        var stuttered = paths.Select(path => new AttributionPath(
            path.Touches.SelectMany(touch => Enumerable.Repeat(touch.Channel, random.Between(1, 3))), path.Conversions,
                path.NonConversions));
        var one = Compare(paths, AttributionModels.Markov()).Models[0];
        var other = Compare(stuttered, AttributionModels.Markov()).Models[0];
        Assert.Equal(one.Channels.Select(Facts), other.Channels.Select(Facts));
    });

    [Fact]
    public void Effects_EqualChannels_AreEqual() => Property.Holds(30, (random, size) =>
    {
        // Each path once more with the two channels exchanged.
        var paths = PathSpec.Random(random, size * 2, 4, hasValues: false);
        var mirrored = paths.Select(path => new AttributionPath(
            path.Touches.Select(touch => touch.Channel == "c0" ? "c1" : touch.Channel == "c1" ? "c0" : touch.Channel),
            path.Conversions, path.NonConversions));
        foreach (var model in Compare(
            [.. paths, .. mirrored], AttributionModels.Markov(), AttributionModels.Markov(2), AttributionModels.Markov(3)).Models)
        {
            if (!model.HasCredit || model.Channels.Count < 2) continue;
            var shares = model.Channels.ToDictionary(channel => channel.Channel, channel => channel.Share);
            if (shares.TryGetValue("c0", out var first)) Assert.Equal(first!.Value, shares["c1"]!.Value, Tolerance);
        }
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Effects_ChannelThatEveryWalkPasses_IsOne(int order)
    {
        var paths = new[] { Seq("a>gate>b"), Seq("c>gate"), Seq("a>c", 0, 5), Seq("gate>a>gate", 2) };
        var model = Compare(paths, AttributionModels.Markov(order)).Models[0];
        Assert.Equal(1, model["gate"].AssistedShare!.Value, Tolerance);
        Assert.True(model["a"].AssistedShare < 1);
    }

    [Fact]
    public void Effects_NothingConverts_GiveNoCreditAndSaySo()
    {
        var model = Compare([Seq("a>b", 0, 4)], AttributionModels.Markov()).Models[0];
        Assert.False(model.HasCredit);
        Assert.Null(model["a"].Share);
        Assert.Equal(AttributionNote.NothingConverts, Assert.Single(model.Notes).Id);
    }

    [Fact]
    public void Effects_RareConversions_KeepTheirDigits()
    {
        // One in a billion converts, after many rounds; 1 minus a probability would lose half of the digits.
        var paths = new[] { Seq("a>b>a>b>a", 1, 0), Seq("b>a>b", 0, 1_000_000_000), Seq("c>b", 0, 5) };
        foreach (var order in new[] { 1, 2, 3 })
        {
            var expected = MarkovOracle.Effects(paths, order);
            var model = Compare(paths, AttributionModels.Markov(order)).Models[0];
            foreach (var channel in model.Channels) Assert.Equal(expected[channel.Channel], channel.AssistedShare!.Value, Tolerance);
        }
    }

    /// <summary>More than a few windows are solved by sweeps, which must agree with elimination; slow chains fall back on it.</summary>
    [Theory]
    [InlineData(5, 8)]
    [InlineData(5, 400)]
    public void Effects_ManyWindows_AreThoseOfElimination(int channels, int longest)
    {
        var random = new SeededRandom(7);
        var paths = PathSpec.Random(random, longest > 100 ? 40 : 900, channels, longest, hasValues: false);
        var counts = new AttributionAccumulator([AttributionModels.Markov(3)]);
        foreach (var path in paths) counts.Add(path);
        var windows = paths.SelectMany(path => Enumerable.Range(0, path.Length).Select(i => string.Join(
            ">", path.Touches.Take(i + 1).Skip(Math.Max(0, i - 2)).Select(touch => touch.Channel)))).Distinct().Count();
        Assert.InRange(windows, 130, 155);
        var model = counts.Compare().Models[0];
        var expected = DoubleOracle(paths, 3);
        foreach (var channel in model.Channels) Assert.Equal(expected[channel.Channel], channel.AssistedShare!.Value, 1e-11);
    }

    private static (string, double?, double?) Facts(ChannelCredit credit) => (credit.Channel, credit.Share, credit.AssistedShare);

    /// <summary>The definition in doubles, by Gaussian elimination with pivots.</summary>
    private static Dictionary<string, double> DoubleOracle(List<AttributionPath> paths, int order)
    {
        var states = new List<string> { "" };
        var index = new Dictionary<string, int> { [""] = 0 };
        var moves = new Dictionary<(int, int), double>();
        var (conversions, totals) = (new Dictionary<int, double>(), new Dictionary<int, double>());
        foreach (var path in paths.Where(path => path.Length > 0))
        {
            var from = 0;
            var window = new List<string>();
            double count = path.Conversions + path.NonConversions;
            foreach (var touch in path.Touches)
            {
                window.Add(touch.Channel);
                if (window.Count > order) window.RemoveAt(0);
                var name = string.Join("|", window);
                if (!index.TryGetValue(name, out var to))
                {
                    index[name] = to = states.Count;
                    states.Add(name);
                }

                moves[(from, to)] = moves.At((from, to)) + count;
                totals[from] = totals.At(from) + count;
                from = to;
            }

            conversions[from] = conversions.At(from) + path.Conversions;
            totals[from] = totals.At(from) + count;
        }

        var all = Converting(null);
        return paths.SelectMany(path => path.Touches).Select(touch => touch.Channel).Distinct()
            .ToDictionary(channel => channel, channel => 1 - (Converting(channel) / all));

        double Converting(string? removed)
        {
            var n = states.Count;
            var a = new double[n][];
            for (var i = 0; i < n; i++)
            {
                a[i] = new double[n + 1];
                a[i][i] = 1;
                if (totals.At(i) > 0) a[i][n] = conversions.At(i) / totals[i];
            }

            foreach (var move in moves)
            {
                var (from, to) = move.Key;
                if (totals[from] > 0 && (removed is null
                    || states[to].Split('|').Last() != removed)) a[from][to] -= move.Value / totals[from];
            }

            for (var k = n - 1; k >= 0; k--)
            {
                for (var i = 0; i < k; i++)
                {
                    var factor = a[i][k] / a[k][k];
                    if (factor == 0) continue;
                    for (var j = 0; j <= n; j++) a[i][j] -= factor * a[k][j];
                }
            }

            return a[0][n] / a[0][0];
        }
    }
}
