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

    // By criterion, the prerequisite under which it counts, or what it is a part of does.
    private readonly Dictionary<string, SpecNode> _prerequisites = new();

    // What is looked at of prerequisites that are unknown: those that are met.
    private HashSet<string> _metInCase = new();

    private NaiveScorer(ProfileSpec spec, Probe probe, DateTime asOf, Dictionary<string, double> turned, string? dimension = null)
    {
        _dimension = dimension;
        _spec = spec;
        _probe = probe;
        _asOf = asOf;
        _turned = turned;
        _gatesAlone = spec.Criteria.All(c => (c.Weight ?? 0) == 0 && c.Test?.Bins is null);
        foreach (var node in spec.Criteria.Where(c => c.When is not null))
        {
            var prerequisite = spec.Criteria.Single(c => c.Id == node.When);
            foreach (var inner in node.WithDescendants()) _prerequisites[inner.Id] = prerequisite;
        }
    }

    private Func<SpecNode, bool>? _asked;

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
    /// <param name="turned">Values that take the place of leaves' own, as fresh as can be; NaN for a combination that is only made
    /// fresh.</param>
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
    public static List<KeyValuePair<SpecNode,
        double?>> Values(ProfileSpec spec, Probe probe, DateTime asOf, Dictionary<string, double> turned)
    {
        var scorer = new NaiveScorer(spec, probe, asOf, turned);
        return spec.Criteria.Where(c => scorer.WeightOf(c) != 0 || c.Test?.Bins is not null)
            .Select(c =>
                new KeyValuePair<SpecNode, double?>(c, scorer.ValueOf(c) is { } value ? value == 0 ? 0 : value * scorer.DecayOf(c) : null))
            .ToList();
    }

    /// <summary>The weights, gates alone weighing 1 each.</summary>
    public static Func<SpecNode, double> Weights(ProfileSpec spec) =>
        new NaiveScorer(spec, new Probe(), default, new Dictionary<string, double>()).WeightOf;

    /// <summary>What holds, what does not and what is unknown.</summary>
    public static Func<SpecNode, bool?> States(ProfileSpec spec, Probe probe, DateTime asOf, Dictionary<string, double> turned) =>
        new NaiveScorer(spec, probe, asOf, turned).Holds;

    private void Run()
    {
        Score = Scaled(Sum(n => Points(n).Shown));
        (Lowest, Highest) = Cases().Select(met =>
        {
            _metInCase = met;
            return (Low: Scaled(Sum(n => Points(n).Low)), High: Scaled(Sum(n => Points(n).High)));
        }).ToList() is var ends ? (ends.Min(e => e.Low), ends.Max(e => e.High)) : default;
        _metInCase = new HashSet<string>();

        foreach (var criterion in _spec.Criteria)
        {
            if (_prerequisites.TryGetValue(criterion.Id, out var prerequisite) && Holds(prerequisite) == false) continue;
            var state = Holds(criterion);
            if (state is null) Unknown.Add(criterion.Id);
            else if (state == false) Unmet.Add(criterion.Id);
        }

        // A weight counts for known where the answer is, and whether it counts at all.
        var inForce = _spec.Criteria.Where(c => !_prerequisites.TryGetValue(c.Id, out var on) || Holds(on) != false).ToList();
        var known = inForce.Where(c => !Unknown.Contains(c.Id) && (!_prerequisites.TryGetValue(c.Id, out var on) || Holds(on) == true));
        Completeness = known.Sum(c => Math.Abs(WeightOf(c))) / inForce.Sum(c => Math.Abs(WeightOf(c)));
        Verdict = FindVerdict();
    }

    /// <summary>Every choice of the prerequisites that are unknown: those that are met in it.</summary>
    private IEnumerable<HashSet<string>> Cases()
    {
        var unknown = _prerequisites.Values.Distinct().Where(c => Holds(c) is null).ToList();
        for (var choice = 0; choice < 1 << unknown.Count; choice++)
        {
            yield return new HashSet<string>(unknown.Where((_, i) => (choice & (1 << i)) != 0).Select(c => c.Id));
        }
    }

    /// <summary>100 x (total - min) / (max - min), kept from 0 to 100; min is 0, or the least where there is a floor or the scale is
    /// stretched.</summary>
    private double Scaled(double total)
    {
        var (least, greatest) = (Sum(n => Possible(n).Low), Sum(n => Possible(n).High));
        var start = _spec.Stretched || _spec.Minimum is not null ? least : 0;
        return Math.Min(Math.Max(100 * (total - start) / (greatest - start), 0), 100);
    }

    private Verdict FindVerdict()
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
            if (alone && ScoreIfMet(unmet[0]) >= threshold - Tolerance) return Verdict.NearMiss;
            return allMet && Highest >= threshold - margin - Tolerance ? Verdict.NearMiss : Verdict.Disqualified;
        }

        return allMet && Lowest >= threshold - Tolerance ? Verdict.Qualified : Verdict.NeedsDiscovery;
    }

    /// <summary>The score with the gate met and no more, where that costs points; and what counts under it is not asked yet.</summary>
    private double ScoreIfMet(SpecNode gate)
    {
        var met = new Dictionary<string, double>(_turned) { [gate.Id] = MeetingValue(gate) };
        return new NaiveScorer(_spec, _probe, _asOf, met, _dimension) { _asked = Asked }.ShownScore();
    }

    private double ShownScore() => Scaled(Sum(n => Points(n).Shown));

    private double MeetingValue(SpecNode gate) => WeightOf(gate) < 0 && gate.IsGraded ? gate.MetFrom : gate.Highest;

    private double Sum(Func<SpecNode, double> points) =>
        Math.Min(Math.Max(_spec.Nodes.Sum(points), _spec.Minimum ?? double.NegativeInfinity), _spec.Maximum ?? double.PositiveInfinity);

    /// <summary>Whether a criterion is asked: not where its prerequisite is unmet, as the opportunity stands before anything is
    /// turned.</summary>
    private bool Asked(SpecNode node) => _asked is { } before
        ? before(node)
        : !_prerequisites.TryGetValue(node.Id, out var prerequisite) || AsItStands().Holds(prerequisite) != false;

    private NaiveScorer AsItStands() =>
        _turned.Count == 0 ? this : new NaiveScorer(_spec, _probe, _asOf, new Dictionary<string, double>(), _dimension);

    private bool Counts(SpecNode node) =>
        !_prerequisites.TryGetValue(node.Id, out var prerequisite) || (Holds(prerequisite) ?? _metInCase.Contains(prerequisite.Id));

    private double WeightOf(SpecNode node) =>
        _dimension is not null && node.Dimension != _dimension ? 0 : _gatesAlone ? node.IsRequired ? 1 : 0 : node.Weight ?? 0;

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
        if (node.Kind == SpecKind.Leaf && !Asked(node)) return null;
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

    /// <summary>1 for what does not decay, null where the date is missing, in the future or not asked for.</summary>
    private double? DecayOf(SpecNode node)
    {
        if (node.DecaySlot is not { } slot || _turned.ContainsKey(node.Id)) return 1;
        return Asked(node) && _probe.Dates[slot] is { } date && date <= _asOf ? Math.Pow(2, -(_asOf - date).TotalDays / node.HalfLife)
            : null;
    }

    private Range Points(SpecNode node)
    {
        if (node.IsGroup)
        {
            if (IsOfAnotherDimension(node)) return new Range(0, 0, 0);
            var inner = node.Children.Select(Points).ToList();
            return new Range(Clamp(inner.Sum(r => r.Shown), node), Clamp(inner.Sum(r => r.Low), node), Clamp(inner.Sum(r => r.High), node));
        }

        if (!Counts(node)) return new Range(0, 0, 0);
        var value = ValueOf(node);
        if (value is null && _prerequisites.Values.Contains(node)) return PointsInCase(node);
        if (value is not { } known || (known > 0 && DecayOf(node) is null)) return Possible(node);
        var points = WeightOf(node) * known * (DecayOf(node) ?? 1);
        return new Range(points, points, points);
    }

    /// <summary>What an unknown prerequisite can give in the case that is looked at: values from where it is met, or up to there.</summary>
    private Range PointsInCase(SpecNode node)
    {
        var (weight, edge) = (WeightOf(node), node.IsGraded ? node.MetFrom : _metInCase.Contains(node.Id) ? node.Highest : 0);
        var (from, to) = _metInCase.Contains(node.Id) ? (node.DecaySlot is null ? edge : 0, node.Highest) : (0, edge);
        return new Range(0, Math.Min(weight * from, weight * to), Math.Max(weight * from, weight * to));
    }

    /// <summary>What a node can give when nothing is known.</summary>
    private Range Possible(SpecNode node)
    {
        if (node.IsGroup)
        {
            if (IsOfAnotherDimension(node)) return new Range(0, 0, 0);
            var inner = node.Children.Select(Possible).ToList();
            return new Range(Clamp(inner.Sum(r => r.Shown), node), Clamp(inner.Sum(r => r.Low), node), Clamp(inner.Sum(r => r.High), node));
        }

        if (!Counts(node)) return new Range(0, 0, 0);
        var far = WeightOf(node) * node.Highest;
        return new Range(0, Math.Min(0, far), Math.Max(0, far));
    }

    /// <summary>Whether a group has nothing of the dimension that is scored: its bounds are then none of that dimension's.</summary>
    private bool IsOfAnotherDimension(SpecNode group) =>
        _dimension is not null && group.WithDescendants().All(n => n.IsGroup || n.Dimension != _dimension);

    private static double Clamp(double sum, SpecNode group) =>
        Math.Min(Math.Max(sum, group.Minimum ?? double.NegativeInfinity), group.Maximum ?? double.PositiveInfinity);

    private readonly struct Range(double shown, double low, double high)
    {
        public double Shown => shown;

        public double Low => low;

        public double High => high;
    }
}
