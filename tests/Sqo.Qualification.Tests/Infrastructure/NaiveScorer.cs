using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>A second implementation, written from the definitions alone and as plainly as they are.</summary>
internal sealed class NaiveScorer
{
    private const double Tolerance = 1e-9;

    private readonly ProfileSpec _spec;
    private readonly Probe _probe;
    private readonly DateTime _asOf;
    private readonly Dictionary<string, double> _turned;
    private readonly bool _gatesAlone;
    private readonly string? _dimension;

    private NaiveScorer(ProfileSpec spec, Probe probe, DateTime asOf, Dictionary<string, double> turned, string? dimension = null)
    {
        _dimension = dimension;
        _spec = spec;
        _probe = probe;
        _asOf = asOf;
        _turned = turned;
        _gatesAlone = spec.Criteria.All(c => (c.Weight ?? 0) == 0 && c.Test?.Bins is null);
    }

    public double Score { get; private set; }

    public double Lowest { get; private set; }

    public double Highest { get; private set; }

    public double Completeness { get; private set; }

    public Verdict Verdict { get; private set; }

    public List<string> Unmet { get; } = new();

    public List<string> Unknown { get; } = new();

    /// <param name="spec">The profile.</param>
    /// <param name="probe">The opportunity.</param>
    /// <param name="asOf">The moment.</param>
    /// <param name="turned">Values that take the place of leaves' own, as fresh as can be; NaN for a combination that is only made fresh.</param>
    public static NaiveScorer Decide(ProfileSpec spec, Probe probe, DateTime asOf, Dictionary<string, double>? turned = null)
    {
        var scorer = new NaiveScorer(spec, probe, asOf, turned ?? new Dictionary<string, double>());
        scorer.Run();
        return scorer;
    }

    /// <summary>The score and its ends over the criteria of one dimension.</summary>
    public static double[] ScoreOf(ProfileSpec spec, Probe probe, DateTime asOf, Dictionary<string, double> turned, string dimension)
    {
        var scorer = new NaiveScorer(spec, probe, asOf, turned, dimension);
        scorer.Run();
        return [scorer.Score, scorer.Lowest, scorer.Highest];
    }

    /// <summary>For each criterion of weight, that and its value x decay; null where either is unknown.</summary>
    public static List<KeyValuePair<SpecNode, double?>> Values(ProfileSpec spec, Probe probe, DateTime asOf, Dictionary<string, double> turned)
    {
        var scorer = new NaiveScorer(spec, probe, asOf, turned);
        return spec.Criteria.Where(c => scorer.WeightOf(c) != 0 || c.Test?.Bins is not null)
            .Select(c => new KeyValuePair<SpecNode, double?>(c, scorer.ValueOf(c) is { } value ? value == 0 ? 0 : value * scorer.DecayOf(c) : null))
            .ToList();
    }

    /// <summary>The weights, gates alone weighing 1 each.</summary>
    public static Func<SpecNode, double> Weights(ProfileSpec spec) => new NaiveScorer(spec, new Probe(), default, new Dictionary<string, double>()).WeightOf;

    /// <summary>What holds, what does not and what is unknown.</summary>
    public static Func<SpecNode, bool?> States(ProfileSpec spec, Probe probe, DateTime asOf, Dictionary<string, double> turned) =>
        new NaiveScorer(spec, probe, asOf, turned).Holds;

    private void Run()
    {
        var (least, greatest) = (Sum(n => Possible(n).Low), Sum(n => Possible(n).High));
        double Scaled(double total) => 100 * (total - least) / (greatest - least);
        Score = Scaled(Sum(n => Points(n).Shown));
        Lowest = Scaled(Sum(n => Points(n).Low));
        Highest = Scaled(Sum(n => Points(n).High));

        foreach (var criterion in _spec.Criteria)
        {
            var state = Holds(criterion);
            if (state is null) Unknown.Add(criterion.Id);
            else if (state == false) Unmet.Add(criterion.Id);
        }

        var total = _spec.Criteria.Sum(c => Math.Abs(WeightOf(c)));
        Completeness = _spec.Criteria.Where(c => !Unknown.Contains(c.Id)).Sum(c => Math.Abs(WeightOf(c))) / total;
        Verdict = FindVerdict(Scaled);
    }

