using System;
using System.Globalization;
using System.Linq;
#if !NETFRAMEWORK
using MathNet.Numerics;
#endif
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Auditing.Drift;

public class RateWatchTests
{
    [Fact]
    public void BesideRate_TheWorkedCase_IsIt()
    {
        var watch = After(RateWatch.BesideRate(0.3), 3, 40);
        Assert.Equal(49.257, watch.Evidence, 5e-4);
        Assert.True(watch.IsAlarmed);
        Assert.Equal(
            "3 of 40 won, beside a rate of 30%: evidence 49.26, alarm at 20; the win rate has changed (alarm after deal 37)",
            watch.ToText(CultureInfo.InvariantCulture));
        Assert.Equal(
            "3 av 40 vunna, mot andelen 30\u00A0%: evidens 49,26, larm vid 20; andelen vunna har ändrats (larm efter affär 37)",
            watch.ToText(new CultureInfo("sv-SE")));
        var before = RateWatch.BesideRate(0.3);
        Assert.Equal((1.0, 0.0, false), (before.Evidence, before.GreatestLogEvidence, before.IsAlarmed));
    }

#if !NETFRAMEWORK
    [Fact]
    public void Evidence_AnyDeals_IsTheDefinition() => Property.Holds(300, (random, _) =>
    {
        int closed = random.Below(60), won = random.Below(closed + 1), before = 1 + random.Below(60), wonBefore = random.Below(before + 1);
        var rate = 0.05 + (0.9 * random.Share());
        var known = After(RateWatch.BesideRate(rate), won, closed);
        var ofAll = SpecialFunctions.BetaLn(1 + won, 1 + closed - won);
        Assert.Equal(ofAll - (won * Math.Log(rate)) - ((closed - won) * Math.Log(1 - rate)), known.LogEvidence, 1e-9);
        var beside = After(RateWatch.BesideDeals(new(wonBefore, before)), won, closed);
        if (closed == 0) return;
        var common = (won + wonBefore) / (double)(closed + before);
        double Term(double count, double p) => count == 0 ? 0 : count * Math.Log(p);
        var greatest = Term(won + wonBefore, common) + Term(closed + before - won - wonBefore, 1 - common);
        Assert.Equal(ofAll + SpecialFunctions.BetaLn(1 + wonBefore, 1 + before - wonBefore) - greatest, beside.LogEvidence, 1e-9);
    });
#endif

    [Fact]
    public void ToJson_AnyWatch_IsReadBackAndGoesOn() => Property.Holds(200, (random, _) =>
    {
        var watch = random.Chance(0.5)
            ? RateWatch.BesideRate(0.2 + (random.Share() / 2))
            : RateWatch.BesideDeals(new(random.Below(30), 30), 5);
        for (var i = random.Below(40); i > 0; i--) watch = watch.With(random.Chance(0.1));
        var read = RateWatch.Parse(watch.ToJson());
        Assert.Equal(watch.ToJson(), read.ToJson());
        Assert.Equal(
            (watch.LogEvidence, watch.GreatestLogEvidence, watch.AlarmedAfter, watch.Observed),
            (read.LogEvidence, read.GreatestLogEvidence, read.AlarmedAfter, read.Observed));
        Assert.Equal((watch.Rate, watch.Reference, watch.AlarmAt), (read.Rate, read.Reference, read.AlarmAt));
        Assert.Equal(watch.With(true).ToJson(), read.With(true).ToJson());
    });

    [Fact]
    public void With_MoreDealsAfterAnAlarm_KeepsIt()
    {
        var watch = After(RateWatch.BesideRate(0.3), 0, 20);
        var after = watch.AlarmedAfter;
        Assert.NotNull(after);
        for (var i = 0; i < 200; i++) watch = watch.With(i % 10 < 4);
        Assert.Equal(after, watch.AlarmedAfter);
        Assert.True(watch.GreatestLogEvidence > watch.LogEvidence);
    }

    [Theory]
    [InlineData("rate 2 won 0 closed 0", "between 0 and 1")]
    [InlineData("rate 0.5 won 3 closed 2", "above \"closed\"")]
    [InlineData("rate 0.5 won 1 closed 2 alarmedAfter 9", "at most all")]
    [InlineData("rate 0.5 won 1", "\"closed\"")]
    [InlineData("won 1 closed 2", "\"referenceWon\"")]
    public void Parse_TextThatIsNone_SaysWhy(string members, string reason)
    {
        var words = members.Split(' ');
        var json = "{\"format\":\"sqo-rate-watch/1\",\"alarmAt\":\"20\",\"greatestLogEvidence\":\"0\""
            + string.Concat(words.Where((_, i) => i % 2 == 0).Select((name, i) => $",\"{name}\":\"{words[(2 * i) + 1]}\"")) + "}";
        Assert.Contains(reason, Assert.Throws<FormatException>(() => RateWatch.Parse(json)).Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => RateWatch.Parse("{}"));
    }

    [Fact]
    public void Create_OddArguments_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RateWatch.BesideRate(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateWatch.BesideRate(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateWatch.BesideRate(0.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RateWatch.BesideDeals(default));
        Assert.Throws<ArgumentNullException>(() => RateWatch.Parse(null!));
        Assert.Contains(
            "30 of 100 before", After(RateWatch.BesideDeals(new(30, 100)), 9, 30).ToText(ExplanationTexts.English),
            StringComparison.Ordinal);
        Assert.Contains("> 480", After(RateWatch.BesideRate(0.9), 0, 60).ToText(ExplanationTexts.English), StringComparison.Ordinal);
        Assert.StartsWith("9 of 30, evidence 0.", After(RateWatch.BesideRate(0.3), 9, 30).ToString(), StringComparison.Ordinal);
    }

    internal static RateWatch After(RateWatch watch, int won, int closed)
    {
        for (var i = 0; i < closed; i++) watch = watch.With(i < won);
        return watch;
    }
}
