namespace PipelineReview.Reviewing;

/// <summary>What a check says of the fields.</summary>
internal enum Signal
{
    /// <summary>There are too few newer deals to say.</summary>
    Unclear,

    /// <summary>The interval of the AUC holds 0.5: they sort newer deals no better than chance would.</summary>
    None,

    /// <summary>They sort newer deals better than chance.</summary>
    Some,

    /// <summary>They sort newer deals worse than chance: what they told has turned.</summary>
    Reversed,
}
