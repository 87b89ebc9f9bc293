using System;
using System.Collections.Generic;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Profiles.Data;

/// <summary>A field of every type of value over the probe, two of each.</summary>
internal static class ProbeFields
{
    public static readonly string[] Texts = ["text1", "text2"];
    public static readonly string[] Dates = ["date1", "date2", "moment1"];

    public static readonly FieldMap<Probe> All = Named(name => name);

    public static IReadOnlyList<string> Names => All.Names;

    /// <summary>The same fields under other names.</summary>
    public static FieldMap<Probe> Named(Func<string, string> nameOf) => new(f =>
    {
        f.Add(nameOf("text1"), p => p.Texts[0]).Add(nameOf("text2"), p => p.Texts[1]);
        f.Add(nameOf("amount1"), p => p.Amounts[0]).Add(nameOf("amount2"), p => p.Amounts[1]);
        f.Add(nameOf("count1"), p => p.Counts[0]).Add(nameOf("count2"), p => (long?)p.Counts[1]);
        f.Add(nameOf("number1"), p => p.Numbers[0]).Add(nameOf("number2"), p => (float?)p.Numbers[1]);
        f.Add(nameOf("reading"), p => p.Readings[0]);
        f.Add(nameOf("flag1"), p => p.Flags[0]).Add(nameOf("flag2"), p => p.Flags[1]);
        f.Add(nameOf("date1"), p => p.Dates[0]).Add(nameOf("date2"), p => p.Dates[1] ?? Asking.AsOf);
        f.Add(
            nameOf("moment1"),
            p => p.Dates[2] is { } date ? new DateTimeOffset(date.Ticks, TimeSpan.Zero) : default(DateTimeOffset?));
        f.Add(nameOf("duration"), p => p.Durations[0]);
        f.Add(nameOf("region"), p => p.Regions[0]);
        f.Add(nameOf("evidence"), p => p.Evidence[0]);
        f.Add(nameOf("tags"), p => p.Tags[0]);
        f.Add(nameOf("counts"), p => p.Counts[2] is { } count ? new List<int> { count, 7 } : null);
        f.AddActivities(nameOf("activities"), ActivitiesOf);
    });

    /// <summary>Unknown, or one activity for each date, with the text and the number of the same slot.</summary>
    public static List<CustomerActivity>? ActivitiesOf(Probe probe)
    {
        if (probe.Flags[5] is null) return null;
        var activities = new List<CustomerActivity>();
        for (var slot = 3; slot < Probe.Slots; slot++)
        {
            if (probe.Dates[slot] is not { } at) continue;
            activities.Add(new CustomerActivity(probe.Texts[slot], at, Math.Abs(probe.Numbers[slot] ?? 1)));
        }

        return activities;
    }
}
