namespace Sqo.Qualification;

/// <summary>How the ridge of a fit was chosen.</summary>
public enum RidgeChoice
{
    /// <summary>The options gave it.</summary>
    Given = 0,

    /// <summary>On the newest fifth of the deals, by models that were fitted to the older ones.</summary>
    ByTime = 1,

    /// <summary>In random parts of the deals, each by a model that was fitted to the others.</summary>
    ByFolds = 2,
}
