using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How the score and the answers of a profile have moved from earlier decisions to current ones. Immutable.</summary>
/// <remarks>It says that deals have changed, not that the profile is worse; outcomes say that, see <see cref="RateWatch"/>.</remarks>
public sealed class DriftReport
{
    private DriftReport(int reference, int current, int minimum, PopulationStability? score, CriterionDrift[] criteria)
    {
        ReferenceCount = reference;
        CurrentCount = current;
        Minimum = minimum;
        Score = score;
        Criteria = Array.AsReadOnly(criteria);
    }

    /// <summary>The number of decisions before.</summary>
    public int ReferenceCount { get; }

    /// <summary>The number of decisions now.</summary>
    public int CurrentCount { get; }

    /// <summary>The number of decisions on either side below which nothing is reported.</summary>
    public int Minimum { get; }

    /// <summary>Whether there are fewer decisions than the minimum on a side.</summary>
    public bool IsWithheld => Score is null;

    /// <summary>The index over the scores, in ten bins; <see langword="null"/> if it is withheld.</summary>
    public PopulationStability? Score { get; }

    /// <summary>The criteria and combinations, in the order of the profile; none if they are withheld.</summary>
    public IReadOnlyList<CriterionDrift> Criteria { get; }

    /// <summary>Compares decisions.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The profile that made them.</param>
    /// <param name="reference">The decisions before.</param>
    /// <param name="current">The decisions now.</param>
    /// <param name="minimum">
    /// The number of decisions on either side below which nothing is reported, at least 1. The default is 100.
    /// </param>
    /// <param name="seed">The seed of permutations, which small samples need. The default is 0.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is below 1.</exception>
    /// <example><code>
    /// DriftReport report = DriftReport.Between(profile, reference: decisions, current: profile.DecideAll(deals, asOf));
    /// Console.WriteLine(report.ToText(ExplanationTexts.English));
    /// </code></example>
    public static DriftReport Between<T>(
        QualificationProfile<T> profile, IReadOnlyList<Decision> reference, IReadOnlyList<Decision> current, int minimum = 100,
        long seed = 0)
    {
        Guard.NotNull(profile);
        Guard.AtLeast(1, minimum);
        if (Math.Min(Guard.NotNull(reference).Count, Guard.NotNull(current).Count) < minimum) return new(
            reference.Count, current.Count, minimum, null, []);
        CriterionInfo[] criteria = [.. profile.Criteria];
        long[][] before = Array.ConvertAll(criteria, criterion => CountOf(criterion, reference));
        long[][] now = Array.ConvertAll(criteria, criterion => CountOf(criterion, current));
        var unknown = criteria.Select((_, i) => new RateDifference(new(now[i][2], current.Count), new(before[i][2], reference.Count)))
            .ToArray();
        var adjusted = BenjaminiHochberg.Adjust(unknown.Select(PValueOf));
        return new(
            reference.Count, current.Count, minimum,
            PopulationStability.OfScores(reference.Select(d => d.Score), current.Select(d => d.Score), seed: seed),
            [.. criteria.Select((criterion, i) => new CriterionDrift(
                criterion, PopulationStability.Of(before[i], now[i], seed), unknown[i], adjusted[i]))]);
    }

    /// <summary>Gets the report in words, in the language of a culture, or in English if there are no texts for it.</summary>
    /// <param name="culture">The culture.</param>
    /// <returns>The lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>Gets the report in words: the score, each criterion, and the criteria whose unknown answers grow.</summary>
    /// <param name="texts">The texts of a language.</param>
    /// <returns>The lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        var lines = new List<string> { Guard.NotNull(texts).Message(MessageIds.DriftHeader, ReferenceCount, CurrentCount) };
        if (Score is null) lines.Add(texts.Message(MessageIds.DriftWithheld, Minimum));
        else lines.Add(Line(texts[MessageIds.DriftScore], Score));
        foreach (var drift in Criteria)
        {
            lines.Add(Line(texts.Label(drift.Criterion), drift.Stability));
            if (!drift.UnknownsGrow) continue;
            var interval = drift.Unknown.Interval()!.Value;
            lines.Add(texts.Fill(
                MessageIds.DriftUnknowns, texts.Label(drift.Criterion), Share(drift.Unknown.Second.Value!.Value),
                Share(drift.Unknown.First.Value!.Value), Share(interval.Low), Share(interval.High)));
        }

        return string.Join("\n", lines);

        string Share(double share) => texts.Formats.Percent(share, 1);

        string Line(string label, PopulationStability stability) => texts.Fill(
            MessageIds.DriftLine, label, texts.Formats.Number((decimal)stability.Value, 3, 3),
            texts.Formats.Number((decimal)stability.CriticalValue, 3, 3),
            texts[stability.IsShifted ? MessageIds.DriftShifted : MessageIds.DriftSteady],
            texts[stability.UsualBand switch
            {
                StabilityBand.Stable => MessageIds.DriftStable,
                StabilityBand.Moderate => MessageIds.DriftModerate,
                _ => MessageIds.DriftMajor,
            }]);
    }

    /// <summary>Met, unmet, unknown, and not in force because the prerequisite is unmet.</summary>
    private static long[] CountOf(CriterionInfo criterion, IReadOnlyList<Decision> decisions)
    {
        var counts = new long[4];
        foreach (var decision in decisions)
        {
            var isOut = criterion.Prerequisite is { } prerequisite && decision.Unmet.Contains(prerequisite.Index);
            counts[isOut ? 3 : decision.Unknown.Contains(criterion.Index) ? 2 : decision.Unmet.Contains(criterion.Index) ? 1 : 0]++;
        }

        return counts;
    }

    /// <summary>Pearson's chi-square of two rates.</summary>
    private static double PValueOf(RateDifference difference)
    {
        double a = difference.First.Successes, b = difference.First.Trials - a;
        double c = difference.Second.Successes, d = difference.Second.Trials - c;
        return a + c == 0 || b + d == 0
            ? 1
            : ChiSquare.Above(((a * d) - (b * c)) * ((a * d) - (b * c)) * (a + b + c + d) / ((a + b) * (c + d) * (a + c) * (b + d)), 1);
    }
}
