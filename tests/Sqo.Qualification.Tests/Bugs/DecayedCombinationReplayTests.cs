using System;
using Xunit;

namespace Sqo.Qualification.Tests.Bugs;

/// <summary>A record once left out the date by which a combination's points decay, and could not be replayed.</summary>
public class DecayedCombinationReplayTests
{
    private static readonly DateTime AsOf = new(2026, 11, 23);

    [Theory]
    [InlineData(true, 10)]
    [InlineData(true, null)]
    [InlineData(false, null)]
    [InlineData(null, 10)]
    public void Replay_CombinationThatDecays_GivesTheSameBytes(bool? flag, int? daysAgo)
    {
        var profile = QualificationProfile.Create<Row>("p", p =>
        {
            p.AnyOf("any", a => a.Criterion("flag", r => r.Flag).IsTrue()).Weight(1).DecayBy(r => r.Date, 10);
            p.QualifyAt(50);
        });
        var result = profile.Explain(new Row(flag, daysAgo is { } days ? AsOf.AddDays(-days) : null), AsOf);
        var again = profile.Replay(DecisionRecord.Parse(result.ToRecord().ToJson()));
        Assert.Equal(result.ToRecord().ToJson(), again.ToRecord().ToJson());
        Assert.Equal(result.ToText(ExplanationTexts.English), again.ToText(ExplanationTexts.English));
    }

    private sealed record Row(bool? Flag, DateTime? Date);
}
