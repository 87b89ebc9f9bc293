namespace Sqo.Qualification;

/// <summary>What most opportunities lack, behind one reference.</summary>
internal sealed record OpportunityExtras(string? LeadId, Contact[]? Contacts, FunnelTimes Funnel, decimal? Recurring, decimal? OneOff)
{
    /// <summary>What was known at the end of a day.</summary>
    public OpportunityExtras UpTo(int day) => Funnel.IsAfter(day) ? this with { Funnel = Funnel.UpTo(day) } : this;
}
