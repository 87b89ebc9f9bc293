using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>
/// The strategies a second time, from what their verbs promise: each is a formula over answers that are all known, and the range is that
/// formula with every unknown answer at its worst and at its best.
/// </summary>
internal sealed class NaiveStrategy
{
    private const double Tolerance = 1e-9;

    private readonly ProfileSpec _spec;
    private readonly Probe _probe;
    private readonly DateTime _asOf;
    private readonly Dictionary<string, double> _turned;
    private readonly Func<SpecNode, double> _weight;

    private NaiveStrategy(ProfileSpec spec, Probe probe, DateTime asOf, Dictionary<string, double> turned)
    {
        _spec = spec;
        _probe = probe;
        _asOf = asOf;
        _turned = turned;
        _weight = NaiveScorer.Weights(spec);
    }

    public double Score { get; private set; }

    public double Lowest { get; private set; }

    public double Highest { get; private set; }

    public Verdict Verdict { get; private set; }

    /// <param name="spec">The profile.</param>
    /// <param name="probe">The opportunity.</param>
    /// <param name="asOf">The moment.</param>
    /// <param name="turned">Values that take the place of leaves' own, as fresh as can be.</param>
    /// <param name="wasQualified">Whether the decision of before was "qualified".</param>
    public static NaiveStrategy Decide(
        ProfileSpec spec, Probe probe, DateTime asOf, Dictionary<string, double>? turned = null, bool wasQualified = false)
    {
        var naive = new NaiveStrategy(spec, probe, asOf, turned ?? new Dictionary<string, double>());
        var values = NaiveScorer.Values(spec, probe, asOf, naive._turned);
        var scores = naive.Scores(values);
        naive.Score = scores[0];
        naive.Lowest = scores[1];
        naive.Highest = scores[2];
        naive.Verdict = naive.FindVerdict(values, wasQualified);
        return naive;
    }

    private Verdict FindVerdict(List<KeyValuePair<SpecNode, double?>> values, bool wasQualified)
    {
        var threshold = Math.Max(0, (_spec.Threshold ?? 0) - (wasQualified ? _spec.Hysteresis : 0));
        var holds = NaiveScorer.States(_spec, _probe, _asOf, _turned);
        var gates = _spec.Criteria.Where(c => c.IsRequired).ToList();
        var unmet = gates.Where(g => holds(g) == false).ToList();
        var allMet = gates.All(g => holds(g) == true);
        bool Reaches(double score) => score >= threshold - Tolerance;
        var (canQualify, qualifies) = Grades();
        if (unmet.Count == 0 && Reaches(Highest) && canQualify)
        {
            return allMet && Reaches(Lowest) && qualifies ? Verdict.Qualified : Verdict.NeedsDiscovery;
        }
        if (_spec.Margin is not { } margin) return Verdict.Disqualified;
        if (unmet.Count == 0) return allMet && Reaches(Highest + margin) ? Verdict.NearMiss : Verdict.Disqualified;
        if (unmet.Count > 1 || (threshold <= 0 && gates.Exists(g => holds(g) is null))) return Verdict.Disqualified;

        var gate = unmet[0];
        var met = _weight(gate) < 0 && gate.IsGraded ? gate.MetFrom : gate.Highest;
        return Reaches(ScoreIf(values, gate, met)) ? Verdict.NearMiss : Verdict.Disqualified;
    }

    /// <summary>Whether any grade that the ranges leave open qualifies, and whether every one does: one by one.</summary>
    private (bool Any, bool All) Grades()
    {
        if (_spec.Grades is null && _spec.LeastFit is null && _spec.LeastEngagement is null) return (true, true);
        var fit = NaiveScorer.ScoreOf(_spec, _probe, _asOf, _turned, Dimensions.Fit);
        var engagement = NaiveScorer.ScoreOf(_spec, _probe, _asOf, _turned, Dimensions.Engagement);
        var any = false;
        var all = true;
        foreach (var (letter, bestFit, worstFit) in Parts(GradeScale.Letters, fit, _spec.LeastFit ?? 0))
        {
            foreach (var (digit, bestEngagement, worstEngagement) in Parts(GradeScale.Digits, engagement, _spec.LeastEngagement ?? 0))
            {
                var isNamed = _spec.Grades is null || _spec.Grades.Contains(letter + digit);
                any |= isNamed && bestFit && bestEngagement;
                all &= isNamed && worstFit && worstEngagement;
            }
        }

        return (any, all);
    }

