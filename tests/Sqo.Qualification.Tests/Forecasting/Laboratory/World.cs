using System;
using System.Collections.Generic;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Forecasting.Laboratory;

/// <summary>How the sales of made-up companies go: everything about them is known.</summary>
internal sealed record World(string Name)
{
    // A Weibull hazard that rises with age: young deals seldom close.
    private const double WonShape = 1.4;
    private const double WonScale = 1 / 0.9114;

    /// <summary>Months from the first deal to the day of the forecast.</summary>
    public int Months { get; init; } = 24;

    /// <summary>Months at the beginning of which closed deals were not kept: closings are seen from their end on.</summary>
    public int MonthsWithoutClosings { get; init; }

    public double DealsPerMonth { get; init; } = 20;

    public double WinRate { get; init; } = 0.3;

    public double MeanCycle { get; init; } = 60;

    /// <summary>The standard deviation of the logarithm of an amount.</summary>
    public double Sigma { get; init; } = 0.6;

    /// <summary>How far new deals and closings swing with the year.</summary>
    public double Season { get; init; }

    /// <summary>By how much the pace of new deals grows in a month.</summary>
    public double Growth { get; init; }

    /// <summary>What deals are won at, beside before, in the last months.</summary>
    public double BreakFactor { get; init; } = 1;

    public int MonthsSinceBreak { get; init; }

    /// <summary>The share of deals that stay open for ever.</summary>
    public double NeverClose { get; init; }

    /// <summary>How many times as fast deals close in the last month of a quarter as in the others.</summary>
    public double QuarterEnd { get; init; } = 1;

    /// <summary>How many deals of fifty times the usual amount begin in a quarter.</summary>
    public double Whales { get; init; }

    /// <summary>What is asked of the default.</summary>
    public LaboratoryGoals Goals { get; init; } = new();

    /// <summary>
    /// What the default keeps to where it misses a goal, also in the deep form, whose companies are half as many: <see cref="Goals"/>
    /// unless given.
    /// </summary>
    public LaboratoryGoals? Limits { get; init; }

    /// <summary>The worlds of the laboratory.</summary>
    public static IReadOnlyList<World> All { get; } =
    [
        new("steady") { Goals = new(OfOracle: 1.15) },
        new("steady, large") { DealsPerMonth = 100, Months = 30, Goals = new(OfOracle: 1.15) },
        new("left-truncated") { Months = 36, MonthsWithoutClosings = 18, Goals = new(OfOracle: 1.15) },
        new("young, 3 months") { Months = 3, DealsPerMonth = 6 },
        new("young, 4 months") { Months = 4, DealsPerMonth = 6 },
        new("young, 6 months") { Months = 6, DealsPerMonth = 6 },
        new("young, 9 months") { Months = 9, DealsPerMonth = 6, Limits = new(MostBias: 0.08) },
        new("young, 12 months") { Months = 12, DealsPerMonth = 6, Limits = new(MostBias: 0.08) },
        new("few deals") { DealsPerMonth = 3 },
        new("season") { Months = 36, Season = 0.4, Goals = new(OfOracle: 1.3) },
        new("growth") { Growth = 0.04, Goals = new(OfOracle: 1.3), Limits = new(MostBias: 0.08, OfOracle: 1.3) },
        new("win rate halves")
        {
            BreakFactor = 0.5, MonthsSinceBreak = 3,
            Goals = new(LeastHeld: 0.7, MostBias: null), Limits = new(LeastHeld: 0.7, MostBias: null, OfBestPart: 1.3),
        },
        new("never close") { NeverClose = 0.3, Months = 36 },
        new("heavy tail") { Sigma = 1.8, Limits = new(MostBias: 0.1) },
        new("whales") { Whales = 1 },
        new("quarter end") { QuarterEnd = 3 },
    ];

    /// <summary>How many deals begin on a day, on average.</summary>
    public double Begin(DateTime day, DateTime asOf) => IsWorking(day)
        ? DealsPerMonth * 12 / 261 * Swing(day) * Math.Pow(1 + Growth, (day - asOf).TotalDays * 12 / 365.25)
        : 0;

    /// <summary>The chance that a deal that closes at all is won on a day of its age.</summary>
    public double Won(int age, DateTime day, DateTime asOf)
    {
        var scale = MeanCycle * WonScale;
        var hazard = WonShape / scale * Math.Pow((age + 0.5) / scale, WonShape - 1);
        return Math.Min(0.5, WinRate * hazard * Calendar(day) * Swing(day) * (day > asOf.AddMonths(-MonthsSinceBreak) && MonthsSinceBreak > 0 ? BreakFactor : 1));
    }

    /// <summary>The chance that it is lost on a day of its age.</summary>
    public double Lost(int age, DateTime day) => age < 0 ? 0 : Math.Min(0.5, (1 - WinRate) / MeanCycle * Calendar(day));

    public decimal Amount(SeededRandom random, bool isWhale)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.Share())) * Math.Cos(2 * Math.PI * random.Share());
        var amount = 10_000 * Math.Exp((Sigma * normal) - (Sigma * Sigma / 2)) * (isWhale ? 50 : 1);
        return Math.Max(100, Math.Round((decimal)amount / 100) * 100);
    }

    private double Calendar(DateTime day) => IsWorking(day) ? 7.0 / 5 * (day.Month % 3 == 0 ? QuarterEnd : 1) * 3 / (2 + QuarterEnd) : 0;

    private double Swing(DateTime day) => 1 + (Season * Math.Sin(2 * Math.PI * day.DayOfYear / 365.25));

    private static bool IsWorking(DateTime day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
