using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How naive Bayes counts and judges. Immutable.</summary>
public sealed class NaiveBayesOptions
{
    // Beyond them a share could come to 0 or to no number.
    private const double LeastSmoothing = 1e-9;
    private const double GreatestSmoothing = 1e9;

    /// <summary>The library's own way, after Manning, Raghavan and Schütze, <i>Introduction to Information Retrieval</i>, ch. 13.</summary>
    /// <param name="smoothing">Added to the count of every value, won and lost; from 1e-9 to 1e9.</param>
    /// <param name="minimumWon">The won deals that training takes, at least 1.</param>
    /// <param name="minimumLost">The lost deals that training takes, at least 1.</param>
    /// <param name="segmentMinimumWon">The won deals from which a segment is judged by its own counts, at least 1.</param>
    /// <param name="segmentMinimumLost">The lost deals from which a segment is judged by its own counts, at least 1.</param>
    /// <param name="minimumSupport">The closed deals below which a value of a category is ignored, 0 or more.</param>
    /// <param name="minimumTagSupport">The closed deals below which a tag is ignored, 0 or more.</param>
    /// <param name="lowest">The lowest probability, from 0 to below <paramref name="highest"/>.</param>
    /// <param name="highest">The highest probability, up to 1.</param>
    /// <value>
    /// A smoothing of 1; 40 won and 40 lost deals, to train and for a segment; any support for a category, 10 for a tag;
    /// probabilities from 0.01 to 0.99.
    /// </value>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside of its range.</exception>
    public NaiveBayesOptions(
        double smoothing = 1,
        int minimumWon = 40,
        int minimumLost = 40,
        int segmentMinimumWon = 40,
        int segmentMinimumLost = 40,
        int minimumSupport = 0,
        int minimumTagSupport = 10,
        double lowest = 0.01,
        double highest = 0.99)
    {
        Smoothing = Guard.Within(LeastSmoothing, smoothing, GreatestSmoothing);
        MinimumWon = Guard.AtLeast(1, minimumWon);
        MinimumLost = Guard.AtLeast(1, minimumLost);
        SegmentMinimumWon = Guard.AtLeast(1, segmentMinimumWon);
        SegmentMinimumLost = Guard.AtLeast(1, segmentMinimumLost);
        MinimumSupport = Guard.NotNegative(minimumSupport);
        MinimumTagSupport = Guard.NotNegative(minimumTagSupport);
        Guard.Bounds(lowest, highest);
        Lowest = lowest;
        Highest = highest;
    }

    private NaiveBayesOptions(bool followsOdoo)
        : this(smoothing: 0.1, minimumTagSupport: 50, lowest: 0.0001, highest: 0.9999)
    {
        FollowsOdoo = followsOdoo;
        MinimumWon = MinimumLost = SegmentMinimumWon = SegmentMinimumLost = 0;
    }

    /// <summary>The library's own way with all its defaults.</summary>
    public static NaiveBayesOptions Default { get; } = new();

    /// <summary>
    /// The probabilities of Odoo's predictive lead scoring, to two decimals of a percentage. It takes exactly one field of the
    /// kind <see cref="NaiveBayesFieldKind.Progress"/>, the stage, and the team as the segment.
    /// </summary>
    public static NaiveBayesOptions Odoo { get; } = new(followsOdoo: true);

    /// <summary>Whether it follows Odoo's rules where they differ.</summary>
    public bool FollowsOdoo { get; }

    /// <summary>Added to the count of every value, won and lost.</summary>
    public double Smoothing { get; }

    /// <summary>The won deals that training takes.</summary>
    public int MinimumWon { get; }

    /// <summary>The lost deals that training takes.</summary>
    public int MinimumLost { get; }

    /// <summary>The won deals from which a segment is judged by its own counts.</summary>
    public int SegmentMinimumWon { get; }

    /// <summary>The lost deals from which a segment is judged by its own counts.</summary>
    public int SegmentMinimumLost { get; }

    /// <summary>The closed deals below which a value of a category is ignored.</summary>
    public int MinimumSupport { get; }

    /// <summary>The closed deals below which a tag is ignored.</summary>
    public int MinimumTagSupport { get; }

    /// <summary>The lowest probability.</summary>
    public double Lowest { get; }

    /// <summary>The highest probability.</summary>
    public double Highest { get; }
}
