using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles;

public class FingerprintTests
{
    private static readonly Dictionary<string, Action<Declared>> Changes = new()
    {
        ["nothing"] = _ => { },
        ["name"] = d => d.Name = "q",
        ["version"] = d => d.Version = "2",
        ["threshold"] = d => d.Threshold = 61,
        ["margin"] = d => d.Margin = 11,
        ["no margin"] = d => d.Margin = null,
        ["fault handling"] = d => d.Handling = ErrorHandling.AnswerUnknown,
        ["criterion's id"] = d => d.Id = "fit2",
        ["gate"] = d => d.Tune = c => c.Required(),
        ["weight"] = d => d.Weight = 16,
        ["weight in its last bit"] = d => d.Weight = 15.000000000000002,
        ["met-from"] = d => d.Tune = c => c.MetFrom(0.6),
        ["effort"] = d => d.Tune = c => c.Effort(2),
        ["fixed"] = d => d.Tune = c => c.Fixed(),
        ["label"] = d => d.Tune = c => c.Label("Fit"),
        ["dimension"] = d => d.Tune = c => c.Dimension(Dimensions.Fit),
        ["condition"] = d => d.Tune = c => c.When("combined"),
        ["other condition"] = d => d.Tune = c => c.When("second"),
        ["other dimension"] = d => d.Tune = c => c.Dimension(Dimensions.Need),
        ["question"] = d => d.Tune = c => c.Ask("Which?"),
        ["currency"] = d => d.Tune = c => c.Currency("SEK"),
        ["revision"] = d => d.Tune = c => c.Revision("b"),
        ["decay"] = d => d.Tune = c => c.DecayBy(x => x.Dates[0], 30),
        ["decay's half-life"] = d => d.Tune = c => c.DecayBy(x => x.Dates[0], 31),
        ["group's id"] = d => d.GroupId = "group2",
        ["cap"] = d => d.Shape = g => g.Cap(46),
        ["no cap"] = d => d.Shape = _ => { },
        ["floor"] = d => d.Shape = g => g.Cap(45).Floor(0),
        ["group's label"] = d => d.Shape = g => g.Cap(45).Label("Group"),
        ["criterion moved"] = d => d.InGroup = false,
        ["combination"] = d => d.Combine = (b, parts) => b.AllOf("combined", parts),
        ["other combination"] = d => d.Combine = (b, parts) => b.NoneOf("combined", parts),
        ["count of n"] = d => d.Combine = (b, parts) => b.AtLeast(2, "combined", parts),
        ["one of n"] = d => d.Combine = (b, parts) => b.AtLeast(1, "combined", parts),
    };

