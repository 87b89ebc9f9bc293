using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles;

public class AsOfSelectorTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Theory]
    [InlineData(10, AnswerState.Met)]
    [InlineData(90, AnswerState.Met)]
    [InlineData(91, AnswerState.Unmet)]
    [InlineData(null, AnswerState.Unknown)]
    public void Criterion_AgeInDays_IsAskedAtTheMoment(int? days, AnswerState state)
    {
        var profile = Aging((d, asOf) => (asOf - d.Created)?.TotalDays);
        var deal = new Deal { Created = AsOf.AddDays(-days ?? 0), HasDate = days is not null };
        var result = profile.Explain(deal, AsOf);
        Assert.Equal(state, result["age"].State);
        Assert.Equal(days, result["age"].Actual is double actual ? (int)actual : null);
        Assert.Equal(result.Decision, profile.Decide(deal, AsOf));
        Assert.All(profile.DecideAll(Enumerable.Repeat(deal, 19).ToArray(), AsOf), decision => Assert.Equal(result.Decision, decision));
        Assert.Equal(result.Decision, profile.Replay(DecisionRecord.Parse(result.ToRecord().ToJson())).Decision);
        if (days is { } known) Assert.Equal(known + 30 <= 90, profile.Decide(deal, AsOf.AddDays(30)).IsQualified);
    }

    [Fact]
    public void Criterion_EveryTypeOfValue_TakesAsOf()
    {
        var profile = QualificationProfile.Create<Deal>("types", p =>
        {
            p.Criterion("string", (d, asOf) => d.HasDate ? $"{asOf.Year}" : null).EqualTo("2026").Required();
            p.Criterion("int", (_, asOf) => asOf.Year).AtLeast(2026).Required();
            p.Criterion("int?", (_, asOf) => (int?)asOf.Year).AtLeast(2026).Required();
            p.Criterion("long", (_, asOf) => asOf.Ticks).AtLeast(1).Required();
            p.Criterion("long?", (_, asOf) => (long?)asOf.Ticks).AtLeast(1).Required();
            p.Criterion("float", (_, asOf) => (float)asOf.Year).AtLeast(2026).Required();
            p.Criterion("float?", (_, asOf) => (float?)asOf.Year).AtLeast(2026).Required();
            p.Criterion("double", (_, asOf) => (double)asOf.Year).Linear(0, 2026).Required();
            p.Criterion("double?", (_, asOf) => (double?)asOf.Year).Linear(0, 2026).Required();
            p.Criterion("decimal", (_, asOf) => (decimal)asOf.Year).AtLeast(2026m).Required();
            p.Criterion("decimal?", (_, asOf) => (decimal?)asOf.Year).AtLeast(2026m).Required();
            p.Criterion("bool", (_, asOf) => asOf.Year == 2026).IsTrue().Required();
            p.Criterion("bool?", (_, asOf) => (bool?)(asOf.Year == 2026)).IsTrue().Required();
            p.Criterion("date", (_, asOf) => asOf.AddDays(1)).WithinNext(2).Required();
            p.Criterion("date?", (_, asOf) => (DateTime?)asOf.AddDays(1)).WithinNext(2).Required();
            p.Criterion("moment", (_, asOf) => new DateTimeOffset(asOf)).WithinLast(1).Required();
            p.Criterion("moment?", (_, asOf) => (DateTimeOffset?)new DateTimeOffset(asOf)).WithinLast(1).Required();
            p.Criterion("time", (d, asOf) => asOf - d.Started).AtMost(TimeSpan.FromDays(1)).Required();
            p.Criterion("time?", (d, asOf) => asOf - d.Created).AtMost(TimeSpan.FromDays(1)).Required();
            p.Criterion("evidence", (_, asOf) => asOf.Year == 2026 ? EvidenceLevel.Confirmed : EvidenceLevel.Unknown)
                .AtLeast(EvidenceLevel.Claimed).Required();
            p.Criterion("evidence?", (_, _) => (EvidenceLevel?)EvidenceLevel.Confirmed).AtLeast(EvidenceLevel.Claimed).Required();
            p.Criterion("enum", (_, asOf) => asOf.DayOfWeek).EqualTo(DayOfWeek.Monday).Required();
            p.Criterion("enum?", (_, asOf) => (DayOfWeek?)asOf.DayOfWeek).EqualTo(DayOfWeek.Monday).Required();
            p.Criterion("list", (_, asOf) => new[] { asOf.Year }).ContainsAny(2026).Required();
            p.Criterion("group", AgeOf).AtMost(1).Required();
            p.Criterion("plain group", StartOf).WithinLast(1).Required();
        });
        var deal = new Deal { HasDate = true, Created = AsOf, Started = AsOf };
        Assert.Equal(Verdict.Qualified, profile.Decide(deal, AsOf).Verdict);
        Assert.Equal(profile.Decide(deal, AsOf), Assert.Single(profile.DecideAll([deal], AsOf)));
        Assert.Equal(AnswerState.Unknown, profile.Explain(new Deal(), AsOf)["string"].State);
        Assert.Equal(AnswerState.Unknown, profile.Explain(new Deal(), AsOf)["time?"].State);
    }

    [Fact]
    public void Criterion_AnswerOfNaN_IsUnknown() =>
        Assert.Equal(AnswerState.Unknown, Aging((_, _) => double.NaN).Explain(new Deal(), AsOf)["age"].State);

    [Fact]
    public void Criterion_NoSelector_IsRefused() =>
        Assert.Throws<ArgumentNullException>(
            "selector", () =>
            QualificationProfile.Create<Deal>("p", p => p.Criterion("age", (Func<Deal, DateTime, double>)null!).AtMost(1).Required()));

    [Fact]
    public void Lint_GatesOnSelectorsThatCompute_AreNotCompared()
    {
        var profile = QualificationProfile.Create<Deal>("p", p =>
        {
            p.Criterion("young", (d, asOf) => (asOf - d.Started).TotalDays).AtMost(10).Required();
            p.Criterion("old", (d, asOf) => (asOf - d.Started).TotalDays).AtLeast(20).Required();
        });
        // What a text computes may be another value in another place.
        Assert.Empty(profile.Lint);
    }

    [Fact]
    public void Decide_Table_TakesTheColumnOverAtItsOwnMomentAlone()
    {
        var asked = new List<DateTime>();
        Func<Deal, DateTime, double?> age = (d, asOf) =>
        {
            asked.Add(asOf);
            return (asOf - d.Created)?.TotalDays;
        };
        var profile = Aging(age);
        var other = QualificationProfile.Create<Deal>("other", p =>
        {
            p.Criterion("years", age).AtMost(90).Weight(3);
            p.QualifyAt(50);
        });
        Deal[] deals = [new() { HasDate = true, Created = AsOf.AddDays(-80) }];
        var table = profile.AnswerAll(deals, AsOf);
        Assert.True(Assert.Single(other.Decide(table)).IsQualified);
        Assert.Equal([AsOf], asked);
        Assert.False(Assert.Single(other.Decide(profile.AnswerAll(deals, AsOf.AddDays(30)))).IsQualified);
        Assert.Equal([AsOf, AsOf.AddDays(30)], asked);

        // Another delegate, though it reads the same, is asked.
        Aging((d, asOf) => age(d, asOf)).Decide(table);
        Assert.Equal(3, asked.Count);
    }

    [Fact]
    public void Field_ThatTakesAsOf_IsOneOfData()
    {
        Func<Deal, DateTime, double?> age = (d, asOf) => (asOf - d.Created)?.TotalDays;
        var fields = new FieldMap<Deal>(f => f.Add("age", age).Add("start", d => d.Started).Add("due", (_, asOf) => asOf.AddDays(1)));
        var profile = QualificationProfile.Create<Deal>(
            "aging", p => p.Criterion("age", fields.AsOfField<double?>("AGE")).AtMost(90).Required());
        var again = QualificationProfile.Create(ProfileDefinition.Parse(profile.ToDefinition(fields).ToJson()), fields);
        Assert.Equal(profile.Fingerprint, again.Fingerprint);
        var deal = new Deal { HasDate = true, Created = AsOf.AddDays(-80) };
        Assert.True(again.Decide(deal, AsOf).IsQualified);
        Assert.False(again.Decide(deal, AsOf.AddDays(30)).IsQualified);
        Assert.Same(age, NamedSelector.Bare(fields.AsOfField<double?>("age")));
        Assert.Equal(
            "The field \"age\" was added as double? with a selector that takes asOf; it can't be returned as double? by Field.",
            Assert.Throws<InvalidOperationException>(() => fields.Field<double?>("age")).Message);
        Assert.Equal(
            "The field \"start\" was added as DateTime with a selector that does not take asOf; " +
            "it can't be returned as DateTime by AsOfField.",
            Assert.Throws<InvalidOperationException>(() => fields.AsOfField<DateTime>("start")).Message);
    }

    private static double AgeOf(Deal deal, DateTime asOf) => (asOf - deal.Started).TotalDays;

    private static DateTime StartOf(Deal deal) => deal.Started;

    private static QualificationProfile<Deal> Aging(Func<Deal, DateTime, double?> age) =>
        QualificationProfile.Create<Deal>("aging", p => p.Criterion("age", age).AtMost(90).Required());

    private sealed class Deal
    {
        private readonly DateTime _created;

        public bool HasDate { get; init; }

        public DateTime? Created
        {
            get => HasDate ? _created : null;
            init => _created = value ?? default;
        }

        public DateTime Started { get; init; }
    }
}
