using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification;

namespace PipelineReview.Reading;

/// <summary>One deal of the pipeline. A null is a value that the file doesn't have: unknown, never "no" or zero.</summary>
internal sealed record Deal
{
    public required string Id { get; init; }

    /// <summary>The line of the deals file on which the deal starts.</summary>
    public required int Line { get; init; }

    /// <summary>The stage; null if the file has none and its status comes from elsewhere.</summary>
    public required string? Stage { get; init; }

    public required DealStatus Status { get; init; }

    public string? Name { get; init; }

    public string? Account { get; init; }

    public string? Owner { get; init; }

    public string? Product { get; init; }

    public string? Industry { get; init; }

    public string? Country { get; init; }

    public int? Employees { get; init; }

    public decimal? Amount { get; init; }

    public decimal? ListPrice { get; init; }

    /// <summary>The original currency of the amount, which has been converted to that of the map.</summary>
    public string? Currency { get; init; }

    /// <summary>The value of the deal: its amount, or the list price of its product while the amount is unknown.</summary>
    public decimal? Value => Amount ?? ListPrice;

    public DateTime? Created { get; init; }

    public DateTime? ExpectedClose { get; init; }

    public DateTime? Closed { get; init; }

    public DateTime? LastActivity { get; init; }

    public double? EngagementScore { get; init; }

    public bool? DemoRequested { get; init; }

    public bool? HasDecisionMaker { get; init; }

    public int? Competitors { get; init; }

    /// <summary>The names of the competitors; null if the file has none, or only their number.</summary>
    public IReadOnlyList<string>? CompetitorNames { get; init; }

    public string? Campaign { get; init; }

    /// <summary>The probability that the deal is won, by the seller or the CRM.</summary>
    public double? Probability { get; init; }

    public ForecastCategory? Category { get; init; }

    /// <summary>The contacts with the customer.</summary>
    public IReadOnlyList<Touch> Touches { get; init; } = [];

    /// <summary>The stages that the deal has gone through.</summary>
    public IReadOnlyList<StageEntry> StageHistory { get; init; } = [];

    /// <summary>The day of the export that the row is from; null if the file is one export.</summary>
    public DateTime? Snapshot { get; init; }

    /// <summary>How often the expected close was moved later between exports; null if the file is one export.</summary>
    public int? Pushes { get; init; }

    public bool? ProblemConfirmed { get; init; }

    public bool? ConsultationRequested { get; init; }

    public bool? ProjectDefined { get; init; }

    public bool? GoalsSet { get; init; }

    /// <summary>The day on which sales got the deal as an SQO: from then on the customer waits for an answer.</summary>
    public DateTime? Qualified { get; init; }

    /// <summary>The day of the first answer by sales since then.</summary>
    public DateTime? Answered { get; init; }

    /// <summary>The hours of selling time that the deal still takes.</summary>
    public decimal? EffortHours { get; init; }

    /// <summary>Whether the expected close had passed on the day of the snapshot; null without such a date, or without a snapshot.</summary>
    public bool? IsOverdue { get; private init; }

    /// <summary>Whether the deal existed on that day. A deal without a creation date is assumed to exist.</summary>
    public bool IsKnownAsOf(DateTime asOf) => Created is null || Created.Value.Date <= asOf.Date;

    /// <summary>The status at the end of that day: a deal that closed later was still open.</summary>
    public DealStatus StatusAsOf(DateTime asOf) =>
        Closed is { } closed && closed.Date > asOf.Date ? DealStatus.Open : Status;

    /// <summary>
    /// The deal as it was known at the end of that day. Later events are unknown; values without a date (the stage, the
    /// engagement score, the answers) stay as in the file.
    /// </summary>
    /// <param name="asOf">The day.</param>
    /// <param name="amountKnownAtClose">Whether the amount is the closing amount, and so unknown while the deal was open.</param>
    public Deal AsOf(DateTime asOf, bool amountKnownAtClose)
    {
        bool closedLater = Closed?.Date > asOf.Date;
        return this with
        {
            Status = StatusAsOf(asOf),
            Closed = closedLater ? null : Closed,
            Amount = closedLater && amountKnownAtClose ? null : Amount,
            LastActivity = LastActivity?.Date > asOf.Date ? null : LastActivity,
            Qualified = Qualified?.Date > asOf.Date ? null : Qualified,
            Answered = Answered?.Date > asOf.Date ? null : Answered,
            Touches = [.. Touches.Where(touch => touch.At.Date <= asOf.Date)],
            StageHistory = [.. StageHistory.Where(entry => entry.At.Date <= asOf.Date)],
            IsOverdue = ExpectedClose is { } expected ? expected.Date < asOf.Date : null,
        };
    }

    /// <summary>The deal with all of its dates moved.</summary>
    /// <param name="days">By how many days, later or, below 0, earlier. A date stops at the ends of the calendar.</param>
    public Deal MovedBy(int days)
    {
        return this with
        {
            Created = MoveAny(Created),
            ExpectedClose = MoveAny(ExpectedClose),
            Closed = MoveAny(Closed),
            LastActivity = MoveAny(LastActivity),
            Qualified = MoveAny(Qualified),
            Answered = MoveAny(Answered),
            Touches = [.. Touches.Select(touch => touch with { At = Move(touch.At) })],
            StageHistory = [.. StageHistory.Select(entry => entry with { At = Move(entry.At) })],
        };

        DateTime? MoveAny(DateTime? at) => at is { } known ? Move(known) : null;

        DateTime Move(DateTime at) => new(
            Math.Clamp(at.Ticks + (days * TimeSpan.TicksPerDay), DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), at.Kind);
    }
}
