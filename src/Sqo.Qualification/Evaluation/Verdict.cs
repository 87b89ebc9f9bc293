namespace Sqo.Qualification;

/// <summary>What a profile decides about an opportunity.</summary>
public enum Verdict
{
    /// <summary>A gate is unmet, or not even the best answers to what is unknown would reach the threshold.</summary>
    Disqualified = 0,

    /// <summary>Disqualified, but within the margin: one gate alone is in the way, or a few points.</summary>
    NearMiss = 1,

    /// <summary>An unknown answer could still decide it: the unknown criteria are the questions to ask.</summary>
    NeedsDiscovery = 2,

    /// <summary>Every gate is met, and whatever the unknown answers are, the threshold is reached: an SQO.</summary>
    Qualified = 3,
}
