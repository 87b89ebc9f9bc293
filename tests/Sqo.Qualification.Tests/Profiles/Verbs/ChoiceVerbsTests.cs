using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Verbs;

public class ChoiceVerbsTests
{
    [Theory]
    [InlineData((int)Region.North, AnswerState.Met, AnswerState.Met)]
    [InlineData((int)Region.South, AnswerState.Met, AnswerState.Unmet)]
    [InlineData((int)Region.West, AnswerState.Unmet, AnswerState.Unmet)]
    [InlineData(77, AnswerState.Unmet, AnswerState.Unmet)]
    [InlineData(null, AnswerState.Unknown, AnswerState.Unknown)]
    public void EveryVerb_AnyValue_MetByItsList(int? number, AnswerState listed, AnswerState equal)
    {
        var region = (Region?)number;
        var notListed = listed == AnswerState.Met ? AnswerState.Unmet : listed == AnswerState.Unmet ? AnswerState.Met : listed;
        Assert.Equal(listed, Asking.State(region, b => b.Criterion("c", x => x.Value).OneOf(Region.North, Region.South)));
        Assert.Equal(notListed, Asking.State(region, b => b.Criterion("c", x => x.Value).NoneOf(Region.North, Region.South)));
        Assert.Equal(equal, Asking.State(region, b => b.Criterion("c", x => x.Value).EqualTo(Region.North)));
        if (region is not { } known) return;
        Assert.Equal(listed, Asking.State(known, b => b.Criterion("c", x => x.Value).OneOf(Region.North, Region.South)));
        Assert.Equal(notListed, Asking.State(known, b => b.Criterion("c", x => x.Value).NoneOf(Region.North, Region.South)));
        Assert.Equal(equal, Asking.State(known, b => b.Criterion("c", x => x.Value).EqualTo(Region.North)));
        Assert.Equal(equal, Asking.State(known, b => b.Criterion("c", x => x.Value).Satisfies(x => x == Region.North)));
    }
}
