namespace Sqo.Qualification;

/// <summary>What a plan is made of, before it is handed out.</summary>
internal sealed class PlanResult
{
    public OwnerPlan[] Owners { get; init; } = [];

    public LeftOutDeal[] LeftOut { get; init; } = [];

    public UnknownDeal[] Unknown { get; init; } = [];

    public PlanLimitUse[] Limits { get; init; } = [];

    public string[] Idle { get; init; } = [];

    /// <summary>The deals that can bring something, with the value and the probability that the plan leads to.</summary>
    public PlanTerm[] Terms { get; init; } = [];

    public string? Currency { get; init; }

    public ForecastPeriod? Period { get; init; }

    public long Seed { get; init; }

    public PlanOutcome? Previous { get; init; }

    public PlanMethod Method { get; init; }

    public bool IsExact { get; init; }

    public double WithoutEffort { get; init; }

    public double Bound { get; init; }

    public PlanBottleneck Bottleneck { get; init; }

    public double ValueSpread { get; init; }

    public double HoursSpread { get; init; }
}
