using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using static Sqo.Qualification.Tests.Campaigns.Attribution.PathSpec;

namespace Sqo.Qualification.Tests.Campaigns.Attribution;

/// <summary>What holds for every model.</summary>
public class AttributionPropertiesTests
{
    private static readonly AttributionModel[] All = [.. AttributionModels.BuiltIn, AttributionModels.Markov(2, true), new Custom(),
        new FirstChannel()];

    [Fact]
    public void Credits_RandomPaths_AddUpToTheTotal() => Property.Holds(Deep.Size(40, 1_000), (random, size) =>
    {
        var paths = PathSpec.Random(random, size * 4, random.Between(1, 6));
        var comparison = AttributionComparison.Of(paths, All, new AttributionOptions(decimals: random.Pick(0, 2, 3)));
        foreach (var model in comparison.Models.Where(model => model.HasCredit))
        {
            var conversions = paths.Where(path => path.Length > 0).Sum(path => path.Conversions)
                - (model.Notes.FirstOrDefault(note => note.Id == AttributionNote.Unshared)?.Count ?? 0);
            Assert.Equal(conversions, model.Conversions);
            Assert.Equal(conversions, model.Channels.Sum(channel => channel.Conversions!.Value), 1e-9);
            Assert.Equal(1, model.Channels.Sum(channel => channel.Share!.Value), 1e-12);
            Assert.All(model.Channels, channel => Assert.InRange(channel.Share!.Value, 0, 1));
            for (var i = 0; i < model.Values.Count; i++)
            {
                Assert.Equal(model.Values[i].Amount, model.Channels.Sum(channel => channel.Values[i].Amount));
                Assert.All(model.Channels, channel => Assert.Equal(model.Values[i].Currency, channel.Values[i].Currency));
            }

            if (model.Notes.Any(note => note.Id == AttributionNote.Unshared)) continue;
            var total = paths.Where(path => path.Length > 0).Sum(path => path.Value ?? 0);
            Assert.Equal(total, model.Values.Sum(value => value.Amount));
        }
    });

    [Fact]
    public void Credits_OtherOrderAndAnySplit_HaveTheSameBits() => Property.Holds(Deep.Size(10, 500), (random, size) =>
    {
        var paths = PathSpec.Random(random, size * 4, random.Between(1, 6));
        var whole = Accumulated(paths);
        var shuffled = paths.OrderBy(_ => random.Next()).ToList();
        var parts = shuffled.GroupBy(_ => random.Below(3)).Select(Accumulated).ToList();
        var merged = new AttributionAccumulator(All);
        foreach (var part in parts)
        {
            // By way of plain data, as between machines.
            merged.Merge(random.Chance(0.5) ? part : AttributionAccumulator.FromState(part.ToState(), All));
        }

        Assert.Equal(Rows(whole), Rows(merged));
        Assert.Equal(Facts(whole.Compare()), Facts(merged.Compare()));
        Assert.Equal(Facts(whole.Compare()), Facts(AttributionAccumulator.FromState(whole.ToState(), All).Compare()));
    });

    [Fact]
    public void Credits_RenamedChannels_MoveWithThem() => Property.Holds(Deep.Size(30, 500), (random, size) =>
    {
        var paths = PathSpec.Random(random, size * 4, 5, hasValues: false);
        // In reverse, so that the order of the names is another one.
        var renamed = paths.Select(path => AttributionPath.Of(
            path.Touches.Select(touch => new AttributionTouch(Renamed(touch.Channel), touch.DaysBefore)),
            AnchorsOf(path),
            path.Conversions,
            path.NonConversions));
        var one = Compare(paths, All);
        var other = Compare(renamed, All);
        foreach (var model in one.Models)
        {
            foreach (var channel in model.Channels)
            {
                var same = other[model.Model.Id][Renamed(channel.Channel)];
                AssertClose(channel.Share, same.Share);
                AssertClose(channel.Points, same.Points);
                AssertClose(channel.AssistedShare, same.AssistedShare);
            }
        }

        static string Renamed(string channel) => "z" + (9 - (channel[1] - '0'));

        static void AssertClose(double? a, double? b)
        {
            Assert.Equal(a is null, b is null);
            if (a is not null) Assert.Equal(a.Value, b!.Value, 1e-12);
        }
    });

    [Fact]
    public void Credits_ChannelOfNonConvertingPathsAlone_GetsNothing()
    {
        var comparison = AttributionComparison.Of(
            [Seq("a>b", 2, 1, 10), Seq("never", 0, 3)], All.Where(model => model.Id != "first-channel"));
        foreach (var model in comparison.Models)
        {
            var credit = model["never"];
            if (model.HasPoints) Assert.True(credit.Points < 0.01);
            else if (model.HasCredit) Assert.Equal((0, 0), (credit.Share, credit.Values.Sum(value => value.Amount)));
            else Assert.Equal("time-decay", model.Model.Id);
        }

        Assert.Throws<KeyNotFoundException>(() => comparison.Models[0]["nev"]);
    }

    [Fact]
    public void Credits_CountsOrRepeatedRows_AreTheSame() => Property.Holds(30, (random, size) =>
    {
        var paths = PathSpec.Random(random, size * 2, 4, hasValues: false);
        var rows = paths.SelectMany(path => Enumerable.Repeat((path, true), (int)path.Conversions)
                .Concat(Enumerable.Repeat((path, false), (int)path.NonConversions)))
            .Select(row => AttributionPath.Of(
                row.path.Touches,
                AnchorsOf(row.path),
                row.Item2 ? 1 : 0,
                row.Item2 ? 0 : 1));
        var counted = Compare(paths.Where(path => path.Conversions + path.NonConversions > 0), All);
        var repeated = Compare(rows, All);
        Assert.Equal(
            Facts(counted).Where(fact => !fact.StartsWith("paths", StringComparison.Ordinal)),
            Facts(repeated).Where(fact => !fact.StartsWith("paths", StringComparison.Ordinal)));
    });