    private static readonly Dictionary<string, Func<CriteriaBuilder<Probe>, string, CriterionBuilder<Probe>>> Tests = new()
    {
        ["at least 10"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).AtLeast(10),
        ["at least 11"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).AtLeast(11),
        ["at most 10"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).AtMost(10),
        ["above 10"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).Above(10),
        ["below 10"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).Below(10),
        ["equal 10"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).EqualTo(10),
        ["between 10 and 10"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).Between(10, 10),
        ["between 10 and 20"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).Between(10, 20),
        ["linear"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).Linear(0, 100),
        ["linear to 101"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).Linear(0, 101),
        ["steps"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).Steps(new CurvePoint(1, 0.5), new CurvePoint(2, 1)),
        ["steps elsewhere"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).Steps(new CurvePoint(1, 0.5), new CurvePoint(3, 1)),
        ["piecewise"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).PiecewiseLinear(new CurvePoint(1, 0.5), new CurvePoint(2, 1)),
        ["piecewise lower"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).PiecewiseLinear(new CurvePoint(1, 0.4), new CurvePoint(2, 1)),
        ["logistic"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).Logistic(10, 0.5),
        ["logistic steeper"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).Logistic(10, 0.6),
        ["logistic later"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).Logistic(11, 0.5),
        ["curve of code"] = (b, id) => b.Criterion(id, x => x.Numbers[0]).Curve(_ => 1),
        ["true"] = (b, id) => b.Criterion(id, x => x.Flags[0]).IsTrue(),
        ["false"] = (b, id) => b.Criterion(id, x => x.Flags[0]).IsFalse(),
        ["rule"] = (b, id) => b.Criterion(id).Satisfies(_ => true),
        ["one of"] = (b, id) => b.Criterion(id, x => x.Texts[0]).OneOf("a", "b"),
        ["one of three"] = (b, id) => b.Criterion(id, x => x.Texts[0]).OneOf("a", "b", "c"),
        ["one of a text with a comma"] = (b, id) => b.Criterion(id, x => x.Texts[0]).OneOf("a\",\"b"),
        ["one of, ordinal"] = (b, id) => b.Criterion(id, x => x.Texts[0]).OneOf(StringComparison.Ordinal, "a", "b"),
        ["none of"] = (b, id) => b.Criterion(id, x => x.Texts[0]).NoneOf("a", "b"),
        ["equal text"] = (b, id) => b.Criterion(id, x => x.Texts[0]).EqualTo("a"),
        ["contains"] = (b, id) => b.Criterion(id, x => x.Texts[0]).Contains("a"),
        ["contains, ordinal"] = (b, id) => b.Criterion(id, x => x.Texts[0]).Contains("a", StringComparison.Ordinal),
        ["matches"] = (b, id) => b.Criterion(id, x => x.Texts[0]).Matches("a"),
        ["matches case"] = (b, id) => b.Criterion(id, x => x.Texts[0]).Matches("a", TimeSpan.FromMilliseconds(100), ignoreCase: false),
        ["matches slowly"] = (b, id) => b.Criterion(id, x => x.Texts[0]).Matches("a", TimeSpan.FromMilliseconds(200)),
        ["present"] = (b, id) => b.Criterion(id, x => x.Texts[0]).IsPresent(),
        ["contains any"] = (b, id) => b.Criterion(id, x => x.Tags[0]).ContainsAny("a"),
        ["contains any, ordinal"] = (b, id) => b.Criterion(id, x => x.Tags[0]).ContainsAny(StringComparer.Ordinal, "a"),
        ["contains any, by culture"] = (b, id) => b.Criterion(id, x => x.Tags[0]).ContainsAny(StringComparer.InvariantCulture, "a"),
        ["contains any, by culture and no case"] = (b, id) =>
            b.Criterion(id, x => x.Tags[0]).ContainsAny(StringComparer.InvariantCultureIgnoreCase, "a"),
        ["half a pair"] = (b, id) => b.Criterion(id, x => x.Texts[0]).EqualTo("\ud800"),
        ["half of another pair"] = (b, id) => b.Criterion(id, x => x.Texts[0]).EqualTo("\ud801"),
        ["text North"] = (b, id) => b.Criterion(id, x => x.Texts[0]).EqualTo("North"),
        ["contains all"] = (b, id) => b.Criterion(id, x => x.Tags[0]).ContainsAll("a"),
        ["two entries"] = (b, id) => b.Criterion(id, x => x.Tags[0]).CountAtLeast(2),
        ["three entries"] = (b, id) => b.Criterion(id, x => x.Tags[0]).CountAtLeast(3),
        ["next 10"] = (b, id) => b.Criterion(id, x => x.Dates[0]).WithinNext(10),
        ["last 10"] = (b, id) => b.Criterion(id, x => x.Dates[0]).WithinLast(10),
        ["last 11"] = (b, id) => b.Criterion(id, x => x.Dates[0]).WithinLast(11),
        ["before"] = (b, id) => b.Criterion(id, x => x.Dates[0]).Before(new DateTime(2026, 1, 1)),
        ["after"] = (b, id) => b.Criterion(id, x => x.Dates[0]).After(new DateTime(2026, 1, 1)),
        ["after a tick later"] = (b, id) => b.Criterion(id, x => x.Dates[0]).After(new DateTime(2026, 1, 1).AddTicks(1)),
        ["half-life 14"] = (b, id) => b.Criterion(id, x => x.Dates[0]).HalfLife(14),
        ["half-life 15"] = (b, id) => b.Criterion(id, x => x.Dates[0]).HalfLife(15),
        ["one region"] = (b, id) => b.Criterion(id, x => x.Regions[0]).OneOf(Region.North),
        ["other region"] = (b, id) => b.Criterion(id, x => x.Regions[0]).OneOf(Region.West),
        ["no region"] = (b, id) => b.Criterion(id, x => x.Regions[0]).NoneOf(Region.North),
        ["the region"] = (b, id) => b.Criterion(id, x => x.Regions[0]).EqualTo(Region.North),
        ["claimed"] = (b, id) => b.Criterion(id, x => x.Evidence[0]).AtLeast(EvidenceLevel.Claimed),
        ["confirmed"] = (b, id) => b.Criterion(id, x => x.Evidence[0]).AtLeast(EvidenceLevel.Confirmed),
        ["duration"] = (b, id) => b.Criterion(id, x => x.Durations[0]).AtLeast(TimeSpan.FromHours(10)),
    };

