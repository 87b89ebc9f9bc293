using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Learning.Logistic;

/// <summary>A deal to learn from.</summary>
internal sealed record Quote(double? Size, string? Region, bool? Won, DateTime? Closed = null, double? Visits = null)
{
    public static LogisticColumns<Quote> Columns { get; } =
        new LogisticColumns<Quote>().Number("size", q => q.Size).Category("region", q => q.Region);

    /// <summary>The 120 deals that R was given.</summary>
    public static List<Quote> ForR() =>
    [
        .. Enumerable.Range(0, 120).Select(i =>
        {
            var size = i * 37 % 101 / 10.0;
            var region = new[] { "north", "south", "west" }[(i * 7 % 3) * (i % 5 > 0 ? 1 : 0)];
            var odds = -1 + (0.25 * size) + (region == "south" ? 0.7 : region == "west" ? -0.5 : 0);
            return new Quote(size, region, Oracle.Logistic(odds) > ((i * i * 13) + (i * 29)) % 97 / 97.0);
        }),
    ];

    /// <summary>Deals with a known model, of which some values are missing.</summary>
    public static List<Quote> Random(SeededRandom random, int count, double missing = 0) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            double? size = random.Chance(missing) ? null : random.Below(1000) / 100.0;
            var region = random.Chance(missing) ? null : random.Pick("north", "south", "west", "east");
            double? visits = random.Chance(missing) ? null : random.Below(12);
            var odds = -1 + (0.3 * (size ?? 5)) + (region == "south" ? 1 : region == "west" ? -1 : 0) - (visits is > 3 and < 7 ? 1.2 : 0);
            return new Quote(
                size, region, random.Chance(Oracle.Logistic(odds)), new DateTime(2025, 1, 1).AddDays(i * 365.0 / count), visits);
        }),
    ];
}
