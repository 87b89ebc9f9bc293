using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Verbs;

public class FlagVerbsTests
{
    [Theory]
    [InlineData(true, AnswerState.Met, AnswerState.Unmet)]
    [InlineData(false, AnswerState.Unmet, AnswerState.Met)]
    [InlineData(null, AnswerState.Unknown, AnswerState.Unknown)]
    public void IsTrueAndIsFalse_AnyFlag_AreOpposite(bool? flag, AnswerState isTrue, AnswerState isFalse)
    {
        Assert.Equal(isTrue, Asking.State(flag, b => b.Criterion("c", x => x.Value).IsTrue()));
        Assert.Equal(isFalse, Asking.State(flag, b => b.Criterion("c", x => x.Value).IsFalse()));
        if (flag is not { } known) return;
        Assert.Equal(isTrue, Asking.State(known, b => b.Criterion("c", x => x.Value).IsTrue()));
        Assert.Equal(isFalse, Asking.State(known, b => b.Criterion("c", x => x.Value).IsFalse()));
        Assert.Equal(isFalse, Asking.State(known, b => b.Criterion("c", x => x.Value).Satisfies(x => !x)));
    }
}