    [Fact]
    public void Values_TiesToTheCent_GoByChannel()
    {
        var comparison = Compare([Seq("c>a>b", value: 100m), Seq("b>c>a", value: 100m), Seq("a>b>c", value: 100.01m)],
            AttributionModels.Linear);
        Assert.Equal([100.01m, 100m, 100m], comparison.Models[0].Channels.Select(channel => channel.Values[0].Amount));
        var third = Compare([Seq("c>a>b", value: 0.02m)], AttributionModels.Linear);
        Assert.Equal([0.01m, 0.01m, 0m], third.Models[0].Channels.Select(channel => channel.Values[0].Amount));
    }

    [Fact]
    public void Values_SeveralCurrenciesRefundsAndOddPlaces_TieOut()
    {
        var paths = new[]
        {
            AttributionPath.Parse("a>b>c", value: 10.005m, currency: "EUR"), AttributionPath.Parse("a", value: -10m, currency: "EUR"),
            AttributionPath.Parse("b>c", value: 1m, currency: "SEK"), AttributionPath.Parse("", value: 7m, currency: "SEK"),
            AttributionPath.Parse("b>a>c", value: 79_228_162_514_264_337_593_543.95m, currency: "USD"),
        };
        Assert.Throws<OverflowException>(() => Compare(paths, AttributionModels.Linear));
        paths[4] = AttributionPath.Parse("b>a>c", value: 79_228_162_514_264_337.95m, currency: "USD");
        var comparison = Compare(paths, AttributionModels.Linear, AttributionModels.Markov());
        foreach (var model in comparison.Models)
        {
            Assert.Equal(
                [new CurrencyAmount("EUR", 0.005m), new("SEK", 1m), new("USD", 79_228_162_514_264_337.95m)], model.Values);
            for (var i = 0; i < 3; i++) Assert.Equal(model.Values[i].Amount, model.Channels.Sum(channel => channel.Values[i].Amount));
        }

        Assert.Equal([new CurrencyAmount("SEK", 7m)], comparison.Coverage.ValuesWithoutTouch);
        Assert.Equal(1, comparison.Coverage.ConversionsWithoutTouch);
        Assert.Equal([-6.665m, 3.335m, 3.335m], comparison["linear"].Channels.Select(channel => channel.Values[0].Amount));
    }

    // Two models that count the same share a tally, and models that look at conversions alone don't see the other paths.
    [Fact]
    public void Credits_ModelsCountedTogether_HaveTheBitsOfEachAlone() => Property.Holds(Deep.Size(5, 100), (random, size) =>
    {
        var paths = PathSpec.Random(random, size * 3, random.Between(1, 6)).ToArray();
        var alone = All.SelectMany(model => Facts(Compare(paths, model)).Skip(2));
        Assert.Equal(alone, Facts(Compare(paths, All)).Skip(2));
    });

    private static AttributionAccumulator Accumulated(IEnumerable<AttributionPath> paths)
    {
        var accumulator = new AttributionAccumulator(All);
        foreach (var path in paths) accumulator.Add(path);
        return accumulator;
    }

    private static List<string> Rows(AttributionAccumulator accumulator) => [.. accumulator.ToState().Select(row => row.ToString())];

    private static List<string> Facts(AttributionComparison comparison)
    {
        var facts = new List<string> { $"paths {comparison.Coverage.Paths}", $"agreement {comparison.Agreement:R}" };
        foreach (var model in comparison.Models)
        {
            facts.AddRange(model.Channels.Select(channel =>
                $"{model} {channel.Channel} {channel.Share:R} {channel.Conversions:R} {channel.AssistedShare:R} {channel.Points:R} " +
                string.Join(" ", channel.Values)));
            facts.AddRange(model.Notes.Where(note => note.Id != AttributionNote.NothingConverts).Select(note => $"{model} {note}"));
        }

        return facts;
    }

    /// <summary>Middle touches alone, or all of two: by the door for models that share each path.</summary>
    private sealed class Custom() : PathAttributionModel("middle")
    {
        protected override bool Share(AttributionPath path, double[] shares)
        {
            if (path.Length == 1) return false;
            for (var i = 0; i < shares.Length; i++) shares[i] = shares.Length == 2 ? 0.5 : i == 0 || i == shares.Length - 1 ? 0
                : 1.0 / (shares.Length - 2);
            return true;
        }
    }

    /// <summary>A model of counts: the door of Markov and Shapley.</summary>
    private sealed class FirstChannel() : AttributionModel("first-channel")
    {
        public override void Count(AttributionPath path, AttributionTally tally)
        {
            tally.CountSequence([tally.ChannelOf(0), AttributionTally.End], 1);
            tally.CountSet();
            tally.Note("seen", 1 * (path.Conversions + path.NonConversions));
        }

        public override AttributionWeights Attribute(AttributionTally tally)
        {
            var shares = new double[tally.Channels.Count];
            foreach (var count in tally.Sequences) shares[count.Key[0]] += count.Conversions + count.NonConversions;
            return shares.Sum() == 0 ? AttributionWeights.None("nothing") : AttributionWeights.Shares(shares);
        }
    }
}
