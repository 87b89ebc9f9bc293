using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Verbs;

public class EvidenceVerbsTests
{
    [Theory]
    [InlineData(null, AnswerState.Unknown)]
    [InlineData(EvidenceLevel.Unknown, AnswerState.Unknown)]
    [InlineData(EvidenceLevel.Claimed, AnswerState.Unmet)]
    [InlineData(EvidenceLevel.Confirmed, AnswerState.Met)]
    [InlineData(EvidenceLevel.Documented, AnswerState.Met)]
    public void AtLeastConfirmed_AnyLevel_MetFromThere(EvidenceLevel? level, AnswerState expected)
    {
        var result = Asking.Explain(level, b => b.Criterion("c", x => x.Value).AtLeast(EvidenceLevel.Confirmed));
        Assert.Equal(expected, result.State);
        // Levels are an order, not a distance.
        Assert.Null(result.Gap);
        if (level is { } known)
        {
            Assert.Equal(expected, Asking.State(known, b => b.Criterion("c", x => x.Value).AtLeast(EvidenceLevel.Confirmed)));
        }
    }
}
