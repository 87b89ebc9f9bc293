using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The selling time that a deal still takes: a fixed block, or as many whole hours as a plan gives it, each of which makes a win more
/// likely. Immutable.
/// </summary>
public sealed class Effort
{
    /// <summary>The greatest number of hours of a response curve.</summary>
    public const int GreatestHours = 200;

    // The probability of a win after 0, 1, 2, ... hours; null for a fixed block.
    private readonly double[]? _byHour;

    private Effort(TimeSpan time) => Time = time;

    private Effort(double[] byHour) => _byHour = byHour;

    /// <summary>The time of a fixed block; <see langword="null"/> for a response curve.</summary>
    public TimeSpan? Time { get; }

    /// <summary>Whether it is a response curve.</summary>
    public bool IsResponse => _byHour is not null;

    /// <summary>The number of hours after which more time changes nothing; 0 for a fixed block.</summary>
    public int MostHours => _byHour is null ? 0 : _byHour.Length - 1;

    /// <summary>The probabilities of a win after 0, 1, 2, ... hours; empty for a fixed block.</summary>
    public IReadOnlyList<double> Probabilities => _byHour is null ? [] : Array.AsReadOnly(_byHour);

    /// <summary>Creates a fixed block: the deal takes all of this time, or none of it.</summary>
    /// <param name="time">The time, 0 or more. A plan rounds it up to whole minutes.</param>
    /// <returns>The effort.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is below 0.</exception>
    public static Effort Fixed(TimeSpan time) => new(
        time >= TimeSpan.Zero ? time
            : throw new ArgumentOutOfRangeException(nameof(time), time, $"time is {InvariantText.Of(time)}; it must be 0 or above."));

    /// <summary>
    /// Creates a response curve: with x whole hours, the deal is won with the probability b + (a - b) x^c / (d + x^c) (ADBUDG, Little
    /// 1970; CALLPLAN, Lodish 1971). If c is above 1, the first hour alone may bring little, and several together much.
    /// </summary>
    /// <param name="least">b: the probability without any effort, from 0 to 1.</param>
    /// <param name="greatest">a: the probability that more and more effort approaches, from b to 1.</param>
    /// <param name="shape">c: above 0; above 1 the curve is S-shaped.</param>
    /// <param name="scale">d: above 0; half of the way from b to a is reached when x^c = d.</param>
    /// <param name="mostHours">
    /// The most hours that a plan may give, from 1 to <see cref="GreatestHours"/>. The default is 40.
    /// </param>
    /// <returns>The effort.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static Effort Response(double least, double greatest, double shape, double scale, int mostHours = 40)
    {
        Guard.Within(0, least, 1);
        Guard.Within(least, greatest, 1);
        Guard.Positive(shape);
        Guard.Positive(scale);
        Guard.Within(1, mostHours, GreatestHours);
        var byHour = new double[mostHours + 1];
        for (var hours = 0; hours <= mostHours; hours++)
        {
            var effect = Power(hours, shape);
            var share = double.IsPositiveInfinity(effect) ? 1 : effect / (scale + effect);
            byHour[hours] = Math.Min(greatest, least + ((greatest - least) * share));
            // Rounding must not make an hour more look worse.
            if (hours > 0) byHour[hours] = Math.Max(byHour[hours], byHour[hours - 1]);
        }

        return new(byHour);
    }

    /// <summary>Creates a response curve from the probabilities themselves.</summary>
    /// <param name="probabilities">
    /// The probability of a win after 0, 1, 2, ... whole hours, at least two and at most <see cref="GreatestHours"/> + 1, from 0 to 1, each
    /// at least the one before.
    /// </param>
    /// <returns>The effort.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="probabilities"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There are too few or too many, or one is NaN, outside 0 to 1, or below the one before.
    /// </exception>
    public static Effort Response(IEnumerable<double> probabilities)
    {
        var byHour = Guard.NotNull(probabilities).ToArray();
        if (byHour.Length is < 2 or > GreatestHours + 1)
        {
            throw new ArgumentException(
                $"There are {byHour.Length} probabilities; there must be from 2 to {GreatestHours + 1}.", nameof(probabilities));
        }

        for (var hours = 0; hours < byHour.Length; hours++)
        {
            var least = hours == 0 ? 0 : byHour[hours - 1];
            if (byHour[hours] >= least && byHour[hours] <= 1) continue;
            throw new ArgumentException(
                $"The probability after {hours} hours is {InvariantText.Of(byHour[hours])}; "
                + $"it must lie from {InvariantText.Of(least)} to 1.",
                nameof(probabilities));
        }

        return new(byHour);
    }

    /// <summary>Gets the probability that a number of whole hours leads to.</summary>
    /// <param name="hours">The hours, 0 or more; beyond <see cref="MostHours"/> nothing changes.</param>
    /// <returns>From 0 to 1; <see langword="null"/> for a fixed block, which says nothing about it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hours"/> is below 0.</exception>
    public double? ProbabilityAfter(int hours)
    {
        Guard.NotNegative(hours);
        return _byHour?[Math.Min(hours, _byHour.Length - 1)];
    }

    /// <summary>The block, or the range of the curve, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _byHour is null
        ? InvariantText.Of(Time!.Value)
        : $"{InvariantText.Of(_byHour[0])} to {InvariantText.Of(_byHour[_byHour.Length - 1])} within {MostHours} hours";

    // The power of the platforms differs in the last place.
    private static double Power(int hours, double shape)
    {
        if (hours < 2) return hours;
        if (shape > 64 || shape != Math.Floor(shape)) return Exponential.Exp(shape * Logarithm.Of(hours));
        double power = 1;
        for (var i = 0; i < (int)shape; i++) power *= hours;
        return power;
    }
}
