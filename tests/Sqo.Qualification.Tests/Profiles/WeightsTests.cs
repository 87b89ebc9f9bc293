using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles;

public class WeightsTests
{
    private static readonly Dictionary<string, double> Given = new() { ["demo"] = 20, ["need"] = 30.5, ["inner"] = -5 };

    [Fact]
    public void Weights_ByIds_AreThoseOfCriteriaWhereverTheyAreDeclared()
    {
        var given = QualificationProfile.Create<Deal>("weights", p => Declare(p.Weights(Given), (_, c) => c));
        var stated = QualificationProfile.Create<Deal>("weights", p => Declare(p, (id, c) => c.Weight(Given[id])));
        Assert.Equal(stated.Declaration, given.Declaration);
        Assert.Equal([20, 30.5, -5], given.Criteria.Where(c => c.Parent is null).Select(c => c.Weight));
    }

    [Fact]
    public void Weights_InSeveralCalls_AddUp()
    {
        var once = QualificationProfile.Create<Deal>("weights", p => Declare(p.Weights(Given), (_, c) => c));
        var twice = QualificationProfile.Create<Deal>(
            "weights", p => Declare(p.Weights([new("need", 30.5)]), (_, c) => c).Weights([new("demo", 20), new("inner", -5)]));
        Assert.Equal(once.Fingerprint, twice.Fingerprint);
    }

    [Fact]
    public void Weights_SettingOfTheSameCriterion_TakesTheirPlace()
    {
        var profile = QualificationProfile.Create<Deal>(
            "weights", p => Declare(p.Weights(Given), (_, c) => c), [new ProfileSetting("Criteria:demo:Weight", "7")]);
        Assert.Equal(7, profile.Criteria.Single(c => c.Id == "demo").Weight);
    }

    [Theory]
    [InlineData("dmeo", "did you mean \"demo\"?")]
    [InlineData("part", "outside combinations")]
    [InlineData("nothing like it", "outside combinations")]
    public void Weights_IdOfNoCriterion_IsAFaultWithTheNearest(string id, string expected)
    {
        var exception = Assert.Throws<QualificationProfileException>(() =>
            QualificationProfile.Create<Deal>("weights", p => Declare(p, (_, c) => c.Weight(1)).Weights([new(id, 1)])));
        var fault = Assert.Single(exception.Faults);
        Assert.Equal("weights.unknown", fault.Code);
        Assert.Contains($"\"{id}\"", fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_TwiceOrNotFinite_AreFaults()
    {
        Assert.Equal("weights.twice", ErrorOf([new("demo", 1), new("demo", 1)]));
        Assert.Equal("weight.not-finite", ErrorOf([new("demo", double.NaN)]));
    }

    [Fact]
    public void Weights_ArgumentsThatAreNone_AreRefused() => QualificationProfile.Create<Deal>("weights", p =>
    {
        Assert.Throws<ArgumentNullException>(() => p.Weights(null!));
        var blank = Assert.Throws<ArgumentException>(() => p.Weights([new("demo", 1), new(" ", 1)]));
        Assert.Contains("index 1", blank.Message, StringComparison.Ordinal);
        Declare(p, (_, c) => c.Weight(1));
    });

    private static string ErrorOf(KeyValuePair<string, double>[] weights)
    {
        var exception = Assert.Throws<QualificationProfileException>(
            () => QualificationProfile.Create<Deal>("weights", p => Declare(p.Weights(weights), (_, c) => c)));
        return Assert.Single(exception.Faults).Code;
    }

    private static ProfileBuilder<Deal> Declare(
        ProfileBuilder<Deal> p, Func<string, CriterionBuilder<Deal>, CriterionBuilder<Deal>> weigh)
    {
        weigh("demo", p.Criterion("demo", d => d.Flag).IsTrue());
        weigh("need", p.AnyOf("need", any => any.Criterion("part", d => d.Number).AtLeast(1)));
        p.Group("group", g => weigh("inner", g.Criterion("inner", d => d.Number).AtLeast(2)));
        return p.QualifyAt(50);
    }

    private sealed class Deal
    {
        public bool? Flag { get; init; }

        public double? Number { get; init; }
    }
}
