using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How fit and engagement are graded. What takes it keeps a copy: a later change changes nothing there.</summary>
public sealed class FitEngagementOptions
{
    private string _fitDimension = Dimensions.Fit;
    private string _engagementDimension = Dimensions.Engagement;
    private ScoreScale _fitScale;
    private ScoreScale _engagementScale;
    private GradeScale _letters = GradeScale.Letters;
    private GradeScale _digits = GradeScale.Digits;

    /// <summary>The dimension that says who they are.</summary>
    /// <value><see cref="Dimensions.Fit"/> unless told.</value>
    /// <exception cref="System.ArgumentException">The value is <see langword="null"/> or blank.</exception>
    public string FitDimension
    {
        get => _fitDimension;
        set => _fitDimension = Guard.NotBlank(value);
    }

    /// <summary>The dimension that says what they do.</summary>
    /// <value><see cref="Dimensions.Engagement"/> unless told.</value>
    /// <exception cref="System.ArgumentException">The value is <see langword="null"/> or blank.</exception>
    public string EngagementDimension
    {
        get => _engagementDimension;
        set => _engagementDimension = Guard.NotBlank(value);
    }

    /// <summary>How much of the score is fit; the rest is engagement.</summary>
    /// <value>0.5 unless told; from 0 to 1. Anything else is a fault of the profile.</value>
    public double FitShare { get; set; } = 0.5;

    /// <summary>Where the scale of fit starts.</summary>
    /// <value>The default is <see cref="ScoreScale.FromZero"/>.</value>
    /// <exception cref="System.ArgumentOutOfRangeException">The value is not one of the two.</exception>
    public ScoreScale FitScale
    {
        get => _fitScale;
        set => _fitScale = Guard.Defined(value);
    }

    /// <summary>Where the scale of engagement starts.</summary>
    /// <value>The default is <see cref="ScoreScale.FromZero"/>.</value>
    /// <exception cref="System.ArgumentOutOfRangeException">The value is not one of the two.</exception>
    public ScoreScale EngagementScale
    {
        get => _engagementScale;
        set => _engagementScale = Guard.Defined(value);
    }

    /// <summary>The bands that grade fit.</summary>
    /// <value><see cref="GradeScale.Letters"/> unless told.</value>
    /// <exception cref="System.ArgumentNullException">The value is <see langword="null"/>.</exception>
    public GradeScale Letters
    {
        get => _letters;
        set => _letters = Guard.NotNull(value);
    }

    /// <summary>The bands that grade engagement.</summary>
    /// <value><see cref="GradeScale.Digits"/> unless told.</value>
    /// <exception cref="System.ArgumentNullException">The value is <see langword="null"/>.</exception>
    public GradeScale Digits
    {
        get => _digits;
        set => _digits = Guard.NotNull(value);
    }

    internal FitEngagementOptions Copy() => (FitEngagementOptions)MemberwiseClone();
}
