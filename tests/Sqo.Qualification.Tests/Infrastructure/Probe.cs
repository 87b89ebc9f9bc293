using System;
using System.Collections.Generic;

namespace Sqo.Qualification.Tests.Infrastructure;

internal enum Region
{
    North,
    East,
    South,
    West,
}

/// <summary>The opportunity of generated profiles: slots of each type of value, any of which may be missing.</summary>
internal sealed class Probe
{
    public const int Slots = 16;

    public double?[] Numbers { get; } = new double?[Slots];

    public decimal?[] Amounts { get; } = new decimal?[Slots];

    public int?[] Counts { get; } = new int?[Slots];

    public bool?[] Flags { get; } = new bool?[Slots];

    public string?[] Texts { get; } = new string?[Slots];

    public DateTime?[] Dates { get; } = new DateTime?[Slots];

    public TimeSpan?[] Durations { get; } = new TimeSpan?[Slots];

    public Region?[] Regions { get; } = new Region?[Slots];

    public EvidenceLevel?[] Evidence { get; } = new EvidenceLevel?[Slots];

    public List<string>?[] Tags { get; } = new List<string>?[Slots];

    /// <summary>Never missing, but maybe NaN.</summary>
    public double[] Readings { get; } = new double[Slots];

    public static Probe Generate(SeededRandom random, DateTime asOf, double missing = 0.25)
    {
        var probe = new Probe();
        for (var slot = 0; slot < Slots; slot++) probe.Fill(slot, random, asOf, missing);
        return probe;
    }

    public void Fill(int slot, SeededRandom random, DateTime asOf, double missing)
    {
        Numbers[slot] = random.Chance(missing) ? random.Pick<double?>(null, double.NaN) : Number(random);
        Amounts[slot] = random.Chance(missing) ? null : random.Between(-200, 20_000) / 10m;
        Counts[slot] = random.Chance(missing) ? null : random.Between(0, 100);
        Flags[slot] = random.Chance(missing) ? null : random.Chance(0.5);
        Texts[slot] = random.Chance(missing) ? null : random.Pick("saas", "FinTech", "retail", "", " ", "Malmö", "İstanbul");
        Dates[slot] = random.Chance(missing) ? null : asOf.AddTicks(random.Between(-2_000, 600) * (TimeSpan.TicksPerHour + 17));
        Durations[slot] = random.Chance(missing) ? null : TimeSpan.FromHours(random.Between(-10, 200));
        Regions[slot] = random.Chance(missing) ? null : (Region)random.Below(4);
        Evidence[slot] = random.Chance(missing)
            ? random.Pick<EvidenceLevel?>(null, EvidenceLevel.Unknown)
            : (EvidenceLevel)random.Between(1, 3);
        Readings[slot] = random.Chance(missing) ? double.NaN : Number(random);
        Tags[slot] = null;
        if (random.Chance(missing)) return;
        var tags = new List<string>();
        for (var i = random.Below(4); i > 0; i--) tags.Add(random.Pick("edi", "API", "sso", "crm"));
        Tags[slot] = tags;
    }

    public Probe Copy()
    {
        var copy = new Probe();
        for (var slot = 0; slot < Slots; slot++) CopySlot(slot, copy);
        return copy;
    }

    private static double Number(SeededRandom random) => random.Chance(0.3) ? random.Between(0, 10) * 10 : (random.Share() * 140) - 20;

    private void CopySlot(int slot, Probe copy)
    {
        copy.Numbers[slot] = Numbers[slot];
        copy.Amounts[slot] = Amounts[slot];
        copy.Counts[slot] = Counts[slot];
        copy.Flags[slot] = Flags[slot];
        copy.Texts[slot] = Texts[slot];
        copy.Dates[slot] = Dates[slot];
        copy.Durations[slot] = Durations[slot];
        copy.Regions[slot] = Regions[slot];
        copy.Evidence[slot] = Evidence[slot];
        copy.Readings[slot] = Readings[slot];
        copy.Tags[slot] = Tags[slot];
    }
}
