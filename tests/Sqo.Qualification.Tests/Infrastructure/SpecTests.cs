using System;
using System.Linq;

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>One of each kind of test and curve, with arguments at random.</summary>
internal static class SpecTests
{
    private const int Kinds = 17;

    public static SpecTest Generate(SeededRandom random, int slot)
    {
        var bound = random.Between(1, 9) * 10;
        switch (random.Below(Kinds))
        {
            case 0:
                return new(
                    (b, id) => b.Criterion(id, p => p.Numbers[slot]).AtLeast(bound), (p, _) => Number(p.Numbers[slot], x => x >= bound));
            case 1:
                return new((b, id) => b.Criterion(id, p => p.Amounts[slot]).AtMost(bound), (p, _) =>
                    p.Amounts[slot] is { } x ? Truth(x <= bound) : null);
            case 2:
                return new(
                    (b, id) => b.Criterion(id, p => p.Counts[slot]).Between(bound - 10, bound + 10),
                    (p, _) => p.Counts[slot] is { } x ? Truth(x >= bound - 10 && x <= bound + 10) : null);
            case 3:
                return new((b, id) => b.Criterion(id, p => p.Flags[slot]).IsTrue(), (p, _) => p.Flags[slot] is { } x ? Truth(x) : null);
            case 4:
                return new(
                    (b, id) => b.Criterion(id, p => p.Texts[slot]).OneOf("SaaS", "fintech", "MALMÖ"),
                    (p, _) => p.Texts[slot] is { } x ? Truth(x is "saas" or "FinTech" or "Malmö") : null);
            case 5:
                return new(
                    (b, id) => b.Criterion(id, p => p.Texts[slot]).IsPresent(),
                    (p, _) => p.Texts[slot] is { } x ? Truth(x.Trim().Length > 0) : null);
            case 6:
                return new(
                    (b, id) => b.Criterion(id, p => p.Numbers[slot]).Linear(bound - 10, bound + 30),
                    (p, _) => Curve(p.Numbers[slot], x => Clamp((x - (bound - 10)) / 40)),
                    graded: true);
            case 7:
                return new(
                    (b, id) => b.Criterion(id, p => p.Counts[slot]).Linear(bound, 0),
                    (p, _) => Curve(p.Counts[slot], x => Clamp((x - bound) / (0.0 - bound))),
                    graded: true);
            case 8:
                return new(
                    (b, id) => b.Criterion(id, p => p.Numbers[slot]).Steps(new CurvePoint(0, 0.2), new CurvePoint(bound, 0.7)),
                    (p, _) => Curve(p.Numbers[slot], x => x < 0 ? 0 : x < bound ? 0.2 : 0.7),
                    0.7,
                    graded: true);
            case 9:
                return new(
                    (b, id) => b.Criterion(id, p => p.Readings[slot]).PiecewiseLinear(
                        new CurvePoint(0, 0.9), new CurvePoint(bound, 0.13), new CurvePoint(100, 0.61)),
                    (p, _) => Curve(
                        p.Readings[slot],
                        x => x <= 0 ? 0.9 : x <= bound ? 0.9 - (
                            0.77 * x / bound) : x >= 100 ? 0.61 : 0.13 + (0.48 * (x - bound) / (100 - bound))),
                    0.9,
                    graded: true);
            case 10:
                return new(
                    (b, id) => b.Criterion(id, p => p.Readings[slot]).Logistic(bound, 0.1),
                    (p, _) => Curve(p.Readings[slot], x => 1 / (1 + Math.Exp(-0.1 * (x - bound)))),
                    graded: true);
            case 11:
                return new(
                    (b, id) => b.Criterion(id, p => p.Dates[slot]).HalfLife(bound / 3.0),
                    (p, asOf) => p.Dates[slot] is { } x && x <= asOf ? Math.Pow(2, -(asOf - x).TotalDays / (bound / 3.0)) : null,
                    graded: true);
            case 12:
                return new(
                    (b, id) => b.Criterion(id, p => p.Dates[slot]).WithinNext(bound),
                    (p, asOf) => p.Dates[slot] is { } x ? Truth(x.Date >= asOf.Date && x.Date <= asOf.Date.AddDays(bound)) : null);
            case 13:
                return new(
                    (b, id) => b.Criterion(id, p => p.Dates[slot]).WithinLast(bound),
                    (p, asOf) => p.Dates[slot] is { } x && x <= asOf ? Truth(x.Date >= asOf.Date.AddDays(-bound)) : null);
            case 14:
                return new(
                    (b, id) => b.Criterion(id, p => p.Regions[slot]).OneOf(Region.North, Region.West),
                    (p, _) => p.Regions[slot] is { } x ? Truth(x is Region.North or Region.West) : null);
            case 15:
                return new(
                    (b, id) => b.Criterion(id, p => p.Evidence[slot]).AtLeast(EvidenceLevel.Confirmed),
                    (p, _) => p.Evidence[slot] is { } x && x != EvidenceLevel.Unknown ? Truth(x >= EvidenceLevel.Confirmed) : null);
            default:
                return new(
                    (b, id) => b.Criterion(id, p => p.Tags[slot]).ContainsAny("EDI", "api"),
                    (p, _) => p.Tags[slot] is { } x ? Truth(x.Any(tag => tag is "edi" or "API")) : null);
        }
    }

    /// <summary>Bins of numbers or of texts, some all good, some all bad, with and without points for the rest.</summary>
    public static SpecTest GenerateBins(SeededRandom random, int slot)
    {
        var bound = random.Between(1, 9) * 10;
        var points = random.Pick(new[] { -1.2, 0.3, 0.9 }, [0.1, 0.5, 2], [-2, -1.5, -0.25], [0, 1, -1], [0, 0.7, 0.7]);
        double Value(double x) => (x - points.Min()) / (points.Max() - points.Min());
        if (random.Chance(0.5))
        {
            return new(
                (b, id) =>
                    b.Criterion(id, p => p.Numbers[slot]).Bins(points[0], new ScoreBin(0, points[1]), new ScoreBin(bound, points[2])),
                (p, _) => Curve(p.Numbers[slot], x => Value(points[x < 0 ? 0 : x < bound ? 1 : 2])),
                graded: true,
                bins: points);
        }

        var others = random.Chance(0.5);
        return new(
            (b, id) => others
                ? b.Criterion(id, p => p.Texts[slot]).Bins(points[0], new TextBin("SAAS", points[1]), new TextBin("malmö", points[2]))
                : b.Criterion(id, p => p.Texts[slot])
                    .Bins(new TextBin("SAAS", points[1]), new TextBin("malmö", points[2]), new TextBin("FINTECH", points[0])),
            (p, _) => p.Texts[slot] switch
            {
                null => null,
                "saas" => Value(points[1]),
                "Malmö" => Value(points[2]),
                "FinTech" => Value(points[0]),
                _ => others ? Value(points[0]) : null,
            },
            graded: true,
            bins: points);
    }

    /// <summary>Met where points help, if some help and others hurt.</summary>
    public static double MetFromOf(double[] points) =>
        points.Min() < 0 && points.Max() > 0 ? (0 - points.Min()) / (points.Max() - points.Min()) : 0.5;

    private static double? Truth(bool holds) => holds ? 1 : 0;

    private static double Clamp(double value) => value < 0 ? 0 : value > 1 ? 1 : value;

    private static double? Number(double? number, Func<double, bool> holds) => Curve(number, x => holds(x) ? 1 : 0);

    private static double? Curve(double? number, Func<double, double> curve) => number is { } x && !double.IsNaN(x) ? curve(x) : null;
}