    /// <summary>Many profiles by name, with what can be declared at least once.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Declarations()
    {
        foreach (var change in Changes)
        {
            var declared = new Declared();
            change.Value(declared);
            yield return new("profile, other in: " + change.Key, declared.Build().Fingerprint);
        }

        foreach (var test in Tests) yield return new(
            "test: " + test.Key, QualificationProfile.Create<Probe>("p", p => test.Value(p, "c").Required()).Fingerprint);
    }

    [Fact]
    public void Fingerprint_AnySingleChange_IsAnotherOne()
    {
        var byFingerprint = new Dictionary<string, string>();
        foreach (var change in Changes)
        {
            var declared = new Declared();
            change.Value(declared);
            var fingerprint = declared.Build().Fingerprint;
            Assert.False(byFingerprint.TryGetValue(fingerprint, out var other), $"\"{change.Key}\" has the fingerprint of \"{other}\".");
            byFingerprint.Add(fingerprint, change.Key);
        }
    }

    [Fact]
    public void Fingerprint_AnyOtherTestOrArgument_IsAnotherOne()
    {
        var byFingerprint = new Dictionary<string, string>();
        foreach (var test in Tests)
        {
            var fingerprint = QualificationProfile.Create<Probe>("p", p => test.Value(p, "c").Required()).Fingerprint;
            Assert.False(byFingerprint.TryGetValue(fingerprint, out var other), $"\"{test.Key}\" has the fingerprint of \"{other}\".");
            byFingerprint.Add(fingerprint, test.Key);
        }
    }

    [Fact]
    public void Fingerprint_TheSameSaidOtherwise_IsTheSame()
    {
        var plain = QualificationProfile.Create<Probe>("p", p => p.Criterion("c", x => x.Amounts[0]).AtLeast(10m).Required());
        var said = QualificationProfile.Create<Probe>("p", p =>
            p.Criterion("c", deal => deal.Amounts[1]).AtLeast(10.00m).Required().Label("c").Effort(1).MetFrom(0.5).Weight(0));
        Assert.Equal(plain.Declaration, said.Declaration);
        Assert.Equal(plain.Fingerprint, said.Fingerprint);
    }

    [Fact]
    public void Fingerprint_OfAFixedProfile_IsTheSameOnEveryTarget()
    {
        var profile = QualificationProfile.Create<Probe>("golden \u00e5\"\\\n", p =>
        {
            foreach (var test in Tests.Where(t => t.Key != "contains any, ordinal")) test.Value(p, test.Key)
                .Weight(0.1 * (test.Key.Length + 1));
            p.QualifyAt(100.0 / 3);
        });
        Assert.True(
            profile.Fingerprint == "c84a825a9ae986cb67f66aa7e51ca3439b7fbb2bbc6bbc6999b9d628a231fb50",
            $"The fingerprint is {profile.Fingerprint}, of\n{profile.Declaration}");
    }

    [Fact]
    public void Fingerprint_LabelsWithHalvesOfPairs_AreToldApart()
    {
        string FingerprintOf(string label) =>
            QualificationProfile.Create<Probe>("p", p => p.Criterion("c", x => x.Flags[0]).IsTrue().Label(label).Required()).Fingerprint;
        Assert.NotEqual(FingerprintOf("a\ud800"), FingerprintOf("a\ud801"));
    }