    private Verdict FindVerdict(Func<double, double> scaled)
    {
        var threshold = _spec.Threshold ?? 0;
        var gates = _spec.Criteria.Where(c => c.IsRequired).ToList();
        var unmet = gates.Where(g => Holds(g) == false).ToList();
        var allMet = gates.All(g => Holds(g) == true);
        if (unmet.Count > 0 || Highest < threshold - Tolerance)
        {
            if (_spec.Margin is not { } margin) return Verdict.Disqualified;
            // Where no score decides, "one gate alone" needs every other gate to be met.
            var alone = unmet.Count == 1 && (threshold > 0 || gates.All(g => Holds(g) is not null));
            if (alone && ScoreIfMet(unmet[0], scaled) >= threshold - Tolerance) return Verdict.NearMiss;
            return allMet && Highest >= threshold - margin - Tolerance ? Verdict.NearMiss : Verdict.Disqualified;
        }

        return allMet && Lowest >= threshold - Tolerance ? Verdict.Qualified : Verdict.NeedsDiscovery;
    }

    private double ScoreIfMet(SpecNode gate, Func<double, double> scaled) =>
        scaled(Sum(n => Points(n, gate).Shown));

    private double Sum(Func<SpecNode, double> points) => _spec.Nodes.Sum(points);

    private double WeightOf(SpecNode node) => _dimension is not null && node.Dimension != _dimension ? 0 : _gatesAlone ? node.IsRequired ? 1 : 0 : node.Weight ?? 0;

    private bool? Holds(SpecNode node) => ValueOf(node) is { } value ? value >= node.MetFrom : null;

    private double? ValueOf(SpecNode node)
    {
        var value = OwnValueOf(node);
        // Points that can't be decayed for want of a date are unknown; no points need no date, and a gate is judged without its points.
        return value > 0 && !node.IsRequired && DecayOf(node) is null ? null : value;
    }

    private double? OwnValueOf(SpecNode node)
    {
        if (_turned.TryGetValue(node.Id, out var turned) && !double.IsNaN(turned)) return turned;
        if (node.Kind == SpecKind.Leaf) return node.Test!.ValueOf(_probe, _asOf);
        var states = node.Children.Select(Holds).ToList();
        var met = states.Count(s => s == true);
        var unknown = states.Count(s => s is null);
        bool? holds = node.Kind switch
        {
            SpecKind.AllOf => states.Contains(false) ? false : states.Contains(null) ? null : true,
            SpecKind.AnyOf => states.Contains(true) ? true : states.Contains(null) ? null : false,
            SpecKind.NoneOf => states.Contains(true) ? false : states.Contains(null) ? null : true,
            _ => met >= node.Count ? true : met + unknown < node.Count ? false : null,
        };
        return holds is { } known ? known ? 1 : 0 : null;
    }

    /// <summary>1 for what does not decay, null where the date is missing or in the future.</summary>
    private double? DecayOf(SpecNode node)
    {
        if (node.DecaySlot is not { } slot || _turned.ContainsKey(node.Id)) return 1;
        return _probe.Dates[slot] is { } date && date <= _asOf ? Math.Pow(2, -(_asOf - date).TotalDays / node.HalfLife) : null;
    }

    private Range Points(SpecNode node, SpecNode? asIfMet = null)
    {
        if (node.IsGroup)
        {
            var inner = node.Children.Select(child => Points(child, asIfMet)).ToList();
            return new Range(Clamp(inner.Sum(r => r.Shown), node), Clamp(inner.Sum(r => r.Low), node), Clamp(inner.Sum(r => r.High), node));
        }

        if (node == asIfMet)
        {
            // What counts against the deal is met and no more; and what is turned is fresh.
            var turned = WeightOf(node) * (WeightOf(node) < 0 && node.IsGraded ? node.MetFrom : node.Highest);
            return new Range(turned, turned, turned);
        }

        var value = ValueOf(node);
        if (value is not { } known || (known > 0 && DecayOf(node) is null)) return Possible(node);
        var points = WeightOf(node) * known * (DecayOf(node) ?? 1);
        return new Range(points, points, points);
    }

    /// <summary>What a node can give when nothing is known.</summary>
    private Range Possible(SpecNode node)
    {
        if (node.IsGroup)
        {
            var inner = node.Children.Select(Possible).ToList();
            return new Range(Clamp(inner.Sum(r => r.Shown), node), Clamp(inner.Sum(r => r.Low), node), Clamp(inner.Sum(r => r.High), node));
        }

        var far = WeightOf(node) * node.Highest;
        return new Range(0, Math.Min(0, far), Math.Max(0, far));
    }

    private static double Clamp(double sum, SpecNode group) =>
        Math.Min(Math.Max(sum, group.Minimum ?? double.NegativeInfinity), group.Maximum ?? double.PositiveInfinity);

    private readonly struct Range(double shown, double low, double high)
    {
        public double Shown => shown;

        public double Low => low;

        public double High => high;
    }
}
