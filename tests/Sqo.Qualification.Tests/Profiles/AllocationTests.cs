#if NET
using System;
using System.Diagnostics;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles;

public class AllocationTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [OptimizedFact]
    public void Decide_WarmProfile_AllocatesNothing()
    {
        var profile = Profile();
        var random = new SeededRandom(1);
        var probes = Enumerable.Range(0, 200).Select(_ => Probe.Generate(random, AsOf)).ToArray();
        Assert.Equal(0, Measured(() => DecideEach(profile, probes)));
    }

    [OptimizedFact]
    public void DecideAll_MoreRows_AllocatesNoMore()
    {
        var profile = Profile();
        var random = new SeededRandom(2);
        var few = Enumerable.Range(0, 256).Select(_ => Probe.Generate(random, AsOf)).ToArray();
        var many = Enumerable.Range(0, 8).SelectMany(_ => few).ToArray();
        var fewListed = few.ToList();
        var manyListed = many.ToList();
        var decisions = new Decision[many.Length];
        AllocateTheSame(() => profile.DecideAll(few, decisions, AsOf), () => profile.DecideAll(many, decisions, AsOf));
        AllocateTheSame(() => profile.DecideAll(fewListed, decisions, AsOf), () => profile.DecideAll(manyListed, decisions, AsOf));
#if SPAN_OVERLOADS
        AllocateTheSame(
            () => profile.DecideAll(few.AsSpan(), decisions, AsOf), () => profile.DecideAll(many.AsSpan(), decisions, AsOf));
#endif

        // The compiler may put an object of the call on the stack in one loop and not in the other. Anything allocated per chunk would be
        // at least 24 bytes for each of the seven more.
        static void AllocateTheSame(Action few, Action many)
        {
            var bytes = Measured(few);
            Assert.InRange(Measured(many), bytes - 128, bytes + 128);
        }
    }

    [OptimizedFact]
    public void CriterionSet_Enumerated_AllocatesNothing()
    {
        var set = new CriterionSet(0b1011);
        var sum = 0;
        Assert.Equal(0, Measured(() =>
        {
            foreach (var index in set) sum += index;
        }));
        Assert.NotEqual(0, sum);
    }

    private static void DecideEach(QualificationProfile<Probe> profile, Probe[] probes)
    {
        foreach (var probe in probes) profile.Decide(probe, AsOf);
    }

    /// <summary>The least of several runs, all of them after a warm-up: tiered compilation may allocate on the way.</summary>
    private static long Measured(Action action)
    {
        // The runtime compiles anew what was called 30 times, a tenth of a second after it last compiled something.
        var warmUp = Stopwatch.StartNew();
        for (var i = 0; i < 31 || warmUp.ElapsedMilliseconds < 300; i++) action();
        var least = long.MaxValue;
        for (var i = 0; i < 10; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static QualificationProfile<Probe> Profile() => QualificationProfile.Create<Probe>("ten", p =>
    {
        p.Criterion("budget", x => x.Amounts[0]).AtLeast(100m).Required();
        p.Criterion("authority", x => x.Flags[1]).IsTrue().Required();
        p.Criterion("industry", x => x.Texts[2]).OneOf("saas", "fintech", "retail").Weight(15);
        p.Criterion("close", x => x.Dates[3]).WithinNext(180).Weight(5);
        p.Criterion("recency", x => x.Dates[4]).HalfLife(14).Weight(20);
        p.Group("engagement", g =>
        {
            g.Criterion("activity", x => x.Readings[5]).Linear(0, 100).DecayBy(x => x.Dates[5], 30).Weight(30);
            g.Criterion("tags", x => x.Tags[6]).ContainsAny("api", "sso").Weight(20);
            g.Group("inner", inner => inner.Criterion("entries", x => x.Tags[7]).CountAtLeast(2).Weight(-5)).Floor(-3);
        }).Cap(45);
        p.AtLeast(2, "need", g =>
        {
            g.Criterion("region", x => x.Regions[8]).NoneOf(Region.South);
            g.Criterion("evidence", x => x.Evidence[9]).AtLeast(EvidenceLevel.Confirmed);
            g.AllOf("nested", all =>
            {
                all.Criterion("text", x => x.Texts[10]).Contains("a");
                all.Criterion("duration", x => x.Durations[11]).AtMost(TimeSpan.FromHours(48));
                all.Criterion("steps", x => x.Counts[12]).Steps(new CurvePoint(10, 0.5), new CurvePoint(50, 1));
            });
        }).Weight(10);
        p.Criterion("rule").Satisfies(x => x.Flags[13] != false).Weight(1);
        p.QualifyAt(60).NearMissWithin(10);
    });
}
#endif
