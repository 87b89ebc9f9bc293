using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles;

public class WithoutTests
{
    [Fact]
    public void Without_AnyCriterionOfAnyProfile_IsTheProfileDeclaredWithoutIt() => Property.Holds(Deep.Size(150, 3_000), (random, size) =>
    {
        var spec = ProfileSpec.Generate(random, size, out var profile);
        var criterion = random.Pick(spec.Criteria.ToList());
        QualificationProfile<Probe> without;
        try
        {
            without = profile.Without(criterion.Id);
        }
        catch (ArgumentException refusal)
        {
            Assert.Contains($"\"{criterion.Id}\"", refusal.Message, StringComparison.Ordinal);
            return;
        }

        Assert.True(Remove(spec.Nodes, criterion));
        Assert.Equal(spec.Build().Declaration, without.Declaration);
        var probe = Probe.Generate(random, Asking.AsOf);
        Assert.Equal(spec.Build().Decide(probe, Asking.AsOf), without.Decide(probe, Asking.AsOf));
    });

    [Theory]
    [InlineData("pain", "is a part of the combination \"need\"")]
    [InlineData("authority", "\"budget\" counts only when it is met")]
    public void Without_CriterionThatIsNeeded_IsRefusedByName(string id, string reason)
    {
        var profile = QualificationProfile.Create<Box<bool?>>("needed", p =>
        {
            p.Criterion("authority", b => b.Value).IsTrue();
            p.Criterion("budget", b => b.Value).IsTrue().Weight(10).When("authority");
            p.Criterion("size", b => b.Value).IsTrue().Weight(10);
            p.AllOf("need", all => all.Criterion("pain", b => b.Value).IsTrue()).Required();
            p.QualifyAt(50);
        });
        var refusal = Assert.Throws<ArgumentException>(() => profile.Without(id));
        Assert.Contains($"The profile \"needed\" can't do without \"{id}\": ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_TheOnlyWeight_IsRefusedByName()
    {
        var profile = QualificationProfile.Create<Box<bool?>>("weight", p =>
        {
            p.Criterion("gate", b => b.Value).IsTrue().Required();
            p.Criterion("points", b => b.Value).IsTrue().Weight(10);
            p.QualifyAt(50);
        });
        Assert.StartsWith(
            "The profile \"weight\" can't do without \"points\": it has the only weight.",
            Assert.Throws<ArgumentException>(() => profile.Without("points")).Message, StringComparison.Ordinal);
        Assert.Equal("points", Assert.Single(profile.Without("gate").Criteria).Id);
    }

    [Fact]
    public void Without_TheOnlyGate_IsRefusedWithTheFault()
    {
        var profile = QualificationProfile.Create<Box<bool?>>("one", p => p.Criterion("a", b => b.Value).IsTrue().Required());
        Assert.Contains("no criteria", Assert.Throws<ArgumentException>(() => profile.Without("a")).Message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => profile.Without("b"));
    }

    [Fact]
    public void Without_GateOfAProfileOfGates_LeavesTheOthers()
    {
        var profile = QualificationProfile.Create<Box<bool?>>("two", p =>
        {
            p.Criterion("a", b => b.Value).IsTrue().Required().Label("A");
            p.Criterion("b", b => b.Value).IsFalse().Required().NextAction("Ask.");
            p.NextAction(Verdict.Qualified, "Call.");
        });
        var without = profile.Without("a");
        Assert.Equal("b", Assert.Single(without.Criteria).Id);
        Assert.Equal("Ask.", without["b"].NextAction);
        Assert.Equal("Call.", Assert.Single(without.NextActions).Text);
        Assert.True(without.Decide(new Box<bool?>(false), Asking.AsOf).IsQualified);
        Assert.Equal(["a", "b"], profile.Criteria.Select(criterion => criterion.Id));
    }

    private static bool Remove(List<SpecNode> nodes, SpecNode removed)
    {
        if (nodes.Remove(removed)) return true;
        foreach (var node in nodes)
        {
            if (!Remove(node.Children, removed)) continue;
            if (node.Children.Count == 0) nodes.Remove(node);
            return true;
        }

        return false;
    }
}
