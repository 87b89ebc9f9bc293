using System;
using Xunit;

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>Asks one criterion, by every path that a profile has.</summary>
internal static class Asking
{
    public static readonly DateTime AsOf = new(2026, 11, 23, 9, 30, 0, DateTimeKind.Utc);

    public static CriterionResult Explain<TValue>(TValue value, Func<CriteriaBuilder<Box<TValue>>, CriterionBuilder<Box<TValue>>> ask)
    {
        var item = new Box<TValue>(value);
        var profile = QualificationProfile.Create<Box<TValue>>("one", p =>
        {
            ask(p).Weight(10);
            p.QualifyAt(50);
        });
        var result = profile.Explain(item, AsOf);
        Assert.Equal(result.Decision, profile.Decide(item, AsOf));
        // Long enough for vector instructions and the plain rest.
        var many = new Box<TValue>[19];
        for (var i = 0; i < many.Length; i++) many[i] = item;
        Assert.All(profile.DecideAll(many, AsOf), decision => Assert.Equal(result.Decision, decision));
        return result.Criteria[0];
    }

    public static Answer Answer<TValue>(TValue value, Func<CriteriaBuilder<Box<TValue>>, CriterionBuilder<Box<TValue>>> ask) =>
        Explain(value, ask).Answer;

    public static AnswerState State<TValue>(TValue value, Func<CriteriaBuilder<Box<TValue>>, CriterionBuilder<Box<TValue>>> ask) =>
        Explain(value, ask).State;
}