    /// <summary>The bands that a range touches, each with whether the best and the worst score in it reach a least one.</summary>
    private static IEnumerable<(string Grade, bool Best, bool Worst)> Parts(GradeScale scale, double[] range, double least)
    {
        for (var i = 0; i < scale.Bands.Count; i++)
        {
            var from = scale.Bands[i].From;
            var end = i == 0 ? double.PositiveInfinity : scale.Bands[i - 1].From;
            if (range[2] < from - Tolerance || range[1] >= end - Tolerance) continue;
            // The end is no score of the band.
            var best = range[2] < end - Tolerance ? range[2] >= least - Tolerance : end - Tolerance > least;
            yield return (scale.Bands[i].Grade, best, Math.Max(range[1], from) >= least - Tolerance);
        }
    }

    private double ScoreIf(List<KeyValuePair<SpecNode, double?>> values, SpecNode gate, double met)
    {
        if (_spec.Strategy == SpecStrategy.FitEngagement)
        {
            // Groups with bounds need the whole tree.
            return Mixed(new Dictionary<string, double>(_turned) { [gate.Id] = met })[0];
        }

        if (_spec.Strategy == SpecStrategy.WeightedMean)
        {
            // What counts under the gate comes in with it.
            var turned = new Dictionary<string, double>(_turned) { [gate.Id] = met };
            return MeanByCases(NaiveScorer.Values(_spec, _probe, _asOf, turned), turned)[0];
        }

        return Scores(values.ConvertAll(v => v.Key == gate ? new KeyValuePair<SpecNode, double?>(gate, met) : v))[0];
    }

    private double[] Scores(List<KeyValuePair<SpecNode, double?>> values)
    {
        if (_spec.Strategy == SpecStrategy.FitEngagement) return Mixed(_turned);
        if (_spec.Strategy == SpecStrategy.WeightedMean) return MeanByCases(values, _turned);
        var lowest = OfKnown(values.Select(v => Pair(v.Key, v.Value ?? Worst(v.Key))));
        var highest = OfKnown(values.Select(v => Pair(v.Key, v.Value ?? Highest(v.Key))));
        var known = values.Where(v => v.Value is not null).Select(v => Pair(v.Key, v.Value!.Value)).ToList();
        var shown = _spec.Strategy switch
        {
            SpecStrategy.Tiers => lowest,
            SpecStrategy.LogOdds => OfKnown(values.Select(v => Pair(v.Key, v.Value ?? NearestToNothing(v.Key)))),
            _ => known.Count == 0 ? 0 : OfKnown(known),
        };
        return [Math.Min(Math.Max(shown, lowest), highest), lowest, highest];

        double Worst(SpecNode node) => _weight(node) < 0 ? node.Highest : 0;
        double Highest(SpecNode node) => _weight(node) < 0 ? 0 : node.Highest;
    }

