using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification.Benchmarks.Workload;

/// <summary>The ten criteria as a developer would write them for this one case: the baseline.</summary>
public static class HandWritten
{
    public static readonly HashSet<string> Industries = Opportunities.Industries.ToHashSet(StringComparer.OrdinalIgnoreCase);
    public static readonly HashSet<string> Countries = Opportunities.Countries.ToHashSet(StringComparer.OrdinalIgnoreCase);

    public static HandDecision Decide(Deal o, DateTime asOf)
    {
        ulong unmet = 0;
        ulong unknown = 0;
        double score = 0;
        double lowest = 0;
        double highest = 0;

        if (o.Budget < 10_000m) unmet |= 1UL << 0;
        if (!o.HasDecisionMaker) unmet |= 1UL << 1;
        if (o.Industry is null) unknown |= 1UL << 2;
        else if (!Industries.Contains(o.Industry)) unmet |= 1UL << 2;
        if (o.CloseDate < asOf || o.CloseDate > asOf.AddDays(180)) unmet |= 1UL << 3;

        if (double.IsNaN(o.Engagement))
        {
            unknown |= 1UL << 4;
            highest += 30;
        }
        else
        {
            var engagement = Math.Clamp(o.Engagement / 100, 0, 1);
            if (engagement < 0.5) unmet |= 1UL << 4;
            score += 30 * engagement;
            lowest += 30 * engagement;
            highest += 30 * engagement;
        }

        if (o.Employees is >= 50 and <= 5_000) Add(15);
        else unmet |= 1UL << 5;
        if (o.DemoRequested) Add(20);
        else unmet |= 1UL << 6;

        if (o.LastActivity > asOf)
        {
            unknown |= 1UL << 7;
            highest += 20;
        }
        else
        {
            var recency = Math.Pow(2, -(asOf - o.LastActivity).TotalDays / 14);
            if (recency < 0.5) unmet |= 1UL << 7;
            score += 20 * recency;
            lowest += 20 * recency;
            highest += 20 * recency;
        }

        if (o.Competitors <= 2) Add(10);
        else unmet |= 1UL << 8;
        if (o.Country is null)
        {
            unknown |= 1UL << 9;
            highest += 5;
        }
        else if (Countries.Contains(o.Country))
        {
            Add(5);
        }
        else
        {
            unmet |= 1UL << 9;
        }

        const ulong gates = 0b1111;
        var verdict =
            (unmet & gates) != 0 || highest < 60 ? Verdict.Disqualified
            : (unknown & gates) == 0 && lowest >= 60 ? Verdict.Qualified
            : Verdict.NeedsDiscovery;
        var known = 100 - ((unknown & 1 << 4) != 0 ? 30 : 0) - ((unknown & 1 << 7) != 0 ? 20 : 0) - ((unknown & 1 << 9) != 0 ? 5 : 0);
        return new HandDecision(verdict, score, lowest, highest, unmet, unknown, (uint)known * 10_000_000);

        void Add(double points)
        {
            score += points;
            lowest += points;
            highest += points;
        }
    }

    /// <summary>Three criteria.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // else what the loop does not look at is left out
    public static HandDecision DecideThree(Deal o)
    {
        ulong unmet = 0;
        ulong unknown = 0;
        double score = 0;
        double lowest = 0;
        double highest = 0;
        if (o.Budget < 10_000m) unmet |= 1UL << 0;
        if (double.IsNaN(o.Engagement))
        {
            unknown |= 1UL << 1;
            highest += 60;
        }
        else
        {
            var engagement = Math.Clamp(o.Engagement / 100, 0, 1);
            if (engagement < 0.5) unmet |= 1UL << 1;
            score += 60 * engagement;
            lowest += 60 * engagement;
            highest += 60 * engagement;
        }

        if (o.DemoRequested)
        {
            score += 40;
            lowest += 40;
            highest += 40;
        }
        else
        {
            unmet |= 1UL << 2;
        }

        var verdict =
            (unmet & 1) != 0 || highest < 60 ? Verdict.Disqualified
            : lowest >= 60 ? Verdict.Qualified
            : Verdict.NeedsDiscovery;
        return new HandDecision(verdict, score, lowest, highest, unmet, unknown, unknown != 0 ? 400_000_000U : 1_000_000_000U);
    }

    /// <summary>The same parts as <see cref="Decision"/>, in the same 48 bytes.</summary>
    public readonly struct HandDecision(
        Verdict verdict, double score, double lowest, double highest, ulong unmet, ulong unknown, uint completeness)
    {
        public readonly double Score = score;
        public readonly double Lowest = lowest;
        public readonly double Highest = highest;
        public readonly ulong Unmet = unmet;
        public readonly ulong Unknown = unknown;
        public readonly uint Completeness = completeness;
        private readonly byte _verdict = (byte)verdict;

        public Verdict Verdict => (Verdict)_verdict;
    }
}
