namespace Sqo.Qualification;

/// <summary>The verdict of a profile about an opportunity.</summary>
public enum Verdict
{
    /// <summary>A gate is unmet, or the threshold is out of reach even with the best answers to unknown criteria.</summary>
    Disqualified = 0,

    /// <summary>Disqualified, but within the margin: only one gate or a few points are missing.</summary>
    NearMiss = 1,

    /// <summary>An unknown answer could still decide: the unknown criteria are the questions to ask.</summary>
    NeedsDiscovery = 2,

    /// <summary>Every gate is met, and the threshold is reached whatever the unknown answers are: an SQO.</summary>
    Qualified = 3,
}
