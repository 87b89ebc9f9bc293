using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How naive Bayes counts and judges. Immutable.</summary>
public sealed class NaiveBayesOptions
{
    // Beyond them, a share could become 0 or NaN.
    private const double LeastSmoothing = 1e-9;
    private const double GreatestSmoothing = 1e9;

    /// <summary>
    /// Creates options with the library's own rules, after Manning, Raghavan and Schütze, <i>Introduction to Information Retrieval</i>,
    /// ch. 13.
    /// </summary>
    /// <param name="smoothing">Added to the count of every value, won and lost; from 1e-9 to 1e9.</param>
    /// <param name="minimumWon">The minimum number of won deals for training, at least 1.</param>
    /// <param name="minimumLost">The minimum number of lost deals for training, at least 1.</param>
    /// <param name="segmentMinimumWon">The minimum number of won deals for a segment to be judged by its own counts, at least 1.</param>
    /// <param name="segmentMinimumLost">The minimum number of lost deals for a segment to be judged by its own counts, at least 1.</param>
    /// <param name="minimumSupport">The minimum number of closed deals of a category value, below which it is ignored; 0 or more.</param>
    /// <param name="minimumTagSupport">The minimum number of closed deals of a tag, below which it is ignored; 0 or more.</param>
    /// <param name="lowest">The lowest probability, from 0 to below <paramref name="highest"/>.</param>
    /// <param name="highest">The highest probability, up to 1.</param>
    /// <value>
    /// The defaults are a smoothing of 1; 40 won and 40 lost deals, both for training and for a segment; any support for a category, 10
    /// for a tag; probabilities from 0.01 to 0.99.
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

    /// <summary>The library's own rules with all defaults.</summary>
    public static NaiveBayesOptions Default { get; } = new();

    /// <summary>
    /// Options that give the probabilities of Odoo's predictive lead scoring, to two decimals of a percentage. It needs exactly one
    /// field of the kind <see cref="NaiveBayesFieldKind.Progress"/>, the stage, and the team as the segment.
    /// </summary>
    public static NaiveBayesOptions Odoo { get; } = new(followsOdoo: true);

    /// <summary>Whether it follows Odoo's rules where they differ.</summary>
    public bool FollowsOdoo { get; }

    /// <summary>Added to the count of every value, won and lost.</summary>
    public double Smoothing { get; }

    /// <summary>The minimum number of won deals for training.</summary>
    public int MinimumWon { get; }

    /// <summary>The minimum number of lost deals for training.</summary>
    public int MinimumLost { get; }

    /// <summary>The minimum number of won deals for a segment to be judged by its own counts.</summary>
    public int SegmentMinimumWon { get; }

    /// <summary>The minimum number of lost deals for a segment to be judged by its own counts.</summary>
    public int SegmentMinimumLost { get; }

    /// <summary>The minimum number of closed deals of a category value, below which it is ignored.</summary>
    public int MinimumSupport { get; }

    /// <summary>The minimum number of closed deals of a tag, below which it is ignored.</summary>
    public int MinimumTagSupport { get; }

    /// <summary>The lowest probability.</summary>
    public double Lowest { get; }

    /// <summary>The highest probability.</summary>
    public double Highest { get; }
}
