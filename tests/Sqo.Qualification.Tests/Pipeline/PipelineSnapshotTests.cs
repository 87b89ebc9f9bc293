using System;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Pipeline;

public class PipelineSnapshotTests
{
    private static readonly DateTime Day = new(2017, 5, 4);

    [Fact]
    public void Snapshot_RecordsThatKnowTheFuture_AreAllListed()
    {
        var later = Day.AddDays(1);
        var deals = Opportunity.From(new Action<OpportunityDraft>[]
        {
            o => (o.Id, o.Created) = ("created", later),
            o => (o.Id, o.Created, o.Closed, o.Outcome) = ("closed", Day, later, OpportunityOutcome.Won),
            o => (o.Id, o.Touchpoints) = ("touched", [new(Day, "a"), new(later, "b"), new(later.AddDays(1), "c")]),
            o => (o.Id, o.StageChanges) = ("changed", [new(later, "s"), new(Day.AddHours(23.9), "r")]),
            o => (o.Id, o.Created, o.ExpectedClose) = ("good", Day, later),
        }, (fill, o) => fill(o));
        var faults = Assert.Throws<RecordException>(() => new PipelineSnapshot(Day, deals)).Faults;
        Assert.Equal(
            [
                "created future.created", "closed future.closed", "touched future.touchpoint", "touched future.touchpoint",
                "changed future.stage-change"],
            faults.Select(fault => $"{fault.Id} {fault.Code}"));
        Assert.Equal(
            "Record 0 (from 0), \"created\": Created is 2017-05-05; that was not known at the end of 2017-05-04.", faults[0].Message);
        Assert.Equal("StageChanges[1].At", faults[4].Field);
        var snapshot = new PipelineSnapshot(later.AddDays(1).AddHours(5), deals);
        Assert.Equal(4, snapshot.Open.Count);
        Assert.Equal("2017-05-06: 4 open of 5", snapshot.ToString());
        Assert.Throws<RecordException>(() => PipelineHistory.Reconstruct(deals, asOf: Day));
    }

    [Fact]
    public void Snapshot_IdTwice_IsRefused()
    {
        var deal = Opportunity.Create(o => o.Id = "a");
        Assert.Equal(
            "id.duplicate", Assert.Single(Assert.Throws<RecordException>(() => new PipelineSnapshot(Day, [deal, deal])).Faults).Code);
        Assert.Throws<RecordException>(() => PipelineHistory.Reconstruct([deal, deal]));
    }

    [Fact]
    public void Snapshot_ArgumentsThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentNullException>("opportunities", () => new PipelineSnapshot(Day, null!));
        Assert.Throws<ArgumentException>("opportunities", () => new PipelineSnapshot(Day, [null!]));
        Assert.Throws<ArgumentException>("asOf", () => new PipelineSnapshot(new DateTime(2017, 1, 1, 0, 0, 0, DateTimeKind.Local), []));
        Assert.Empty(new PipelineSnapshot(Day, []).Open);
    }
}
