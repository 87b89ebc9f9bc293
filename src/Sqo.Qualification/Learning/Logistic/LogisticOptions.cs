using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How <see cref="LogisticModel.Fit"/> learns. Immutable.</summary>
public sealed class LogisticOptions
{
    private const int MostFolds = 20;
    private const double GreatestRidge = 1e12;

    /// <summary>Creates options.</summary>
    /// <param name="ridge">
    /// How strongly coefficients are drawn toward 0, from 0 to 1e12: half of it times the sum of their squares is added to the negative
    /// log-likelihood. <see langword="null"/> to choose it by validation.
    /// </param>
    /// <param name="folds">The number of parts that validate in turn if the deals have no dates; from 2 to 20.</param>
    /// <param name="seed">The seed of these parts.</param>
    /// <param name="minimumWon">The minimum number of won deals, at least 1.</param>
    /// <param name="minimumLost">The minimum number of lost deals, at least 1.</param>
    /// <param name="minimumLevel">
    /// The minimum number of deals of a level of a category or of a bin, at least 1. Rarer levels of a category are pooled.
    /// </param>
    /// <param name="lowest">The lowest probability, from 0 to below <paramref name="highest"/>.</param>
    /// <param name="highest">The highest probability, up to 1.</param>
    /// <value>
    /// The defaults are a ridge chosen by validation, 5 parts from the seed 0, 40 won and 40 lost deals, 20 deals for a level, and
    /// probabilities from 0.01 to 0.99.
    /// </value>
    /// <exception cref="System.ArgumentOutOfRangeException">An argument is outside of its range.</exception>
    public LogisticOptions(
        double? ridge = null,
        int folds = 5,
        long seed = 0,
        int minimumWon = 40,
        int minimumLost = 40,
        int minimumLevel = 20,
        double lowest = 0.01,
        double highest = 0.99)
    {
        Ridge = ridge is { } given ? Guard.Within(0, given, GreatestRidge, nameof(ridge)) : null;
        Folds = (int)Guard.Within(2, folds, MostFolds);
        Seed = seed;
        MinimumWon = Guard.AtLeast(1, minimumWon);
        MinimumLost = Guard.AtLeast(1, minimumLost);
        MinimumLevel = Guard.AtLeast(1, minimumLevel);
        Guard.Bounds(lowest, highest);
        Lowest = lowest;
        Highest = highest;
    }

    /// <summary>The ridge; <see langword="null"/> if validation chooses it.</summary>
    public double? Ridge { get; }

    /// <summary>The number of parts that validate in turn if the deals have no dates.</summary>
    public int Folds { get; }

    /// <summary>The seed of these parts.</summary>
    public long Seed { get; }

    /// <summary>The minimum number of won deals.</summary>
    public int MinimumWon { get; }

    /// <summary>The minimum number of lost deals.</summary>
    public int MinimumLost { get; }

    /// <summary>The minimum number of deals of a level or a bin.</summary>
    public int MinimumLevel { get; }

    /// <summary>The lowest probability.</summary>
    public double Lowest { get; }

    /// <summary>The highest probability.</summary>
    public double Highest { get; }
}
