using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles;

public class ProfileTests
{
    [Fact]
    public void Criteria_OfAProfile_ComeInItsOrderEachBeforeItsParts()
    {
        var profile = Build();
        Assert.Equal(["gate", "all", "one", "any", "two", "three", "last"], profile.Criteria.Select(c => c.Id));
        Assert.Equal(Enumerable.Range(0, 7), profile.Criteria.Select(c => c.Index).OrderBy(i => i));
        var any = profile["any"];
        Assert.Equal(CriterionKind.AnyOf, any.Kind);
        Assert.Equal(["two", "three"], any.Parts.Select(c => c.Id));
        Assert.Same(profile["all"], any.Parent);
        Assert.All(any.Parts, part => Assert.Same(any, part.Parent));
        Assert.Equal("group", profile["last"].Group!.Id);
        Assert.Equal("any", any.ToString());
    }

    [Fact]
    public void Indexer_UnknownId_ListsTheKnownOnes()
    {
        var fault = Assert.Throws<KeyNotFoundException>(() => Build()["gatte"]);
        Assert.Contains("\"gatte\"", fault.Message, StringComparison.Ordinal);
        Assert.Contains("\"gate\", \"all\"", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Build()[null!]);
    }

    [Fact]
    public void CriteriaIn_SetOfAnotherProfile_IsRefused()
    {
        var profile = Build();
        Assert.Equal(2, profile.CriteriaIn(new CriterionSet(0b101)).Count);
        Assert.Throws<ArgumentException>(() => profile.CriteriaIn(new CriterionSet(1UL << 7)));
    }

    [Fact]
    public void Info_OfACriterion_IsWhatWasDeclared()
    {
        var gate = Build()["gate"];
        Assert.Equal("Budget", gate.Label);
        Assert.Equal(Dimensions.Budget, gate.Dimension);
        Assert.Equal(2.5, gate.Effort);
        Assert.Equal("How much?", gate.Question);
        Assert.Equal("SEK", gate.Currency);
        Assert.Equal("r2", gate.Revision);
        Assert.True(gate.IsRequired);
        Assert.Equal(0.5, gate.MetFrom);
        Assert.Equal(MessageIds.RequireAtLeast, gate.Requirement.MessageId);
        Assert.Equal([10m], gate.Requirement.Arguments);
        var last = Build()["last"];
        Assert.Equal("last", last.Label);
        Assert.Null(last.Dimension ?? last.Question ?? last.Currency ?? last.Revision);
        Assert.Equal(1, last.Effort);
        Assert.Equal(7, last.DecayHalfLifeDays);
    }

    [Fact]
    public void Profile_Untold_HasItsDefaults()
    {
        var profile = QualificationProfile.Create<Probe>("p", p => p.Criterion("c", x => x.Flags[0]).IsTrue().Required());
        Assert.Equal("1", profile.Version);
        Assert.Equal(0, profile.Threshold);
        Assert.Null(profile.NearMissMargin);
        Assert.Equal(ErrorHandling.Throw, profile.ErrorHandling);
        Assert.Equal(1, profile["c"].Weight);
        Assert.Equal("p 1 (1 criterion)", profile.ToString());
    }

    [Fact]
    public void Everything_ManyThreadsOnOneProfile_GivesWhatOneThreadGives()
    {
        var profile = Build();
        var random = new SeededRandom(11);
        var probes = Enumerable.Range(0, 64).Select(_ => Probe.Generate(random, Asking.AsOf)).ToArray();
        var expected = Array.ConvertAll(probes, probe => Outcome(Build(), probe));
        var wrong = 0;
        Parallel.For(0, 3_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var at = i % probes.Length;
            if (Outcome(profile, probes[at]) != expected[at]) System.Threading.Interlocked.Increment(ref wrong);
        });
        Assert.Equal(0, wrong);

        // What is made when it is first asked for, asked for by many at once.
        for (var round = 0; round < 50; round++)
        {
            var fresh = Build();
            var result = fresh.Explain(probes[round], Asking.AsOf);
            var texts = new string[8];
            Parallel.For(0, texts.Length, i =>
                texts[i] = fresh.Fingerprint + result.ToText(ExplanationTexts.English) + result.ToRecord().ToJson() + fresh.Lint.Count);
            Assert.Single(texts.Distinct());
        }

        static string Outcome(QualificationProfile<Probe> profile, Probe probe) =>
            profile.Decide(probe, Asking.AsOf) + profile.DecideAll([probe], Asking.AsOf)[0].ToString()
                + profile.Explain(probe, Asking.AsOf).ToText(ExplanationTexts.Swedish);
    }

    private static QualificationProfile<Probe> Build() => QualificationProfile.Create<Probe>("p", p =>
    {
        p.Criterion("gate", x => x.Amounts[0]).AtLeast(10m).Required()
            .Label("Budget").Dimension(Dimensions.Budget).Effort(2.5).Ask("How much?").Currency("SEK").Revision("r2");
        p.AllOf("all", all =>
        {
            all.Criterion("one", x => x.Flags[1]).IsTrue();
            all.AnyOf("any", any =>
            {
                any.Criterion("two", x => x.Flags[2]).IsTrue();
                any.Criterion("three", x => x.Numbers[3]).Linear(0, 100);
            });
        }).Weight(10);
        p.Group("group", g => g.Criterion("last", x => x.Texts[4]).OneOf("saas").DecayBy(x => x.Dates[4], 7).Weight(20)).Cap(15);
        p.QualifyAt(40).NearMissWithin(10);
    });
}
