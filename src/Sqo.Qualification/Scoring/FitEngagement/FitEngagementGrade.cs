using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How well an opportunity fits, as a letter, and how much it engages, as a digit: "B2". Immutable.</summary>
public sealed class FitEngagementGrade
{
    /// <summary>Combines two grades, for a custom scoring strategy.</summary>
    /// <param name="fit">The dimension graded by letters.</param>
    /// <param name="engagement">The dimension graded by digits.</param>
    /// <exception cref="System.ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public FitEngagementGrade(DimensionGrade fit, DimensionGrade engagement)
    {
        Fit = Guard.NotNull(fit);
        Engagement = Guard.NotNull(engagement);
    }

    /// <summary>Who the customer is: the dimension graded by letters.</summary>
    public DimensionGrade Fit { get; }

    /// <summary>What the customer does: the dimension graded by digits.</summary>
    public DimensionGrade Engagement { get; }

    /// <summary>Letter and digit, such as "B2".</summary>
    public string Name => Fit.Grade + Engagement.Grade;

    /// <summary>The grade if every unknown answer takes its worst value.</summary>
    public string Lowest => Fit.Lowest + Engagement.Lowest;

    /// <summary>The grade if every unknown answer takes its best value.</summary>
    public string Highest => Fit.Highest + Engagement.Highest;

    /// <summary>Whether no unknown answer can change the grade.</summary>
    public bool IsSettled => Fit.Lowest == Fit.Highest && Engagement.Lowest == Engagement.Highest;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