    [Fact]
    public void Fingerprint_MomentsOfACollection_AreToldApartToTheTick()
    {
        string FingerprintOf(long ticks) => QualificationProfile.Create<Box<DateTimeOffset[]>>(
            "p", p => p.Criterion("c", x => x.Value).ContainsAny(new DateTimeOffset(ticks, TimeSpan.Zero)).Required()).Fingerprint;
        Assert.NotEqual(FingerprintOf(0), FingerprintOf(1));
    }

    [Fact]
    public void Declaration_OfEveryBuiltIn_IsItsDataForm()
    {
        foreach (var test in Tests.Where(t => !t.Key.Contains("of code") && t.Key != "rule"))
        {
            var profile = QualificationProfile.Create<Probe>("p", p => test.Value(p, "c").Required());
            var line = profile.Declaration.Split('\n').Last();
            var data = line.Substring(line.IndexOf('{'));
            Assert.Contains(OperatorShape.All, op => data.StartsWith($"{{\"{op.Name}\":", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void ContainsAny_ComparerOfTheCurrentCulture_IsRefused()
    {
        using var _ = new CultureScope("tr-TR");
        Assert.Throws<QualificationProfileException>(
            () => QualificationProfile.Create<Probe>(
            "p", p => p.Criterion("c", x => x.Tags[0]).ContainsAny(StringComparer.CurrentCulture, "a").Required()));
    }

    [Fact]
    public void Fingerprint_NumbersOfACollection_AreToldApartToTheLastBit()
    {
        string FingerprintOf(double wanted) =>
            QualificationProfile.Create<Box<double[]>>("p", p => p.Criterion("c", x => x.Value).ContainsAny(wanted).Required()).Fingerprint;
        Assert.NotEqual(FingerprintOf(0.3), FingerprintOf(0.1 + 0.2));
    }

    [Fact]
    public void Declaration_OfAProfile_IsOneLineAThing()
    {
        var lines = new Declared().Build().Declaration.Split('\n');
        Assert.Equal("sqo-profile/1 name=\"p\" version=\"1\"", lines[0]);
        Assert.Equal(
            "score strategy=\"weighted-points/2\" as={\"strategy\":\"weightedPoints\"} qualify-at=60 " +
            "near-miss-within=10 on-fault=\"Throw\"",
            lines[1]);
        Assert.StartsWith("group id=\"group\" label=\"group\" maximum=45", lines[2], StringComparison.Ordinal);
        Assert.All(lines.Skip(3), line => Assert.StartsWith("criterion id=", line, StringComparison.Ordinal));
    }

    private sealed class Declared
    {
        public string Name { get; set; } = "p";

        public string Version { get; set; } = "1";

        public double Threshold { get; set; } = 60;

        public double? Margin { get; set; } = 10;

        public ErrorHandling Handling { get; set; }

        public string Id { get; set; } = "fit";

        public double Weight { get; set; } = 15;

        public Action<CriterionBuilder<Probe>> Tune { get; set; } = _ => { };

        public string GroupId { get; set; } = "group";

        public Action<GroupBoundsBuilder<Probe>> Shape { get; set; } = g => g.Cap(45);

        public bool InGroup { get; set; } = true;

        public Func<CriteriaBuilder<Probe>, Action<CombinationBuilder<Probe>>,
            CriterionBuilder<Probe>> Combine
        { get; set; } = (b, parts) => b.AnyOf("combined", parts);

        public QualificationProfile<Probe> Build() => QualificationProfile.Create<Probe>(Name, p =>
        {
            p.Version(Version).OnError(Handling).QualifyAt(Threshold);
            if (Margin is { } margin) p.NearMissWithin(margin);
            Tune(p.Criterion(Id, x => x.Numbers[0]).Linear(0, 100).Weight(Weight));
            var group = p.Group(GroupId, g =>
            {
                g.Criterion("first", x => x.Flags[0]).IsTrue().Weight(40);
                if (InGroup) g.Criterion("second", x => x.Flags[1]).IsTrue().Weight(20);
            });
            Shape(group);
            if (!InGroup) p.Criterion("second", x => x.Flags[1]).IsTrue().Weight(20);
            Combine(p, parts =>
            {
                parts.Criterion("part one", x => x.Flags[2]).IsTrue();
                parts.Criterion("part two", x => x.Flags[3]).IsTrue();
            }).Weight(5);
        });
    }
}
