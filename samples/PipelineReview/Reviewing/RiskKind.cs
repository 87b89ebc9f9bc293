namespace PipelineReview.Reviewing;

/// <summary>What a forecast may be wrong by.</summary>
internal enum RiskKind
{
    /// <summary>The parts of the forecast are far apart.</summary>
    FarApart,

    /// <summary>Most of it must come from deals that don't exist yet.</summary>
    NewBusiness,

    /// <summary>Deals with the same sign of risk.</summary>
    Sign,

    /// <summary>One deal.</summary>
    OneDeal,
}
