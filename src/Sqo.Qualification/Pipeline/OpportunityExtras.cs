namespace Sqo.Qualification;

/// <summary>The values that most opportunities lack, behind one reference.</summary>
internal sealed record OpportunityExtras(string? LeadId, Contact[]? Contacts, FunnelTimes Funnel, decimal? Recurring, decimal? OneOff)
{
    /// <summary>The values that were known at the end of a day.</summary>
    public OpportunityExtras UpTo(int day) => Funnel.IsAfter(day) ? this with { Funnel = Funnel.UpTo(day) } : this;
}
