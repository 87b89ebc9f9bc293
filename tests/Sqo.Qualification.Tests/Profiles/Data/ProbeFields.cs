using System.Collections.Generic;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Profiles.Data;

/// <summary>A field of every type of value over the probe, two of each.</summary>
internal static class ProbeFields
{
    public static readonly string[] Texts = ["text1", "text2"];
    public static readonly string[] Dates = ["date1", "date2", "moment1"];

    public static readonly FieldMap<Probe> All = new(f =>
    {
        f.Add("text1", p => p.Texts[0]).Add("text2", p => p.Texts[1]);
        f.Add("amount1", p => p.Amounts[0]).Add("amount2", p => p.Amounts[1]);
        f.Add("count1", p => p.Counts[0]).Add("count2", p => (long?)p.Counts[1]);
        f.Add("number1", p => p.Numbers[0]).Add("number2", p => (float?)p.Numbers[1]).Add("reading", p => p.Readings[0]);
        f.Add("flag1", p => p.Flags[0]).Add("flag2", p => p.Flags[1]);
        f.Add("date1", p => p.Dates[0]).Add("date2", p => p.Dates[1] ?? Asking.AsOf);
        f.Add("moment1", p => p.Dates[2] is { } date ? new System.DateTimeOffset(date.Ticks, System.TimeSpan.Zero) : default(System.DateTimeOffset?));
        f.Add("duration", p => p.Durations[0]);
        f.Add("region", p => p.Regions[0]);
        f.Add("evidence", p => p.Evidence[0]);
        f.Add("tags", p => p.Tags[0]);
        f.Add("counts", p => p.Counts[2] is { } count ? new List<int> { count, 7 } : null);
    });
}
