using System;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Prioritization;

public class RankingValueTests
{
    [Fact]
    public void Times_Factors_AreAppended()
    {
        var by = RankingValue.ExpectedValue(o => o.Probability, o => o.Amount);
        var more = by.Times(RankingFactor.Competition());
        Assert.Equal(["value", "probability"], by.Factors.Select(factor => factor.Id));
        Assert.Equal(["value", "probability", "competition"], more.Factors.Select(factor => factor.Id));
        Assert.Equal(("expected-value", false, null), (more.Id, more.IsSum, more.Label));
    }

    [Fact]
    public void Members_BadArguments_AreRefusedByName()
    {
        var by = RankingValue.Score(_ => 1);
        Assert.Throws<ArgumentException>("factors", () => RankingValue.Product("p", []));
        Assert.Throws<ArgumentException>("factors", () => RankingValue.Product("p", [null!]));
        Assert.Throws<ArgumentException>("factors", () => by.Times(RankingFactor.Score(_ => 2)));
        Assert.Throws<ArgumentException>("factors", () => RankingValue.Sum("s", [RankingFactor.Effort(_ => TimeSpan.FromHours(1))]));
        Assert.Throws<ArgumentException>("id", () => RankingValue.Custom(" ", _ => 1));
        Assert.Throws<ArgumentNullException>("score", () => RankingValue.Score(null!));
        Assert.Throws<ArgumentNullException>("value", () => RankingFactor.Value(null!));
        Assert.Throws<ArgumentNullException>("factor", () => new RankingFactor("a", null!));
        Assert.Throws<ArgumentOutOfRangeException>("whenUnknown", () => new RankingFactor("a", _ => 1, whenUnknown: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("whenUnknown", () => new RankingFactor("a", _ => 1, divides: true, whenUnknown: 0));
        Assert.Throws<ArgumentOutOfRangeException>("strength", () => RankingFactor.TimeToClose(_ => null, strength: 0));
        Assert.Throws<ArgumentOutOfRangeException>("halfLife", () => RankingFactor.Response(_ => null, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("perCompetitor", () => RankingFactor.Competition(0));
        var sum = RankingValue.Sum("s", [new("a", _ => 1), new("b", _ => 2)]);
        var refused = Assert.Throws<InvalidOperationException>(() => sum.Times(RankingFactor.Competition()));
        Assert.Contains("\"s\" is a sum", refused.Message, StringComparison.Ordinal);
    }
}
