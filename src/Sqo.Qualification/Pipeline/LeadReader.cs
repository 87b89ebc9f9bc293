namespace Sqo.Qualification;

/// <summary>Reads records into leads, and finds their faults.</summary>
internal sealed class LeadReader() : RecordReader<LeadDraft, Lead>(new(), "a lead")
{
    protected override Lead? Make(string? id) =>
        IsFaulty ? null : new(id!, Draft, FunnelTimes.Of(FunnelTable), Contacts(), Touchpoints(), Fields());
}
