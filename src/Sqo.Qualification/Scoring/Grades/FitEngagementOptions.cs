using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How fit and engagement are graded. Immutable once it is made.</summary>
public sealed class FitEngagementOptions
{
    private readonly string _fitDimension = Dimensions.Fit;
    private readonly string _engagementDimension = Dimensions.Engagement;
    private readonly ScoreScale _fitScale;
    private readonly ScoreScale _engagementScale;
    private readonly GradeScale _letters = GradeScale.Letters;
    private readonly GradeScale _digits = GradeScale.Digits;

    /// <summary>The dimension that says who they are.</summary>
    /// <value><see cref="Dimensions.Fit"/> unless told.</value>
    /// <exception cref="System.ArgumentException">The value is <see langword="null"/> or blank.</exception>
    public string FitDimension
    {
        get => _fitDimension;
        init => _fitDimension = Guard.NotBlank(value);
    }

    /// <summary>The dimension that says what they do.</summary>
    /// <value><see cref="Dimensions.Engagement"/> unless told.</value>
    /// <exception cref="System.ArgumentException">The value is <see langword="null"/> or blank.</exception>
    public string EngagementDimension
    {
        get => _engagementDimension;
        init => _engagementDimension = Guard.NotBlank(value);
    }

    /// <summary>How much of the score is fit; the rest is engagement.</summary>
    /// <value>0.5 unless told; from 0 to 1. Anything else is a fault of the profile.</value>
    public double FitShare { get; init; } = 0.5;

    /// <summary>Where the scale of fit starts.</summary>
    /// <value>The default is <see cref="ScoreScale.FromZero"/>.</value>
    /// <exception cref="System.ArgumentOutOfRangeException">The value is not one of the two.</exception>
    public ScoreScale FitScale
    {
        get => _fitScale;
        init => _fitScale = Guard.Defined(value);
    }

    /// <summary>Where the scale of engagement starts.</summary>
    /// <value>The default is <see cref="ScoreScale.FromZero"/>.</value>
    /// <exception cref="System.ArgumentOutOfRangeException">The value is not one of the two.</exception>
    public ScoreScale EngagementScale
    {
        get => _engagementScale;
        init => _engagementScale = Guard.Defined(value);
    }

    /// <summary>The bands that grade fit.</summary>
    /// <value><see cref="GradeScale.Letters"/> unless told.</value>
    /// <exception cref="System.ArgumentNullException">The value is <see langword="null"/>.</exception>
    public GradeScale Letters
    {
        get => _letters;
        init => _letters = Guard.NotNull(value);
    }

    /// <summary>The bands that grade engagement.</summary>
    /// <value><see cref="GradeScale.Digits"/> unless told.</value>
    /// <exception cref="System.ArgumentNullException">The value is <see langword="null"/>.</exception>
    public GradeScale Digits
    {
        get => _digits;
        init => _digits = Guard.NotNull(value);
    }
}
