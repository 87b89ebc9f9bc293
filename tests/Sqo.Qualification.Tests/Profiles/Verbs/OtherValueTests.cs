using System;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Verbs;

/// <summary>Values of types without verbs of their own, and of those that came late: identifiers and days.</summary>
public class OtherValueTests
{
    private static readonly Guid Key = new("6f9619ff-8b86-d011-b42d-00c04fc964ff");

    [Theory]
    [InlineData(null, AnswerState.Unknown)]
    [InlineData("SE", AnswerState.Met)]
    [InlineData("DE", AnswerState.Unmet)]
    public void Criterion_ClassOfTheProgram_TakesARule(string? country, AnswerState expected)
    {
        var address = country is null ? null : new Address(country);
        Assert.Equal(expected, Asking.State(address, b => b.Criterion("c", x => x.Value).Satisfies(a => a.Country == "SE")));
        var missing = expected == AnswerState.Unknown ? AnswerState.Met : AnswerState.Unmet;
        Assert.Equal(missing, Asking.State(address, b => b.Criterion("c", x => x.Value).IsMissing()));
    }

    [Fact]
    public void Criterion_StructOfTheProgram_TakesARule()
    {
        Assert.Equal(AnswerState.Met, Asking.State((1, 2), b => b.Criterion("c", x => x.Value).Satisfies(pair => pair.Item2 == 2)));
        (int, int)? none = null;
        Assert.Equal(AnswerState.Unknown, Asking.State(none, b => b.Criterion("c", x => x.Value).Satisfies(pair => pair.Item2 == 2)));
    }

    [Fact]
    public void Criterion_ClassOfTheProgramWithinGroupsAndCombinations_IsTheSame()
    {
        var profile = QualificationProfile.Create<Box<Address?>>("p", p =>
        {
            p.Group("g", g => g.Criterion("a", x => x.Value).Satisfies(a => a.Country == "SE").Weight(1));
            p.AnyOf("any", any => any.Criterion("b", x => x.Value).IsMissing());
            p.QualifyAt(50);
        });
        Assert.Equal(AnswerState.Met, profile.Explain(new(new Address("SE")), Asking.AsOf)["a"].State);
        Assert.Equal(AnswerState.Met, profile.Explain(new(null), Asking.AsOf)["any"].State);
    }

    [Fact]
    public void Criterion_NullArguments_AreNamed()
    {
        Assert.Throws<ArgumentNullException>("builder", () => OtherValueExtensions.Criterion<object, Address>(null!, "a", _ => null));
        QualificationProfile.Create<Box<Address?>>("p", p =>
        {
            Assert.Throws<ArgumentNullException>("selector", () => p.Criterion("a", (Func<Box<Address?>, Address?>)null!));
            p.Criterion("b", x => x.Value).IsMissing().Required();
        });
    }

    [Fact]
    public void Criterion_Guid_IsChosenFromAListInCodeAndInData()
    {
        Assert.Equal(AnswerState.Met, Asking.State(Key, b => b.Criterion("c", x => x.Value).OneOf(Key, Guid.Empty)));
        Assert.Equal(AnswerState.Unmet, Asking.State<Guid?>(Key, b => b.Criterion("c", x => x.Value).NoneOf(Key)));
        Assert.Equal(AnswerState.Unknown, Asking.State<Guid?>(null, b => b.Criterion("c", x => x.Value).EqualTo(Key)));
        var fields = new FieldMap<Box<Guid?>>(f => f.Add("owner", x => x.Value));
        var profile = QualificationProfile.Create(
            ProfileDefinition.Parse(
                $$"""{ "name": "p", "criteria": [ { "id": "a", "field": "owner", "oneOf": ["{{Key}}"], "required": true } ] }"""),
            fields);
        Assert.Equal(Verdict.Qualified, profile.Decide(new(Key), Asking.AsOf).Verdict);
        var result = profile.Explain(new(Key), Asking.AsOf);
        Assert.Equal(AnswerState.Met, profile.Replay(DecisionRecord.Parse(result.ToRecord().ToJson()))["a"].State);
        var fault = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create(
            ProfileDefinition.Parse(
                """{ "name": "p", "criteria": [ { "id": "a", "field": "owner", "equalTo": "me", "required": true } ] }"""),
            fields));
        Assert.Contains("it must be a Guid such as", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, AnswerState.Met)]
    [InlineData(3, AnswerState.Unmet)]
    [InlineData(null, AnswerState.Unknown)]
    public void OneOf_Numbers_IsThatOfAnOptionSet(int? value, AnswerState expected)
    {
        var opposite = expected == AnswerState.Met ? AnswerState.Unmet : expected == AnswerState.Unmet ? AnswerState.Met : expected;
        Assert.Equal(expected, Asking.State(value, b => b.Criterion("c", x => x.Value).OneOf(1, 2)));
        Assert.Equal(opposite, Asking.State(value, b => b.Criterion("c", x => x.Value).NoneOf(1, 2)));
        Assert.Equal(expected, Asking.State((decimal?)value, b => b.Criterion("c", x => x.Value).OneOf(1.0m, 2m)));
        Assert.Equal(expected, Asking.State((double?)value, b => b.Criterion("c", x => x.Value).OneOf(1, 2)));
    }

    [Fact]
    public void OneOf_NumbersThatCanNotBe_AreFaults()
    {
        var fault = Assert.Throws<QualificationProfileException>(
            () => Asking.State(1.0, b => b.Criterion("c", x => x.Value).OneOf(double.NaN)));
        Assert.Contains("a value is NaN", fault.Message, StringComparison.Ordinal);
        fault = Assert.Throws<QualificationProfileException>(() => Asking.State(1, b => b.Criterion("c", x => x.Value).OneOf()));
        Assert.Contains("the list is empty", fault.Message, StringComparison.Ordinal);
    }
#if NET && !NETSTANDARD_ASSET

    [Fact]
    public void Criterion_Day_TakesTheVerbsOfDates()
    {
        var day = new DateOnly(2026, 12, 1);
        Assert.Equal(AnswerState.Met, Asking.State(day, b => b.Criterion("c", x => x.Value).WithinNext(30)));
        Assert.Equal(AnswerState.Unknown, Asking.State<DateOnly?>(null, b => b.Criterion("c", x => x.Value).WithinNext(30)));
        Assert.Equal(AnswerState.Met, Asking.State<DateOnly?>(day, b => b.Criterion("c", (x, _) => x.Value).After(new(2026, 11, 30))));
        var fields = new FieldMap<Box<DateOnly?>>(f => f.Add("day", x => x.Value).Add("later", (x, _) => x.Value));
        foreach (var field in (string[])["day", "later"])
        {
            var profile = QualificationProfile.Create(
                ProfileDefinition.Parse(
                    $$"""{ "name": "p", "criteria": [ { "id": "a", "field": "{{field}}", "withinNext": 30, "required": true } ] }"""),
                fields);
            Assert.Equal(Verdict.Qualified, profile.Decide(new(day), Asking.AsOf).Verdict);
        }
    }
#endif

    private sealed class Address(string country)
    {
        public string Country => country;
    }
}
