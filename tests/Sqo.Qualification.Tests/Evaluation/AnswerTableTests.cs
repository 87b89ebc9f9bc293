using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Evaluation;

public class AnswerTableTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    private static readonly Func<Deal, double?> Score = d => d.Asked(d.Score);
    private static readonly Func<Deal, bool?> IsOpen = d => d.Asked(d.IsOpen);
    private static readonly Func<Deal, string?> Kind = d => d.Asked(d.Kind);
    private static readonly Func<Deal, DateTime?> Date = d => d.Asked(d.Date);
    private static readonly Func<string, bool> IsShort = text => text.Length < 3;
    private static readonly Func<Deal, bool> HasKind = d => d.Asked(d.Kind) is not null;

    [Fact]
    public void Decide_AnyProfile_HasTheBitsOfDecideAll() => Property.Holds(Deep.Size(30, 1_000), (random, size) =>
    {
        Generate(random, size, out var profile);
        var items = Probes(random, random.Pick(0, 1, 7, 256, 300));
        var expected = profile.DecideAll(items, AsOf);
        var table = profile.AnswerAll(items, AsOf, random.Between(1, 3));
        AssertSame(expected, table.Decide(random.Between(1, 3)));
        AssertSame(expected, profile.Decide(table));
        AssertCounts(expected, table.CountVerdicts(random.Between(1, 3)));
    });

    [Fact]
    public void Decide_FaultsTakenForUnknown_HasTheBitsOfDecideAll()
    {
        var random = new SeededRandom(12);
        var profile = QualificationProfile.Create<Probe>("p", p =>
        {
            p.Criterion("plain", x => Thrown(x, 0, x.Numbers[0])).AtLeast(50).Weight(10);
            p.Criterion("flag", x => Thrown(x, 1, x.Flags[1])).IsTrue().DecayBy(x => Thrown(x, 2, x.Dates[2]), 30).Weight(20);
            p.Criterion("gate", x => Thrown(x, 3, x.Flags[3])).IsTrue().Required().DecayBy(x => Thrown(x, 4, x.Dates[4]), 30).Weight(20);
            p.Criterion("graded", x => Thrown(x, 5, x.Numbers[5])).Linear(0, 100).DecayBy(x => Thrown(x, 6, x.Dates[6]), 30).Weight(20);
            p.AnyOf("any", a => a.Criterion("part", x => Thrown(x, 7, x.Flags[7])).IsTrue()).DecayBy(x => Thrown(x, 8, x.Dates[8]), 30)
                .Weight(5);
            p.QualifyAt(40).NearMissWithin(20).OnError(ErrorHandling.AnswerUnknown);
        });
        var items = Probes(random, 2_000);
        // A probe throws where it has a reading of its own: some at no place, some at several.
        foreach (var item in items)
        {
            for (var slot = 0; slot < 9; slot++) item.Readings[slot] = random.Chance(0.08) ? 1e9 : 0;
        }

        var expected = profile.DecideAll(items, AsOf);
        Assert.Contains(expected, decision => decision.HasErrors && decision.Unknown.IsEmpty);
        Assert.Equal(expected, Array.ConvertAll(items, item => profile.Decide(item, AsOf)));
        var table = profile.AnswerAll(items, AsOf);
        AssertSame(expected, table.Decide());
        AssertSame(expected.Skip(300).Take(700).ToArray(), table.Slice(300, 700).Decide());
        AssertSame(expected, table.Slice(0, 100).Append(items.Skip(100).ToArray()).Decide());
        AssertSame(expected, table.Refresh([7, 1_999, 0]).Decide());

        static TValue Thrown<TValue>(Probe probe, int slot, TValue value) =>
            probe.Readings[slot] == 1e9 ? throw new FormatException("boom") : value;
    }

    [Fact]
    public void Decide_OtherWeightsGatesAndThresholds_AskNothingAndHaveTheBitsOfDecideAll() =>
        Property.Holds(Deep.Size(10, 400), (random, _) =>
    {
        var deals = Deals(random, 300);
        var table = Profile(random).AnswerAll(deals, AsOf);
        Assert.Equal(deals.Length * 9, deals.Sum(d => d.Asks));
        for (var i = 0; i < 4; i++)
        {
            var other = Profile(random);
            foreach (var deal in deals) deal.Asks = 0;
            var decisions = other.Decide(table);
            Assert.Equal(0, deals.Sum(d => d.Asks));
            AssertSame(other.DecideAll(deals, AsOf), decisions);
            AssertCounts(decisions, other.CountVerdicts(table));
        }
    });

    [Fact]
    public void Decide_ProfileWithACriterionLess_AsksNothing()
    {
        var deals = Deals(new SeededRandom(3), 500);
        var table = Of(p => Two(p)).AnswerAll(deals, AsOf);
        foreach (var deal in deals) deal.Asks = 0;
        var less = Of(p => p.Criterion("another id", IsOpen).IsTrue().Weight(7));
        var decisions = less.Decide(table);
        Assert.Equal(0, deals.Sum(d => d.Asks));
        AssertSame(less.DecideAll(deals, AsOf), decisions);

        static void Two(ProfileBuilder<Deal> p)
        {
            p.Criterion("score", Score).AtLeast(50).Weight(10);
            p.Criterion("open", IsOpen).IsTrue().Weight(10);
        }
    }

    [Fact]
    public void Decide_ProfilesWithOtherPrerequisites_AskOnlyWhatWasNotAskedAndHaveTheBitsOfDecideAll() =>
        Property.Holds(Deep.Size(4, 300), (random, _) =>
    {
        // A row refuses to be asked the same a second time.
        var rows = Array.ConvertAll(Probes(random, 300), probe => new Row(probe));
        var table = Dependent(random, ErrorHandling.Throw).AnswerAll(rows, AsOf, random.Between(1, 3));
        for (var i = 0; i < 4; i++)
        {
            var seed = (ulong)random.Below(1_000_000);
            var other = Dependent(new SeededRandom(seed), ErrorHandling.Throw);
            var before = rows.Sum(row => row.Asks);
            var next = other.AnswerAll(table, random.Between(1, 3));
            var expected = Dependent(new SeededRandom(seed), ErrorHandling.Throw)
                .DecideAll(Array.ConvertAll(rows, row => new Row(row.Probe)), AsOf);
            AssertSame(expected, next.Decide());
            AssertCounts(expected, next.CountVerdicts());
            AssertSame(expected.Skip(70).Take(200).ToArray(), next.Slice(70, 200).Decide());
            var after = rows.Sum(row => row.Asks);
            Assert.InRange(after, before, rows.Length * 12);
            AssertSame(expected, other.Decide(next));
            Assert.Equal(after, rows.Sum(row => row.Asks));
            table = next;
        }
    });

    [Fact]
    public void Decide_FaultsOfDependents_CountOnlyWhereThePrerequisiteIsNotUnmet() => Property.Holds(Deep.Size(4, 300), (random, _) =>
    {
        var rows = Array.ConvertAll(
            Probes(random, 300), probe => new Row(probe) { Fault = random.Chance(0.3) ? random.Below(12) : -1, IsAskedOften = true });
        var table = Dependent(random, ErrorHandling.AnswerUnknown).AnswerAll(rows, AsOf);
        for (var i = 0; i < 3; i++)
        {
            var other = Dependent(random, ErrorHandling.AnswerUnknown);
            table = other.AnswerAll(table);
            var expected = other.DecideAll(rows, AsOf);
            AssertSame(expected, table.Decide());
            AssertSame(expected, Array.ConvertAll(rows, row => other.Decide(row, AsOf)));
            AssertSame(expected, Array.ConvertAll(rows, row => other.Explain(row, AsOf).Decision));
            var strict = Dependent(random, ErrorHandling.Throw);
            var one = Array.FindIndex(rows, row => Fails(() => strict.Decide(row, AsOf)));
            if (one < 0) AssertSame(strict.DecideAll(rows, AsOf), strict.Decide(table));
            else Assert.Equal((one, one), (RowOf(() => strict.DecideAll(rows, AsOf)), RowOf(() => strict.Decide(table))));
        }

        static bool Fails(Action action)
        {
            try
            {
                action();
                return false;
            }
            catch (CriterionEvaluationException)
            {
                return true;
            }
        }

        static int? RowOf(Action action) => Assert.Throws<CriterionEvaluationException>(action).Row;
    });

    public static TheoryData<string, Action<ProfileBuilder<Deal>>, Action<ProfileBuilder<Deal>>, bool> Pairs() => new()
    {
        { "weight", p => p.Criterion("c", Score).AtLeast(50).Weight(1), p =>
            p.Criterion("d", Score).AtLeast(50).Weight(5).Label("other").Effort(3), true },
        { "gate", p => p.Criterion("c", Score).AtLeast(50).Weight(1), p => p.Criterion("c", Score).AtLeast(50).Required().Weight(1), true },
        { "bound", p => p.Criterion("c", Score).AtLeast(50).Weight(1), p => p.Criterion("c", Score).AtLeast(51).Weight(1), false },
        { "test", p => p.Criterion("c", Score).AtLeast(50).Weight(1), p => p.Criterion("c", Score).AtMost(50).Weight(1), false },
        { "met-from", p => p.Criterion("c", Score).Linear(0, 100).Weight(1), p =>
            p.Criterion("c", Score).Linear(0, 100).MetFrom(0.7).Weight(1), false },
        { "selector", p => p.Criterion("c", Score).AtLeast(50).Weight(1), p =>
            p.Criterion("c", d => d.Asked(d.Other)).AtLeast(50).Weight(1), false },
        { "same text, other code", p => p.Criterion("c", Fixed(1)).AtLeast(50).Weight(1), p =>
            p.Criterion("c", Fixed(2)).AtLeast(50).Weight(1), false },
        { "predicate", p => p.Criterion("c", Kind).Satisfies(IsShort).Weight(1), p =>
            p.Criterion("c", Kind).Satisfies(IsShort).Weight(2), true },
        { "other predicate", p => p.Criterion("c", Kind).Satisfies(IsShort).Weight(1), p =>
            p.Criterion("c", Kind).Satisfies(t => t.Length < 3).Weight(1), false },
        { "rule", p => p.Criterion("c").Satisfies(HasKind).Weight(1), p => p.Criterion("c").Satisfies(HasKind).Weight(2), true },
        { "comparison", p => p.Criterion("c", Kind).OneOf("a").Weight(1), p =>
            p.Criterion("c", Kind).OneOf(StringComparison.Ordinal, "a").Weight(1), false },
        { "half-life", p => p.Criterion("c", Score).AtLeast(50).DecayBy(Date, 30).Weight(1), p =>
            p.Criterion("c", Score).AtLeast(50).DecayBy(Date, 31).Weight(1), false },
        { "decay", p => p.Criterion("c", Score).AtLeast(50).DecayBy(Date, 30).Weight(1), p =>
            p.Criterion("c", Score).AtLeast(50).DecayBy(Date, 30).Weight(9), true },
        { "no decay", p => p.Criterion("c", Score).AtLeast(50).DecayBy(Date, 30).Weight(1), p =>
            p.Criterion("c", Score).AtLeast(50).Weight(1), false },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Decide_AnotherProfile_TakesOverWhatIsAskedTheSame(
        string name, Action<ProfileBuilder<Deal>> first, Action<ProfileBuilder<Deal>> second, bool isTaken)
    {
        var deals = Deals(new SeededRandom(5), 300);
        var table = Of(first).AnswerAll(deals, AsOf);
        foreach (var deal in deals) deal.Asks = 0;
        var other = Of(second);
        var decisions = other.Decide(table);
        Assert.True(isTaken == (deals.Sum(d => d.Asks) == 0), name);
        AssertSame(other.DecideAll(deals, AsOf), decisions);
    }

    [Fact]
    public void Decide_TwoFieldsUnderOneId_AreNotMixedUp()
    {
        // The selectors look alike, and the criteria have one id and one fingerprint.
        var deals = Deals(new SeededRandom(6), 300);
        var first = Of(p => p.Criterion("c", d => d.Score).AtLeast(50).Weight(1));
        var second = Of(p => p.Criterion("c", d => d.Other).AtLeast(50).Weight(1));
        Assert.Equal(first.Fingerprint, second.Fingerprint);
        AssertSame(second.DecideAll(deals, AsOf), second.Decide(first.AnswerAll(deals, AsOf)));
        Assert.NotEqual(first.DecideAll(deals, AsOf), second.DecideAll(deals, AsOf));
    }

    [Fact]
    public void Decide_FieldOfTheSameMap_IsTakenOver()
    {
        var map = new FieldMap<Deal>(f =>
        {
            f.Add("score", Score);
            f.Add("date", Date);
        });
        var deals = Deals(new SeededRandom(7), 300);
        const string Definition = """
            { "name": "data", "qualifyAt": 50, "criteria": [
              { "id": "c", "field": "score", "atLeast": 50, "weight": WEIGHT, "decay": { "by": "date", "halfLife": 30 } } ] }
            """;
        var table = Read("1").AnswerAll(deals, AsOf);
        foreach (var deal in deals) deal.Asks = 0;
        var other = Read("3");
        var decisions = other.Decide(table);
        Assert.Equal(0, deals.Sum(d => d.Asks));
        AssertSame(other.DecideAll(deals, AsOf), decisions);

        QualificationProfile<Deal> Read(string weight) =>
            QualificationProfile.Create(ProfileDefinition.Parse(Definition.Replace("WEIGHT", weight)), map);
    }

    [Fact]
    public void AnswerAll_TableOfAnotherProfile_AsksOnlyTheRestAndKeepsIt()
    {
        var deals = Deals(new SeededRandom(8), 300);
        var table = Of(p => p.Criterion("c", Score).AtLeast(50).Weight(1)).AnswerAll(deals, AsOf);
        foreach (var deal in deals) deal.Asks = 0;
        var more = Of(p =>
        {
            p.Criterion("c", Score).AtLeast(50).Weight(1);
            p.Criterion("open", IsOpen).IsTrue().Weight(1);
        });
        var wider = more.AnswerAll(table);
        Assert.Equal(deals.Length, deals.Sum(d => d.Asks));
        AssertSame(more.Decide(wider), wider.Decide());
        Assert.Equal(deals.Length, deals.Sum(d => d.Asks));
        AssertSame(more.DecideAll(deals, AsOf), wider.Decide());
    }

    [Fact]
    public void AnswerAll_ColumnWithFaultsAndAProfileThatThrows_IsAskedAgain()
    {
        Deal[] deals = [new() { Score = 1 }, new() { Throws = true }];
        var table = Of(p => p.Criterion("c", Score).AtLeast(50).Weight(1), ErrorHandling.AnswerUnknown).AnswerAll(deals, AsOf);
        Assert.True(table.Decide()[1].HasErrors);
        var throwing = Of(p => p.Criterion("c", Score).AtLeast(50).Weight(1));
        Assert.Equal(1, Assert.Throws<CriterionEvaluationException>(() => throwing.Decide(table)).Row);
        Assert.Equal(1, Assert.Throws<CriterionEvaluationException>(() => throwing.AnswerAll(deals, AsOf)).Row);
    }

    [Fact]
    public void Rows_SlicedAppendedAndRefreshed_AreThoseOfANewTable() => Property.Holds(Deep.Size(10, 400), (random, size) =>
    {
        Generate(random, size, out var profile);
        var items = Probes(random, 300);
        var table = profile.AnswerAll(items, AsOf);
        var (start, count) = (random.Below(300), random.Below(200));
        count = Math.Min(count, 300 - start);
        var slice = table.Slice(start, count);
        Assert.Equal(items.Skip(start).Take(count), slice.Items);
        AssertSame(profile.DecideAll(slice.Items, AsOf), slice.Decide());

        var more = Probes(random, random.Below(40));
        var longer = slice.Append(more);
        Assert.Equal(slice.Items.Concat(more), longer.Items);
        AssertSame(profile.DecideAll(longer.Items, AsOf), longer.Decide());

        var changed = Probes(random, 3);
        var refreshed = table.Refresh([299, 0, 17], changed);
        Assert.Equal([changed[1], changed[2], changed[0]], new[] { 0, 17, 299 }.Select(i => refreshed.Items[i]));
        AssertSame(profile.DecideAll(refreshed.Items, AsOf), refreshed.Decide());
        AssertSame(profile.DecideAll(items, AsOf), table.Decide());

        var before = table.Decide();
        for (var slot = 0; slot < Probe.Slots; slot++) items[5].Fill(slot, random, AsOf, missing: 0.3);
        AssertSame(before, table.Decide());
        AssertSame(profile.DecideAll(items, AsOf), table.Refresh([5]).Decide());
    });

    [Fact]
    public void Table_KeepsItsOpportunitiesAndMoment()
    {
        var deals = Deals(new SeededRandom(9), 3).ToList();
        var table = Of(p => p.Criterion("c", Score).AtLeast(50).Weight(1)).AnswerAll(deals, AsOf);
        deals.Clear();
        Assert.Equal(3, table.Count);
        Assert.Equal(3, table.Items.Count);
        Assert.Equal(AsOf, table.AsOf);
        Assert.Throws<NotSupportedException>(() => ((IList<Deal>)table.Items)[0] = new Deal());
    }

    [Fact]
    public void Members_ArgumentsThatCanNotBe_AreRefused()
    {
        var profile = Of(p => p.Criterion("c", Score).AtLeast(50).Weight(1));
        var deals = Deals(new SeededRandom(10), 300);
        var table = profile.AnswerAll(deals, AsOf);
        Assert.Equal("items", Assert.Throws<ArgumentNullException>(() => profile.AnswerAll((IReadOnlyList<Deal>)null!, AsOf)).ParamName);
        Assert.Equal("table", Assert.Throws<ArgumentNullException>(() => profile.AnswerAll((AnswerTable<Deal>)null!)).ParamName);
        Assert.Equal("table", Assert.Throws<ArgumentNullException>(() => profile.Decide((AnswerTable<Deal>)null!)).ParamName);
        Assert.Equal("table", Assert.Throws<ArgumentNullException>(() => profile.CountVerdicts(null!)).ParamName);
        Assert.Equal(
            "asOf", Assert.Throws<ArgumentException>(() => profile.AnswerAll(deals, DateTime.SpecifyKind(AsOf, DateTimeKind.Local)))
            .ParamName);
        Assert.Contains(
            "index 270", Assert.Throws<ArgumentException>(() => profile.AnswerAll([.. deals.Take(270), null!], AsOf)).Message,
            StringComparison.Ordinal);
        Assert.Equal("decisions", Assert.Throws<ArgumentException>(() => table.Decide(new Decision[299])).ParamName);
        Assert.Equal("decisions", Assert.Throws<ArgumentException>(() => profile.Decide(table, new Decision[299])).ParamName);
        Assert.Equal("degreeOfParallelism", Assert.Throws<ArgumentOutOfRangeException>(() => table.Decide(0)).ParamName);
        Assert.Equal("start", Assert.Throws<ArgumentOutOfRangeException>(() => table.Slice(301, 0)).ParamName);
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => table.Slice(1, 300)).ParamName);
        Assert.Equal("rows", Assert.Throws<ArgumentOutOfRangeException>(() => table.Refresh([300])).ParamName);
        Assert.Equal("items", Assert.Throws<ArgumentException>(() => table.Refresh([1], Array.Empty<Deal>())).ParamName);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => profile.AnswerAll(deals, AsOf, cancellationToken: source.Token));
        Assert.Throws<OperationCanceledException>(() => table.Decide(cancellationToken: source.Token));
        Assert.Throws<OperationCanceledException>(() => table.CountVerdicts(2, source.Token));
    }

    private static Func<Deal, double?> Fixed(double more) => d => d.Asked(d.Score) + more;

    /// <summary>A profile of every strategy and gates, with combinations that decay.</summary>
    private static void Generate(SeededRandom random, int size, out QualificationProfile<Probe> profile) =>
        ProfileSpec.Generate(
            random, size, (SpecStrategy)random.Between((int)SpecStrategy.WeightedPoints, (int)SpecStrategy.LogOdds), out profile,
            decaysCombinations: true);

    private static Probe[] Probes(SeededRandom random, int count)
    {
        var probes = new Probe[count];
        for (var i = 0; i < count; i++) probes[i] = Probe.Generate(random, AsOf);
        return probes;
    }

    private static Deal[] Deals(SeededRandom random, int count) => [.. Enumerable.Range(0, count).Select(_ => new Deal
    {
        Score = random.Chance(0.2) ? null : random.Between(0, 100),
        Other = random.Between(0, 100),
        IsOpen = random.Chance(0.2) ? null : random.Chance(0.7),
        Kind = random.Chance(0.2) ? null : random.Pick("a", "b", "long"),
        Date = random.Chance(0.2) ? null : AsOf.AddDays(random.Between(-90, 5)),
    })];

    private static QualificationProfile<Deal> Of(Action<ProfileBuilder<Deal>> define, ErrorHandling handling = ErrorHandling.Throw) =>
        QualificationProfile.Create<Deal>("p", p =>
    {
        define(p);
        p.QualifyAt(50).OnError(handling);
    });

    /// <summary>The same questions each time; weights, gates, caps and thresholds at random.</summary>
    private static QualificationProfile<Deal> Profile(SeededRandom random)
    {
        for (; ; )
        {
            try
            {
                return QualificationProfile.Create<Deal>("p", p =>
                {
                    var group = p.Group("group", g =>
                    {
                        Rate(g.Criterion("score", Score).AtLeast(50));
                        Rate(g.Criterion("graded", Score).Linear(0, 100).DecayBy(Date, 30));
                        Rate(g.Criterion("open", IsOpen).IsTrue().DecayBy(Date, 14));
                    });
                    if (random.Chance(0.5)) group.Cap(random.Between(5, 30));
                    Rate(p.Criterion("kind", Kind).Satisfies(IsShort));
                    Rate(p.AnyOf("any", a =>
                    {
                        a.Criterion("rule").Satisfies(HasKind);
                        a.Criterion("one", Kind).OneOf("a", "b");
                    }).DecayBy(Date, 60));
                    p.QualifyAt(random.Between(10, 70));
                    if (random.Chance(0.5)) p.NearMissWithin(random.Between(1, 30));
                });
            }
            catch (QualificationProfileException e) when (e.Faults.All(
                f => f.Code is "score.flat" or "weight.scale" or "group.scale" or "threshold.unreachable"))
            {
            }
        }

        void Rate(CriterionBuilder<Deal> criterion)
        {
            criterion.Weight(random.Between(-5, 30));
            if (random.Chance(0.3)) criterion.Required();
        }
    }

    /// <summary>The same questions each time, with any prerequisites.</summary>
    private static QualificationProfile<Row> Dependent(SeededRandom random, ErrorHandling handling)
    {
        return QualificationProfile.Create<Row>("p", p =>
        {
            p.Criterion("plain", r => r.Ask(0, r.Probe.Flags[0])).IsTrue().Weight(random.Between(1, 30));
            p.Criterion("large", r => r.Ask(1, r.Probe.Numbers[1])).Linear(0, 100).DecayBy(r => r.Ask(2, r.Probe.Dates[2]), 30).Weight(5)
                .MetFrom(0.3);
            p.AnyOf("public", any =>
            {
                any.Criterion("town", r => r.Ask(3, r.Probe.Flags[3])).IsTrue();
                any.Criterion("state", r => r.Ask(4, r.Probe.Flags[4])).IsTrue();
            });
            Rate(p.Criterion("flag", r => r.Ask(5, r.Probe.Flags[5])).IsTrue());
            Rate(p.Criterion("fresh", r => r.Ask(6, r.Probe.Flags[6])).IsTrue().DecayBy(r => r.Ask(7, r.Probe.Dates[7]), 14));
            Rate(p.Criterion("graded", r => r.Ask(8, r.Probe.Numbers[8])).Linear(0, 100).DecayBy(r => r.Ask(9, r.Probe.Dates[9]), 60));
            Rate(p.NoneOf("none", none => none.Criterion("tender", r => r.Ask(10, r.Probe.Flags[10])).IsTrue())
                .DecayBy(r => r.Ask(11, r.Probe.Dates[11]), 90));
            p.QualifyAt(random.Between(10, 70)).OnError(handling);
            if (random.Chance(0.5)) p.NearMissWithin(random.Between(1, 30));
        });

        void Rate(CriterionBuilder<Row> criterion)
        {
            criterion.Weight(random.Between(1, 30));
            if (random.Chance(0.8)) criterion.When(random.Pick("large", "public", "plain"));
        }
    }

    private static void AssertSame(Decision[] expected, Decision[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) Assert.True(expected[i] == actual[i], $"Row {i}: {expected[i]} became {actual[i]}.");
    }

    private static void AssertCounts(Decision[] decisions, VerdictCounts counts)
    {
        Assert.Equal(decisions.Length, counts.Total);
        foreach (var verdict in new[] { Verdict.Disqualified, Verdict.NearMiss, Verdict.NeedsDiscovery, Verdict.Qualified })
        {
            Assert.Equal(decisions.Count(decision => decision.Verdict == verdict), counts[verdict]);
        }
    }

    private sealed class Row(Probe probe)
    {
        private int _asked;

        public Probe Probe => probe;

        public int Asks { get; private set; }

        /// <summary>The question that throws; -1 for none.</summary>
        public int Fault { get; init; } = -1;

        public bool IsAskedOften { get; init; }

        public TValue Ask<TValue>(int question, TValue value)
        {
            if (!IsAskedOften && (_asked & (1 << question)) != 0) throw new InvalidOperationException(
                $"Question {question} is asked again.");
            _asked |= 1 << question;
            Asks++;
            return question == Fault ? throw new FormatException("boom") : value;
        }
    }

    public sealed class Deal
    {
        public int Asks;

        public double? Score { get; init; }

        public double? Other { get; init; }

        public bool? IsOpen { get; init; }

        public string? Kind { get; init; }

        public DateTime? Date { get; init; }

        public bool Throws { get; init; }

        public TValue Asked<TValue>(TValue value)
        {
            Asks++;
            return Throws ? throw new FormatException("boom") : value;
        }
    }
}
