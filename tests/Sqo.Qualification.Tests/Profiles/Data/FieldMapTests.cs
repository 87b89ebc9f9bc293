using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Data;

public class FieldMapTests
{
    [Fact]
    public void New_WithFaults_ListsThemAll()
    {
        var fault = Assert.Throws<ArgumentException>("define", () => new FieldMap<Probe>(f => f
            .Add(" ", p => p.Flags[0])
            .Add("a", p => p.Flags[0])
            .Add("A", p => p.Texts[0])
            .Add(new string('x', 2_000), p => p.Texts[0])
            .Add("\ud800", p => p.Texts[0])));
        Assert.Contains("blank name", fault.Message);
        Assert.Contains("The field \"A\" is added twice; names must differ in more than case.", fault.Message);
        Assert.Equal(2, fault.Message.Split('\n').Count(line => line.Contains("data can't hold")));
    }

    // Such a field would be out of the reach of every definition.
    [Theory]
    [InlineData("a\nb", "\"a\\u000Ab\"")]
    [InlineData("a\0", "\"a\\u0000\"")]
    [InlineData("\u001b[31m", "\"\\u001B[31m\"")]
    [InlineData("a\u202eb", "\"a\\u202Eb\"")]
    public void New_NameThatDataRefuses_IsRefusedOnOneLine(string name, string shown)
    {
        var fault = Assert.Throws<ArgumentException>("define", () => new FieldMap<Probe>(f => f.Add(name, p => p.Flags[0])));
        Assert.StartsWith(
            $"The field {shown} has a name that data can't hold; it must have no line break", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_WithoutFields_IsRefused() =>
        Assert.Contains("has no fields", Assert.Throws<ArgumentException>("define", () => new FieldMap<Probe>(_ => { })).Message);

    [Fact]
    public void Arguments_Missing_AreRefused()
    {
        Assert.Throws<ArgumentNullException>("define", () => new FieldMap<Probe>(null!));
        Assert.Throws<ArgumentNullException>("selector", () => new FieldMap<Probe>(f => f.Add("a", (Func<Probe, string?>)null!)));
        Assert.Throws<ArgumentNullException>("name", () => ProbeFields.All.Field<string>(null!));
    }

    [Fact]
    public void Add_AfterTheMapIsMade_IsRefused()
    {
        FieldMapBuilder<Probe>? kept = null;
        var map = new FieldMap<Probe>(f => kept = f.Add("a", p => p.Flags[0]));
        Assert.Throws<InvalidOperationException>(() => kept!.Add("b", p => p.Flags[0]));
        Assert.Equal(["a"], map.Names);
    }

    [Fact]
    public void Field_OfAnotherTypeOrName_SaysWhatThereIs()
    {
        Assert.Equal(
            "The field \"amount1\" was added as decimal?; it can't be returned as decimal.",
            Assert.Throws<InvalidOperationException>(() => ProbeFields.All.Field<decimal>("amount1")).Message);
        Assert.Equal(
            "The field \"tags\" was added as IEnumerable<string>; it can't be returned as string.",
            Assert.Throws<InvalidOperationException>(() => ProbeFields.All.Field<string>("tags")).Message);
        Assert.StartsWith(
            "There is no field \"budget\"; there are \"text1\", \"text2\", ",
            Assert.Throws<KeyNotFoundException>(() => ProbeFields.All.Field<string>("budget")).Message);
    }

    [Fact]
    public void Field_OfADate_CanBeHadForADecay()
    {
        var probe = new Probe { Dates = { [2] = new DateTime(2026, 1, 2) } };
        Assert.Equal(new DateTime(2026, 1, 2), ProbeFields.All.Field<DateTime?>("moment1")(probe));
        Assert.Equal(DateTimeKind.Utc, ProbeFields.All.Field<DateTime?>("MOMENT1")(probe)!.Value.Kind);
        Assert.Equal(Asking.AsOf, ProbeFields.All.Field<DateTime?>("date2")(probe));
    }

    [Fact]
    public void Selector_OfACriterionOverAMap_IsTheRegisteredOneInTheEnd()
    {
        Func<Probe, bool?> flag = p => p.Flags[0];
        Func<Probe, DateTimeOffset> moment = _ => default;
        var map = new FieldMap<Probe>(f => f.Add("flag", flag).Add("moment", moment));
        Assert.NotSame(flag, map.Field<bool?>("flag"));
        Assert.Same(flag, NamedSelector.Bare(map.Field<bool?>("flag")));
        Assert.Same(moment, NamedSelector.Bare(map.Field<DateTimeOffset>("moment")));
    }

    [Fact]
    public void Map_UsedByManyThreads_GivesTheSameProfile()
    {
        var definition = ProfileDefinition.Parse(new DefinitionMaker(new SeededRandom(3)).Make(10, out var profile));
        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
            Assert.Equal(
                profile.Fingerprint,
                QualificationProfile.Create(definition, ProbeFields.All).ToDefinition(ProbeFields.All) is { } again
                    ? QualificationProfile.Create(again, ProbeFields.All).Fingerprint
                    : ""));
    }

    [Fact]
    public void Lint_OfCriteriaOverAMap_ComparesFieldsByThemselves()
    {
        var map = new FieldMap<Probe>(f => f.Add("a", p => p.Flags[0]).Add("b", p => p.Flags[1]));
        QualificationProfile<Probe> Of(string second) => QualificationProfile.Create(
            ProfileDefinition.Parse(
                """{"name": "x", "criteria": [{"id": "1", "field": "a", "isTrue": true, "required": true}, """ +
                $$"""{"id": "2", "field": "{{second}}", "isFalse": true, "required": true}]}"""), map);
        Assert.Contains(Of("a").Lint, lint => lint.Code == "gate.contradiction");
        Assert.DoesNotContain(Of("b").Lint, lint => lint.Code == "gate.contradiction");
    }
}