    /// <summary>The mean with its range, over every case of the prerequisites that are unknown; the mean itself is that of what surely
    /// counts.</summary>
    private double[] MeanByCases(List<KeyValuePair<SpecNode, double?>> values, Dictionary<string, double> turned)
    {
        var holds = NaiveScorer.States(_spec, _probe, _asOf, turned);
        var prerequisites = _spec.Criteria.Where(c => _spec.Criteria.Any(other => other.When == c.Id)).ToList();
        var unknown = prerequisites.Where(c => holds(c) is null).ToList();
        var (lowest, highest) = (double.MaxValue, double.MinValue);
        for (var choice = 0; choice < 1 << unknown.Count; choice++)
        {
            bool IsMet(SpecNode prerequisite) => holds(prerequisite) ?? (choice & (1 << unknown.IndexOf(prerequisite))) != 0;
            var inForce = values.Where(v => v.Key.When is null || IsMet(prerequisites.Single(c => c.Id == v.Key.When))).ToList();
            double Worst(SpecNode node) =>
                unknown.Contains(node) && IsMet(node) && node.DecaySlot is null ? node.IsGraded ? node.MetFrom : node.Highest : 0;
            double Best(SpecNode node) => !unknown.Contains(node) || IsMet(node) ? node.Highest : node.IsGraded ? node.MetFrom : 0;
            lowest = Math.Min(lowest, OfKnown(inForce.Select(v => Pair(v.Key, v.Value ?? Worst(v.Key)))));
            highest = Math.Max(highest, OfKnown(inForce.Select(v => Pair(v.Key, v.Value ?? Best(v.Key)))));
        }

        var known = values.Where(
            v => v.Value is not null && (v.Key.When is null || holds(prerequisites.Single(c => c.Id == v.Key.When)) == true)).ToList();
        var shown = known.Count == 0 ? 0 : OfKnown(known.Select(v => Pair(v.Key, v.Value!.Value)));
        return [Math.Min(Math.Max(shown, lowest), highest), lowest, highest];
    }

    private static KeyValuePair<SpecNode, double> Pair(SpecNode node, double value) => new(node, value);

    /// <summary>The value at which a bin gives nothing, or the least.</summary>
    private static double NearestToNothing(SpecNode node)
    {
        if (node.Test?.Bins is not { } bins) return 0;
        if (bins.Min() >= 0) return 0;
        return bins.Max() <= 0 ? 1 : -bins.Min() / (bins.Max() - bins.Min());
    }

    private double OfKnown(IEnumerable<KeyValuePair<SpecNode, double>> answers)
    {
        var all = answers.ToList();
        switch (_spec.Strategy)
        {
            case SpecStrategy.WeightedMean:
                return 100 * Oracle.WeightedMean([.. all.Select(a => _weight(a.Key))], [.. all.Select(a => a.Value)]);
            case SpecStrategy.WeakestLink:
                return 100 * Oracle.Minimum([.. all.Select(a => a.Value)]);
            case SpecStrategy.GeometricMean:
                var total = all.Sum(a => _weight(a.Key));
                return 100 * all.Aggregate(1.0, (product, a) => product * Math.Pow(a.Value, _weight(a.Key) / total));
            case SpecStrategy.Tiers:
                return OfTiers(all);
            default:
                var sum = _spec.Intercept +
                    all.Sum(a =>
                    a.Key.Test?.Bins is { } bins ? bins.Min() + ((bins.Max() - bins.Min()) * a.Value) : _weight(a.Key) * a.Value);
                return 100 * Math.Min(Math.Max(Oracle.Logistic(sum), _spec.Least), _spec.Greatest);
        }
    }

    /// <summary>The levels as the digits of a whole number, of as many digits as there are tiers.</summary>
    private double OfTiers(List<KeyValuePair<SpecNode, double>> all)
    {
        long number = 0;
        long greatest = 0;
        foreach (var tier in _spec.Tiers)
        {
            var inside = new HashSet<SpecNode>(_spec.All.Single(n => n.Id == tier).WithDescendants());
            var members = all.Where(a => inside.Contains(a.Key)).ToList();
            var mean = members.Sum(a => _weight(a.Key) * a.Value) / members.Sum(a => _weight(a.Key));
            number = (number * (_spec.Levels + 1)) + (long)Math.Floor((_spec.Levels * mean) + Tolerance);
            greatest = (greatest * (_spec.Levels + 1)) + _spec.Levels;
        }

        return 100.0 * number / greatest;
    }

    private double[] Mixed(Dictionary<string, double> turned)
    {
        var fit = NaiveScorer.ScoreOf(_spec, _probe, _asOf, turned, Dimensions.Fit);
        var engagement = NaiveScorer.ScoreOf(_spec, _probe, _asOf, turned, Dimensions.Engagement);
        return [.. fit.Select((f, i) => (_spec.FitShare * f) + ((1 - _spec.FitShare) * engagement[i]))];
    }
}
