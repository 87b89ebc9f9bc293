using System;

namespace PipelineReview.Reading;

/// <summary>One deal of the pipeline. A null is a value that the file doesn't give: unknown, never "no" or zero.</summary>
internal sealed record Deal
{
    public required string Id { get; init; }

    /// <summary>The line of the deals file that the deal starts on.</summary>
    public required int Line { get; init; }

    public required string Stage { get; init; }

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

    /// <summary>The currency that the amount was in; it has been turned to that of the map.</summary>
    public string? Currency { get; init; }

    /// <summary>What the deal is worth: its amount, or the list price of its product as long as that is not known.</summary>
    public decimal? Value => Amount ?? ListPrice;

    public DateTime? Created { get; init; }

    public DateTime? ExpectedClose { get; init; }

    public DateTime? Closed { get; init; }

    public DateTime? LastActivity { get; init; }

    public double? EngagementScore { get; init; }

    public bool? DemoRequested { get; init; }

    public bool? HasDecisionMaker { get; init; }

    public int? Competitors { get; init; }

    public string? Campaign { get; init; }

    public bool? ProblemConfirmed { get; init; }

    public bool? ConsultationRequested { get; init; }

    public bool? ProjectDefined { get; init; }

    public bool? GoalsSet { get; init; }

    /// <summary>Whether the expected close had passed on the day of the snapshot; null without such a date, and before a snapshot.</summary>
    public bool? IsOverdue { get; private init; }

    /// <summary>Whether the deal was there on that day. A deal without a creation date is taken to have been.</summary>
    public bool IsKnownAsOf(DateTime asOf) => Created is null || Created.Value.Date <= asOf.Date;

    /// <summary>The status at the end of that day: a deal that closed later was still open.</summary>
    public DealStatus StatusAsOf(DateTime asOf) =>
        Closed is { } closed && closed.Date > asOf.Date ? DealStatus.Open : Status;

    /// <summary>
    /// The deal as it was known at the end of that day. What happened later is unknown; what the file doesn't date
    /// (the stage, the engagement score, the answers) stays as the file gives it.
    /// </summary>
    /// <param name="asOf">The day.</param>
    /// <param name="amountKnownAtClose">Whether the amount is what the deal closed at, and so unknown while it was open.</param>
    public Deal AsOf(DateTime asOf, bool amountKnownAtClose)
    {
        bool closedLater = Closed?.Date > asOf.Date;
        return this with
        {
            Status = StatusAsOf(asOf),
            Closed = closedLater ? null : Closed,
            Amount = closedLater && amountKnownAtClose ? null : Amount,
            LastActivity = LastActivity?.Date > asOf.Date ? null : LastActivity,
            IsOverdue = ExpectedClose is { } expected ? expected.Date < asOf.Date : null,
        };
    }
}
