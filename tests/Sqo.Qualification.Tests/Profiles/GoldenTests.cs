using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles;

/// <summary>The same bytes on every target: the tests of each of them hold the same hashes.</summary>
public class GoldenTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void Decide_TwoThousandObjects_GivesTheBytesOfEveryTarget()
    {
        var profile = Profile();
        var bytes = new List<byte>();
        foreach (var decision in profile.DecideAll(Probes(2_000), AsOf))
        {
            bytes.Add((byte)decision.Verdict);
            foreach (var number in new[] { decision.Score, decision.Lowest, decision.Highest, decision.Completeness })
            {
                Append(bytes, (ulong)BitConverter.DoubleToInt64Bits(number));
            }

            Append(bytes, decision.Unmet.Mask);
            Append(bytes, decision.Unknown.Mask);
        }

        AssertHash("ff354a8dbc20f33fa9c8ecbf42c5227ffda7d7a0ac7b5dacafcb9a6a6be1c688", bytes.ToArray());
    }

    [Fact]
    public void Explain_FiveHundredObjects_GivesTheBytesOfEveryTarget()
    {
        var profile = Profile();
        var text = new StringBuilder(profile.Declaration);
        foreach (var probe in Probes(500))
        {
            var result = profile.Explain(probe, AsOf);
            text.Append(result.ToRecord().ToJson()).Append('\n');
            text.Append(result.ToText(ExplanationTexts.English)).Append('\n').Append(result.ToText(ExplanationTexts.Swedish)).Append('\n');
        }

        AssertHash("e584df3b51c014de0069235a40b7eb33d58145b965d0d3dc6afce223000f6f4a", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static Probe[] Probes(int count)
    {
        var random = new SeededRandom(20_261_123);
        var probes = new Probe[count];
        for (var i = 0; i < count; i++) probes[i] = Probe.Generate(random, AsOf, missing: 0.15);
        return probes;
    }

    private static QualificationProfile<Probe> Profile() => QualificationProfile.Create<Probe>("golden", p =>
    {
        p.Criterion("budget", x => x.Amounts[0]).AtLeast(100m).Required().Currency("EUR").Label("Budget \u00e5\u00e4\u00f6");
        p.Criterion("authority", x => x.Flags[1]).IsTrue().Required();
        p.Criterion("industry", x => x.Texts[2]).OneOf("saas", "fintech", "malm\u00d6").Weight(15.1);
        p.Criterion("close", x => x.Dates[3]).WithinNext(20).Weight(5.3);
        p.Criterion("seen", x => x.Dates[14]).WithinLast(30).Weight(1 / 3.0);
        p.Criterion("recency", x => x.Dates[4]).HalfLife(14).Weight(20);
        p.Group("engagement", g =>
        {
            g.Criterion("activity", x => x.Readings[5]).Linear(0, 99).DecayBy(x => x.Dates[5], 30).Weight(30);
            g.Criterion("tags", x => x.Tags[6]).ContainsAny("api", "sso").Weight(20);
            g.Group("inner", inner => inner.Criterion("entries", x => x.Tags[7]).CountAtLeast(2).Weight(-5)).Floor(-3);
        }).Cap(45);
        p.Criterion("logistic", x => x.Numbers[8]).Logistic(40, 0.07).Weight(7).MetFrom(0.4);
        p
            .Criterion("piecewise", x => x.Numbers[9])
            .PiecewiseLinear(new CurvePoint(0, 0.1), new CurvePoint(30, 0.9), new CurvePoint(100, 0.3))
            .Weight(-4);
        p.Criterion("steps", x => x.Counts[10]).Steps(new CurvePoint(10, 0.5), new CurvePoint(50, 1)).Weight(3);
        p.AtLeast(2, "need", g =>
        {
            g.Criterion("region", x => x.Regions[8]).NoneOf(Region.South);
            g.Criterion("evidence", x => x.Evidence[9]).AtLeast(EvidenceLevel.Confirmed);
            g.NoneOf("nested", none =>
            {
                // With the usual limit, a machine that pauses for 0.1 s makes it a fault.
                none.Criterion("pattern", x => x.Texts[10]).Matches("^[a-s]+$", TimeSpan.FromSeconds(10));
                none.Criterion("duration", x => x.Durations[11]).AtMost(TimeSpan.FromHours(48));
            });
        }).Weight(10).DecayBy(x => x.Dates[12], 45);
        p.QualifyAt(55).NearMissWithin(10);
    });

    private static void Append(List<byte> bytes, ulong number)
    {
        for (var i = 0; i < 8; i++) bytes.Add((byte)(number >> (8 * i)));
    }

    private static void AssertHash(string expected, byte[] bytes)
    {
        using var sha = SHA256.Create();
        var hash = BitConverter.ToString(sha.ComputeHash(bytes)).Replace("-", "").ToLowerInvariant();
        Assert.True(expected == hash, $"The bytes have the hash {hash} and not {expected}.");
    }
}
