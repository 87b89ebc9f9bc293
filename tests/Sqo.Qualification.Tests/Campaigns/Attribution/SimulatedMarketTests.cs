using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Campaigns.Attribution;

/// <summary>
/// A market whose effects are known, to show what attribution gets right and what it gets wrong. A video adds 3 points to the chance of
/// converting. People who already want to buy, a fifth, convert 20 points more often and nearly all search first; retargeting follows those
/// who searched. Neither search nor retargeting changes anything.
/// </summary>
public class SimulatedMarketTests
{
    private const int People = 40_000;
    private const double Base = 0.02;
    private const double OfVideo = 0.03;
    private const double OfIntent = 0.20;
    private const double Confidence = 0.999;

    [Fact]
    public void Attribution_KnownEffects_CreditsWhoIsThereAndATestFindsWhatCauses()
    {
        var comparison = AttributionComparison.Of(Market(null).Select(person => person.Path));
        string[] shown = ["first-touch", "last-touch", "linear", "markov-1", "shapley"];
        // What is right: who is there more often when people convert. What is wrong: who causes it.
        Assert.All(shown.Skip(1), id => Assert.True(Share(id, "search") + Share(id, "retargeting") > 0.5, id));
        var tests = new[] { "video", "search", "retargeting" }.ToDictionary(channel => channel, Test);
        var video = tests["video"].Interval(Confidence)!.Value;
        Assert.True(video.Contains(OfVideo));
        Assert.True(video.Low > 0);
        Assert.True(tests["search"].Interval(Confidence)!.Value.Contains(0));
        Assert.True(tests["retargeting"].Interval(Confidence)!.Value.Contains(0));
        // The table in the docs.
        Snapshot.Match(
            string.Join("\n", shown.Select(id => id + ": " + string.Join(", ", comparison[id].Channels.Select(credit =>
                FormattableString.Invariant($"{credit.Channel} {credit.Share:F2}")))).Concat(tests.Select(test =>
                FormattableString.Invariant($"{test.Key} held out: {100 * test.Value.Value:F1} points, {IsClear(test.Value)}")))),
            "SimulatedMarket");

        double Share(string id, string channel) => comparison[id][channel].Share!.Value;

        static bool IsClear(RateDifference difference) => !difference.Interval(Confidence)!.Value.Contains(0);
    }

    /// <summary>Half of those whom a channel would reach are held out from it.</summary>
    private static RateDifference Test(string channel)
    {
        var people = Market(channel).Where(person => person.WouldSee).ToList();
        return new(Rate(people.Where(person => !person.IsHeldOut)), Rate(people.Where(person => person.IsHeldOut)));

        static ObservedRate Rate(IEnumerable<(AttributionPath Path, bool WouldSee, bool IsHeldOut)> group)
        {
            var paths = group.Select(person => person.Path).ToList();
            return new(paths.Sum(path => path.Conversions), paths.Count);
        }
    }

    private static List<(AttributionPath Path, bool WouldSee, bool IsHeldOut)> Market(string? tested)
    {
        var random = new SeededRandom(11);
        return
        [
            .. Enumerable.Range(0, People).Select(i =>
            {
                // Always as many random numbers, so that the same people come in each market.
                double intent = random.Share(), video = random.Share(), search = random.Share(), retargeting = random.Share(),
                    buys = random.Share();
                var isHeldOut = tested is not null && IncrementalityTest.IsHeldOut("person " + i, 0.5, 3);
                var wants = intent < 0.2;
                var channels = new List<string>();
                var would = new List<string>();
                Meet("video", video < 0.3);
                Meet("search", search < (wants ? 0.9 : 0.1));
                Meet("retargeting", channels.Contains("search") && retargeting < 0.8);
                var converts = buys < Base + (channels.Contains("video") ? OfVideo : 0) + (wants ? OfIntent : 0);
                return (new AttributionPath(channels, converts ? 1 : 0, converts ? 0 : 1), would.Contains(tested ?? ""), isHeldOut);

                void Meet(string channel, bool meets)
                {
                    if (!meets) return;
                    would.Add(channel);
                    if (!(isHeldOut && channel == tested)) channels.Add(channel);
                }
            }),
        ];
    }
}
