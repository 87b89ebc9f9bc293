using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A profile over a range of one of its numbers, on history: what each value would have qualified, and which value costs the least.
/// Immutable.
/// </summary>
/// <remarks>
/// It counts only, so that curves of parts of the deals can be merged. The best value is the best one on these deals; its bootstrap says
/// how far it can be trusted.
/// </remarks>
public sealed class WhatIfCurve
{
    private readonly CurveCells _cells;
    private readonly double[] _values;
    private readonly AuditOptions _options;
    private readonly OutcomeCounts _all;

    private WhatIfCurve(double[] values, CurveCells cells, AuditOptions options)
    {
        (_values, _cells, _options) = (values, cells, options);
        var all = new OutcomeSums(cells.HasMoney);
        var qualified = Array.ConvertAll(values, _ => new OutcomeSums(cells.HasMoney));
        foreach (var cell in cells.All)
        {
            all.Add(cell.Value);
            for (var i = 0; i < values.Length; i++)
            {
                if (cell.Key[i] == '1') qualified[i].Add(cell.Value);
            }
        }

        _all = all.ToCounts();
        Points = Array.AsReadOnly(values.Select((value, i) => new WhatIfPoint(value, qualified[i].ToCounts(), _all, options)).ToArray());
    }

    /// <summary>What each value qualifies, by the ascending value.</summary>
    public IReadOnlyList<WhatIfPoint> Points { get; }

    /// <summary>Varies the threshold of a profile.</summary>
    /// <typeparam name="T">The type of deal.</typeparam>
    /// <param name="profile">The profile.</param>
    /// <param name="table">The answers of the deals, of any profile; only what they lack is asked.</param>
    /// <param name="outcomes">How the deals ended, by row.</param>
    /// <param name="thresholds">The thresholds, from 0 to 100 and ascending.</param>
    /// <param name="options">When figures count as enough. The default is <see cref="AuditOptions.Default"/>.</param>
    /// <returns>The curve. All thresholds together take about as long as deciding once.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There are more or fewer outcomes than rows, there are no thresholds, or they are not ascending.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is NaN or not from 0 to 100.</exception>
    /// <exception cref="CriterionEvaluationException">Code of a criterion threw, and the profile handles errors by throwing.</exception>
    /// <example><code>
    /// WhatIfCurve curve = WhatIfCurve.OfThresholds(profile, table, outcomes, [40, 50, 60, 70]);
    /// foreach (WhatIfPoint point in curve.Points) Console.WriteLine($"{point.Value}: {point.Qualified.Deals} SQOs, {point.Precision}");
    /// </code></example>
    public static WhatIfCurve OfThresholds<T>(
        QualificationProfile<T> profile, AnswerTable<T> table, DealOutcomes outcomes, IEnumerable<double> thresholds,
        AuditOptions? options = null)
    {
        var answers = Guard.NotNull(profile).AnswerAll(table);
        Guard.NotNull(outcomes).CheckFor(answers.Count);
        var values = Checked(thresholds, nameof(thresholds));
        foreach (var value in values) Guard.Within(0, value, 100, nameof(thresholds));
        var rule = profile.Rule;
        var cells = rule.Grades is null
            ? CurveCells.OfThresholds(rule, values, outcomes, answers.Scan)
            : CurveCells.Of(Array.ConvertAll(values, value => QualifiedRows.Of(rule.At(value), answers.Count, answers.Scan)), outcomes);
        return new(values, cells, options ?? AuditOptions.Default);
    }

    /// <summary>Varies any number of a profile: a weight, the bound of a group, what a criterion asks for.</summary>
    /// <typeparam name="T">The type of deal.</typeparam>
    /// <param name="profileAt">
    /// Makes the profile for a value. Pass the same selector delegates each time, such as by <c>QualificationProfile.Create</c> with the
    /// same method and another setting, so that only what the number changes is asked again.
    /// </param>
    /// <param name="table">The answers of the deals, of any profile; only what they lack is asked.</param>
    /// <param name="outcomes">How the deals ended, by row.</param>
    /// <param name="values">The values, ascending.</param>
    /// <param name="options">When figures count as enough. The default is <see cref="AuditOptions.Default"/>.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentNullException">An argument, or a profile, is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There are more or fewer outcomes than rows, there are no values, or they are not ascending.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite.</exception>
    /// <exception cref="CriterionEvaluationException">Code of a criterion threw, and its profile handles errors by throwing.</exception>
    public static WhatIfCurve Of<T>(
        Func<double, QualificationProfile<T>> profileAt, AnswerTable<T> table, DealOutcomes outcomes, IEnumerable<double> values,
        AuditOptions? options = null)
    {
        Guard.NotNull(profileAt);
        Guard.NotNull(outcomes).CheckFor(Guard.NotNull(table).Count);
        var all = Checked(values, nameof(values));
        var rows = Array.ConvertAll(all, value => QualifiedRows.Of(profileAt(value), table));
        return new(all, CurveCells.Of(rows, outcomes), options ?? AuditOptions.Default);
    }

