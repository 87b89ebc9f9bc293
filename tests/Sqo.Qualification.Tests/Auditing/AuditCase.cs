using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Auditing;

/// <summary>A closed or open deal whose criteria are flags, and profiles over them.</summary>
internal sealed class AuditCase
{
    public const int Most = 5;

    // Shared, so that answers can be.
    private static readonly Func<AuditCase, bool?>[] Selectors =
        [.. Enumerable.Range(0, Most).Select(slot => (Func<AuditCase, bool?>)(deal => deal.Flags[slot]))];

    public bool?[] Flags { get; set; } = new bool?[Most];

    public OpportunityOutcome Outcome { get; set; }

    public decimal? Amount { get; set; }

    public string? Group { get; set; }

    public AuditCase With(int slot, bool? flag)
    {
        var flags = (bool?[])Flags.Clone();
        flags[slot] = flag;
        return new AuditCase { Flags = flags, Outcome = Outcome, Amount = Amount, Group = Group };
    }

    public static List<AuditCase> Generate(SeededRandom random, int count, double missing = 0.15) =>
        [.. Enumerable.Range(0, count).Select(_ =>
        {
            var flags = new bool?[Most];
            for (var i = 0; i < Most; i++) flags[i] = random.Chance(missing) ? null : random.Chance(0.6);
            return new AuditCase
            {
                Flags = flags,
                Outcome = random.Chance(0.1) ? OpportunityOutcome.Open
                    : random.Chance(0.3 + (flags[0] == true ? 0.4 : 0)) ? OpportunityOutcome.Won : OpportunityOutcome.Lost,
                Amount = random.Chance(0.1) ? null : random.Between(1, 100_000) / 100m,
                Group = random.Pick("north", "south", null!),
            };
        })];

    /// <summary>The first criteria are gates, the next count for a deal, and the last may count against it.</summary>
    public static QualificationProfile<AuditCase> Profile(SeededRandom random) => Profile(random.Next());

    /// <summary>The profile of a seed, maybe with another threshold, or another weight of the next-to-last criterion.</summary>
    public static QualificationProfile<AuditCase> Profile(ulong seed, double? qualifyAt = null, double? weight = null)
    {
        var random = new SeededRandom(seed);
        var gates = random.Between(0, 2);
        var weights = Enumerable.Range(0, Most).Select(_ => (double)random.Between(1, 40)).ToArray();
        var isPenalty = random.Chance(0.5);
        var threshold = random.Pick(20.0, 50, 75);
        var margin = random.Pick<double?>(null, 0, 15);
        threshold = qualifyAt ?? threshold;
        weights[Most - 2] = weight ?? weights[Most - 2];
        return QualificationProfile.Create<AuditCase>("flags", p =>
        {
            for (var i = 0; i < Most; i++)
            {
                var slot = i;
                var criterion = p.Criterion("c" + slot, Selectors[slot]).IsTrue();
                if (i < gates) criterion.Required();
                if (i >= gates || random.Chance(0.5)) criterion.Weight(i == Most - 1 && isPenalty ? -weights[i] : weights[i]);
            }

            p.QualifyAt(threshold);
            if (margin is { } points) p.NearMissWithin(points);
        });
    }

    public static DealOutcomes OutcomesOf(IReadOnlyList<AuditCase> deals) =>
        DealOutcomes.Of(deals, deal => deal.Outcome, deal => deal.Amount);

    public static string Shown(OutcomeCounts counts) =>
        $"{counts} {counts.Revenue!.Value.ToString("0.##", CultureInfo.InvariantCulture)} {counts.WithoutAmount}";

    /// <summary>The counts of some deals, one by one.</summary>
    public static string Shown(IEnumerable<AuditCase> deals)
    {
        var all = deals.ToList();
        var won = all.Where(deal => deal.Outcome == OpportunityOutcome.Won).ToList();
        var lost = all.Count(deal => deal.Outcome == OpportunityOutcome.Lost);
        var revenue = won.Sum(deal => deal.Amount ?? 0);
        return FormattableString.Invariant($"{won.Count} won, {lost} lost, {all.Count - won.Count - lost} open ")
            + Math.Round(revenue, 2).ToString("0.##", CultureInfo.InvariantCulture) + " "
            + won.Count(deal => deal.Amount is null);
    }
}
