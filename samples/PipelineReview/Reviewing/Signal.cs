namespace PipelineReview.Reviewing;

/// <summary>What a check shows about the fields.</summary>
internal enum Signal
{
    /// <summary>There are too few newer deals.</summary>
    Unclear,

    /// <summary>The interval of the AUC contains 0.5: they rank newer deals no better than chance.</summary>
    None,

    /// <summary>They rank newer deals better than chance.</summary>
    Some,

    /// <summary>They rank newer deals worse than chance: the relation has reversed.</summary>
    Reversed,
}
