using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Sqo.Qualification.Tests.Prioritization.Capacity;

/// <summary>Deals and owners for tests of plans, in few words.</summary>
internal static class PlanCase
{
    public static Opportunity Deal(
        string id, decimal? value, double minutes, string? owner = "Ann", double? chance = 1, string? account = null,
        string? region = null) =>
        Opportunity.Create(o =>
        {
            (o.Id, o.Amount, o.Owner, o.Probability, o.Account) = (id, value, owner, chance, account);
            o.Fields["minutes"] = minutes.ToString(CultureInfo.InvariantCulture);
            if (region is not null) o.Fields["region"] = region;
        });

    public static TimeSpan? Minutes(Opportunity deal) =>
        TimeSpan.FromMinutes(double.Parse(deal.Fields["minutes"]!, CultureInfo.InvariantCulture));

    public static OwnerHours Hours(string owner, double hours, int? mostDeals = null, params string[] skills) =>
        new(owner, TimeSpan.FromHours(hours), mostDeals, skills);

    public static CapacityPlan Plan(IEnumerable<Opportunity> deals, IEnumerable<OwnerHours> owners, CapacityPlanOptions? options = null) =>
        CapacityPlan.Create(deals, owners, Minutes, options: options);

    public static string[] Ids(CapacityPlan plan) =>
        [.. plan.Owners.SelectMany(owner => owner.Deals).Select(deal => deal.Deal.Id).OrderBy(id => id, StringComparer.Ordinal)];

    /// <summary>A plan as text that says everything about it which a reader could see.</summary>
    public static string Everything(CapacityPlan plan) =>
        plan.Lock(new DateTime(2026, 11, 23)).ToJson() + plan.ToText(mostLeftOut: int.MaxValue)
        + plan.ToText(ExplanationTexts.Swedish, int.MaxValue);
}
