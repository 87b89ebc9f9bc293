using System;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Bugs;

/// <summary>Replay once took a changed record for what it said. Here the seal is made anew after the change, as a forger would.</summary>
public class TamperedRecordTests
{
    private static readonly DateTime AsOf = new(2026, 11, 23);

    private static readonly QualificationProfile<Row> Profile = QualificationProfile.Create<Row>("p", p =>
    {
        p.Criterion("number", r => r.Number).AtLeast(5).Required();
        p.Criterion("flag", r => r.Flag).IsTrue().Required();
    });

    [Theory]
    [InlineData("\"Qualified\"", "\"Disqualified\"", "it was changed")]
    [InlineData("\"id\":\"flag\"", "\"id\":\"number\"", "more than one input")]
    [InlineData("[{\"id\"", "[{\"id\":\"other\"},{\"id\"", "does not have")]
    [InlineData("\"type\":\"int\",", "", "no type")]
    public void Replay_ChangedRecord_SaysWhatIsWrong(string from, string to, string expected)
    {
        var json = Profile.Explain(new Row(7, true), AsOf).ToRecord().ToJson();
        Assert.Contains(from, json, StringComparison.Ordinal);
        var changed = DecisionRecord.Parse(Resealed.Json(json.Replace(from, to)));
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => Profile.Replay(changed)).Message, StringComparison.Ordinal);
    }

    private sealed record Row(int Number, bool Flag);
}
