using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Options for grading fit and engagement. They are copied when they are passed in, so a later change has no effect.</summary>
public sealed class FitEngagementOptions
{
    private string _fitDimension = Dimensions.Fit;
    private string _engagementDimension = Dimensions.Engagement;
    private ScoreScale _fitScale;
    private ScoreScale _engagementScale;
    private GradeScale _letters = GradeScale.Letters;
    private GradeScale _digits = GradeScale.Digits;

    /// <summary>The dimension for who the customer is.</summary>
    /// <value>The default is <see cref="Dimensions.Fit"/>.</value>
    /// <exception cref="System.ArgumentException">The value is <see langword="null"/> or blank.</exception>
    public string FitDimension
    {
        get => _fitDimension;
        set => _fitDimension = Guard.NotBlank(value);
    }

    /// <summary>The dimension for what the customer does.</summary>
    /// <value>The default is <see cref="Dimensions.Engagement"/>.</value>
    /// <exception cref="System.ArgumentException">The value is <see langword="null"/> or blank.</exception>
    public string EngagementDimension
    {
        get => _engagementDimension;
        set => _engagementDimension = Guard.NotBlank(value);
    }

    /// <summary>The share of fit in the score; the rest is engagement.</summary>
    /// <value>The default is 0.5. It must be from 0 to 1; any other value is a fault of the profile.</value>
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
    /// <value>The default is <see cref="GradeScale.Letters"/>.</value>
    /// <exception cref="System.ArgumentNullException">The value is <see langword="null"/>.</exception>
    public GradeScale Letters
    {
        get => _letters;
        set => _letters = Guard.NotNull(value);
    }

    /// <summary>The bands that grade engagement.</summary>
    /// <value>The default is <see cref="GradeScale.Digits"/>.</value>
    /// <exception cref="System.ArgumentNullException">The value is <see langword="null"/>.</exception>
    public GradeScale Digits
    {
        get => _digits;
        set => _digits = Guard.NotNull(value);
    }

    internal FitEngagementOptions Copy() => (FitEngagementOptions)MemberwiseClone();
}