    /// <summary>
    /// Finds the value with the least <see cref="WhatIfPoint.Cost"/>, of equal ones that which qualifies the fewest closed deals, and how
    /// sure that is: each sample of a bootstrap gives each closed deal a Poisson weight of mean 1, and has a best value of its own.
    /// </summary>
    /// <param name="missedWin">What a missed win costs net, 0 or more.</param>
    /// <param name="wastedHour">What an hour costs, 0 or more.</param>
    /// <param name="hoursPerDeal">The hours that sales spends on a deal, 0 or more. The default is 1.</param>
    /// <param name="samples">The number of samples, 1 or more. The default is 200.</param>
    /// <param name="seed">The seed of the samples. The default is 0.</param>
    /// <returns>The best value; <see langword="null"/> if there are fewer closed deals than the minimum.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public WhatIfBest? Best(double missedWin, double wastedHour, double hoursPerDeal = 1, int samples = 200, long seed = 0)
    {
        var waste = Guard.NotNegative(wastedHour) * Guard.NotNegative(hoursPerDeal);
        Guard.NotNegative(missedWin);
        Guard.AtLeast(1, samples);
        if (!_options.IsEnough(_all.WinRate)) return null;
        var cells = _cells.All.Select(cell => (cell.Key, Counts: cell.Value.ToCounts())).ToArray();
        var counts = Array.ConvertAll(cells, cell => (cell.Counts.Won, cell.Counts.Lost));
        var members = Array.ConvertAll(cells, cell => cell.Key);
        var best = BestOf(members, counts, missedWin, waste);
        var random = new SeededGenerator(unchecked((ulong)seed));
        var drawn = new (long Won, long Lost)[counts.Length];
        var found = new double[samples];
        var same = 0;
        for (var sample = 0; sample < samples; sample++)
        {
            for (var i = 0; i < drawn.Length; i++)
            {
                drawn[i] = (random.NextLargePoisson(counts[i].Won), random.NextLargePoisson(counts[i].Lost));
            }

            var chosen = BestOf(members, drawn, missedWin, waste);
            if (chosen == best) same++;
            found[sample] = _values[chosen];
        }

        Array.Sort(found);
        var tail = (1 - _options.Confidence) / 2;
        var interval = new StatisticalInterval(Quantile(found, tail), Quantile(found, 1 - tail), _options.Confidence);
        return new(Points[best], Points[best].Cost(missedWin, wastedHour, hoursPerDeal), interval, new(same, samples), seed, _options);
    }

    /// <summary>Adds the curve of other deals: the result has the same bits as a curve of all of them.</summary>
    /// <param name="other">The other curve, of the same profile.</param>
    /// <returns>The curve of the deals of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The other curve has other values or options, or only one of the two has amounts.</exception>
    public WhatIfCurve Merge(WhatIfCurve other)
    {
        if (!Guard.NotNull(other)._values.SequenceEqual(_values) || !other._options.IsSameAs(_options)
            || other._cells.HasMoney != _cells.HasMoney)
        {
            throw new ArgumentException("The other curve has other values, options or amounts; both must have the same.", nameof(other));
        }

        return new(_values, _cells.Plus(other._cells), _options);
    }

    /// <summary>The curve in words, in a culture.</summary>
    /// <param name="culture">The culture; see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>The curve in words, one line per value.</summary>
    /// <param name="texts">The words.</param>
    /// <returns>The text, of several lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        Guard.NotNull(texts);
        return AuditText.Lines(Points.Select(point => point.ToText(texts)));
    }

    /// <summary>The curve in words, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);

    // The smallest value with a share of at least q below or at it.
    private static double Quantile(double[] sorted, double q) => sorted[Math.Max(0, (int)Math.Ceiling((q * sorted.Length) - 1e-9) - 1)];

    private static double[] Checked(IEnumerable<double> values, string name)
    {
        double[] all = [.. Guard.NotNull(values, name)];
        if (all.Length == 0) throw new ArgumentException("There are no values; there must be at least one.", name);
        for (var i = 0; i < all.Length; i++)
        {
            Guard.Finite(all[i], name);
            if (i == 0 || all[i] > all[i - 1]) continue;
            throw new ArgumentException(
                $"{InvariantText.Of(all[i])} comes after {InvariantText.Of(all[i - 1])}; the values must be ascending.", name);
        }

        return all;
    }

    private int BestOf(string[] members, (long Won, long Lost)[] counts, double missedWin, double waste)
    {
        var best = -1;
        var (leastCost, fewest) = (double.PositiveInfinity, long.MaxValue);
        for (var i = 0; i < _values.Length; i++)
        {
            long missed = 0, won = 0, lost = 0;
            for (var cell = 0; cell < members.Length; cell++)
            {
                if (members[cell][i] == '0') missed += counts[cell].Won;
                else
                {
                    won += counts[cell].Won;
                    lost += counts[cell].Lost;
                }
            }

            var cost = (missedWin * missed) + (waste * lost);
            if (best >= 0 && (cost > leastCost || (cost == leastCost && won + lost >= fewest))) continue;
            (best, leastCost, fewest) = (i, cost, won + lost);
        }

        return best;
    }
}
