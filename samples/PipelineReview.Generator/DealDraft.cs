using System;

namespace PipelineReview.Generator;

/// <summary>The true deal, before the export adds faults.</summary>
internal sealed record DealDraft(
    Company Company,
    string Owner,
    Product Product,
    int Amount,
    string Stage,
    DateTime Created,
    DateTime ExpectedClose,
    DateTime? Closed,
    DateTime LastActivity,
    int Engagement,
    bool DemoRequested,
    bool HasDecisionMaker,
    int Competitors,
    string Campaign,
    bool ProblemConfirmed,
    bool ConsultationRequested,
    bool ProjectDefined,
    bool GoalsSet);
