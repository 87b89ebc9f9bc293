using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Verbs;

public class ItemVerbsTests
{
    [Fact]
    public void Satisfies_Predicate_MetOrUnmet()
    {
        Assert.Equal(AnswerState.Met, Asking.State(3, b => b.Criterion("c").Satisfies(box => box.Value == 3)));
        Assert.Equal(AnswerState.Unmet, Asking.State(4, b => b.Criterion("c").Satisfies(box => box.Value == 3)));
    }

    [Theory]
    [InlineData(true, AnswerState.Met)]
    [InlineData(false, AnswerState.Unmet)]
    [InlineData(null, AnswerState.Unknown)]
    public void Satisfies_PredicateThatMayNotKnow_NullIsUnknown(bool? answer, AnswerState expected) =>
        Assert.Equal(expected, Asking.State(answer, b => b.Criterion("c").Satisfies(box => box.Value)));

    [Fact]
    public void Satisfies_PredicateOverTheMoment_GetsAsOf() =>
        Assert.Equal(AnswerState.Met, Asking.State(0, b => b.Criterion("c").Satisfies((_, asOf) => asOf == Asking.AsOf)));
}
