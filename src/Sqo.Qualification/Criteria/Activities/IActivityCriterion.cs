namespace Sqo.Qualification;

/// <summary>A criterion on activities, whatever the type of opportunity.</summary>
internal interface IActivityCriterion
{
    ActivityRule Rule { get; }

    /// <summary>The same criterion with a limit of its points; itself if it has that limit.</summary>
    ICriterionFacts WithLimit(double limit);
}
