namespace PipelineReview.Reading;

/// <summary>The fields of a deal that a map can fill.</summary>
internal enum DealField
{
    Id,
    Name,
    Account,
    Owner,
    Product,
    Industry,
    Country,
    Employees,
    Amount,
    ListPrice,
    Currency,
    Stage,
    Created,
    ExpectedClose,
    Closed,
    LastActivity,
    EngagementScore,
    DemoRequested,
    HasDecisionMaker,
    Competitors,
    Campaign,
    ProblemConfirmed,
    ConsultationRequested,
    ProjectDefined,
    GoalsSet,
    Qualified,
    Answered,
    EffortHours,
}
