using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Sqo.Qualification.Tests.Profiles.Data;

namespace Sqo.Qualification.Tests.Fuzzing;

/// <summary>A profile told to the builder at random: mostly what people write, with numbers from the edges of what there is.</summary>
internal sealed class FuzzProfile
{
    private static readonly double[] Sane = [-30, -7.5, 0.1, 0.3, 1, 5, 12.25, 40, 100];

    private static readonly double[] Edges =
    [
        0, -0.0, double.Epsilon, 1e-300, 1e-9, 1e-3, 999, 1e3, 1e4, 99_999, 1e6, -1e6, 1e9, 1e15, 1e16, -1e16, 1e300, double.MaxValue,
            double.NaN, double.PositiveInfinity, double.NegativeInfinity,
    ];

    private readonly SeededRandom _random;
    private readonly double _hostility;
    private readonly List<(string Text, Action<ProfileBuilder<Probe>> Tell)> _steps = [];
    private int _criteria;
    private int _groups;

    public FuzzProfile(SeededRandom random, int size)
    {
        _random = random;
        _hostility = random.Pick(0.0, 0, 0.05, 0.3);
        // Weights on one edge of the scale, all of them, at times: there roundings would show first.
        var scale = random.Pick(1.0, 1, 1, 1e-6, 999, 1e12);
        while (_criteria < size) AddNode(scale);
        if (random.Chance(0.9)) Add(
            "QualifyAt", random.Chance(_hostility) ? Edge() : random.Pick(0.0, 10, 33.3, 50, 60, 90), (p, x) => p.QualifyAt(x));
        if (random.Chance(0.5)) Add(
            "NearMissWithin", random.Chance(_hostility) ? Edge() : random.Pick(0.0, 5, 40), (p, x) => p.NearMissWithin(x));
        if (random.Chance(0.3)) Add(
            "Hysteresis", random.Chance(_hostility) ? Edge() : random.Pick(0.0, 2.5, 50), (p, x) => p.Hysteresis(x));
        if (random.Chance(0.2)) Add("Cap", Number() * scale, (p, x) => p.Cap(x));
        if (random.Chance(0.2)) Add("Floor", -Number() * scale, (p, x) => p.Floor(x));
        if (random.Chance(0.3)) AddStrategy();
    }

    public void Define(ProfileBuilder<Probe> profile)
    {
        foreach (var step in _steps) step.Tell(profile);
    }

    public QualificationProfile<Probe> Build() => QualificationProfile.Create<Probe>("fuzzed", Define);

    public override string ToString() => string.Join("\n", _steps.Select(step => step.Text));

    private double Edge() => _random.Pick(Edges);

    private double Number() => _random.Chance(_hostility) ? Edge() : _random.Pick(Sane);

    private void Add(string word, double number, Action<ProfileBuilder<Probe>, double> tell) =>
        _steps.Add(($"{word}({InvariantText.Of(number)})", p => tell(p, number)));

    private void AddStrategy()
    {
        var (a, b) = (Number(), Number());
        var step = _random.Below(6);
        _steps.Add(step switch
        {
            0 => ("ScoreByWeightedMean", p => p.ScoreByWeightedMean()),
            1 => ("ScoreByWeakestLink", p => p.ScoreByWeakestLink()),
            2 => ("ScoreByGeometricMean", p => p.ScoreByGeometricMean()),
            3 => ($"ScoreByLogOdds({InvariantText.Of(a)})", p => p.ScoreByLogOdds(a, 0.01, 0.99)),
            4 => ("ScoreByTiers(5, g0, g1)", p => p.ScoreByTiers(5, "g0", "g1")),
            _ => ($"ScoreByFitAndEngagement({InvariantText.Of(b / 100)})", p =>
                p.ScoreByFitAndEngagement(new FitEngagementOptions { FitShare = b / 100 })),
        });
    }

    private void AddNode(double scale)
    {
        if (_random.Chance(0.25))
        {
            var id = $"g{_groups++}";
            var inner = Enumerable.Range(0, _random.Between(1, 4)).Select(_ => Criterion(scale)).ToList();
            double? cap = _random.Chance(0.6) ? Number() * scale : null;
            double? floor = _random.Chance(0.4) ? -Number() * scale : null;
            _steps.Add(($"Group({id}, cap {Text(cap)}, floor {Text(floor)}) {{ {string.Join("; ", inner.Select(c => c.Text))} }}", p =>
            {
                var group = p.Group(id, g => inner.ForEach(c => c.Tell(g)));
                if (cap is { } most) group.Cap(most);
                if (floor is { } least) group.Floor(least);
            }
            ));
            return;
        }

        var criterion = Criterion(scale);
        _steps.Add((criterion.Text, p => criterion.Tell(p)));
    }

    private static string Text(double? number) => number is { } known ? InvariantText.Of(known) : "-";

    private (string Text, Action<CriteriaBuilder<Probe>> Tell) Criterion(double scale)
    {
        var id = $"c{_criteria++}";
        var (text, ask) = Asking(id);
        if (_random.Chance(0.15))
        {
            var kind = _random.Below(4);
            var parts = Enumerable.Range(0, _random.Between(1, 3)).Select(_ => Asking($"c{_criteria++}")).ToList();
            var count = _random.Between(1, parts.Count + (_random.Chance(_hostility) ? 1 : 0));
            void Parts(CombinationBuilder<Probe> combination) => parts.ForEach(part => part.Ask(combination));
            text = $"{id}: {kind} of {{ {string.Join("; ", parts.Select(part => part.Text))} }}";
            ask = b => kind switch
            {
                0 => b.AllOf(id, Parts),
                1 => b.AnyOf(id, Parts),
                2 => b.NoneOf(id, Parts),
                _ => b.AtLeast(count, id, Parts),
            };
        }

        var words = new List<Action<CriterionBuilder<Probe>>>();
        void Word(string name, Action<CriterionBuilder<Probe>> word)
        {
            text += "." + name;
            words.Add(word);
        }

        if (_random.Chance(0.3)) Word("Required()", c => c.Required());
        if (_random.Chance(0.8))
        {
            var weight = Number() * scale;
            Word($"Weight({InvariantText.Of(weight)})", c => c.Weight(weight));
        }

        if (_random.Chance(0.15))
        {
            // One before it, mostly; at times itself, or one that there may never be.
            var condition = _random.Chance(_hostility) ? _random.Pick("c0", "g0", "c99", id) : $"c{_random.Below(_criteria)}";
            Word($"When({condition})", c => c.When(condition));
        }

        if (_random.Chance(0.2))
        {
            var halfLife = _random.Chance(_hostility) ? Edge() : _random.Pick(0.5, 30, 3_650);
            Word($"DecayBy({InvariantText.Of(halfLife)})", c => c.DecayBy(ProbeFields.All.Field<DateTime?>("date1"), halfLife));
        }

        if (_random.Chance(0.2))
        {
            var metFrom = _random.Chance(_hostility) ? Edge() : _random.Pick(0.2, 0.61, 1);
            Word($"MetFrom({InvariantText.Of(metFrom)})", c => c.MetFrom(metFrom));
        }

        if (_random.Chance(0.2))
        {
            var label = _random.Pick("A \"label\"\n", "\ud800", "{0} {", "𠮷野家", "  x  ");
            Word("Label", c => c.Label(label).Ask(label).NextAction(label));
        }

        if (_random.Chance(0.3))
        {
            var dimension = _random.Pick(Dimensions.Fit, Dimensions.Engagement);
            Word($"Dimension({dimension})", c => c.Dimension(dimension));
        }

        return (text, b =>
        {
            var criterion = ask(b);
            words.ForEach(word => word(criterion));
        }
        );
    }

    private (string Text, Func<CriteriaBuilder<Probe>, CriterionBuilder<Probe>> Ask) Asking(string id)
    {
        var fields = ProbeFields.All;
        var x = _random.Chance(_hostility) ? Edge() : _random.Between(-2, 9) * 10.0;
        var y = _random.Chance(_hostility) ? Edge() : x + _random.Between(1, 60);
        var shown = $"({InvariantText.Of(x)}, {InvariantText.Of(y)})";
        var word = _random.Pick("saas", "MALMÖ", "", "\ud800", "İ", "a\"b");
        var comparison = (StringComparison)_random.Below(6);
        var days = _random.Chance(_hostility) ? _random.Pick(-1, int.MaxValue, int.MinValue) : _random.Between(0, 90);
        return _random.Below(17) switch
        {
            0 => ($"{id}: number1 AtLeast {shown}", b => b.Criterion(id, fields.Field<double?>("number1")).AtLeast(x)),
            1 => ($"{id}: number2 Below {shown}", b => b.Criterion(id, fields.Field<float?>("number2")).Below((float)x)),
            2 => ($"{id}: reading Between {shown}", b => b.Criterion(id, fields.Field<double>("reading")).Between(x, y)),
            3 => ($"{id}: number1 Linear {shown}", b => b.Criterion(id, fields.Field<double?>("number1")).Linear(x, y)),
            4 => ($"{id}: reading Steps {shown}", b =>
                b.Criterion(id, fields.Field<double>("reading")).Steps(new CurvePoint(x, 0.2), new CurvePoint(y, 0.7))),
            5 => ($"{id}: number1 PiecewiseLinear {shown}", b =>
                b.Criterion(id, fields.Field<double?>("number1")).PiecewiseLinear(new CurvePoint(x, 0.9), new CurvePoint(y, 0.1))),
            6 => ($"{id}: reading Logistic {shown}", b => b.Criterion(id, fields.Field<double>("reading")).Logistic(x, y)),
            7 => ($"{id}: flag1 IsTrue", b => b.Criterion(id, fields.Field<bool?>("flag1")).IsTrue()),
            8 => ($"{id}: flag2 IsFalse", b => b.Criterion(id, fields.Field<bool?>("flag2")).IsFalse()),
            9 => ($"{id}: text1 OneOf \"{word}\" {comparison}", b =>
                b.Criterion(id, fields.Field<string?>("text1")).OneOf(comparison, word, "retail")),
            10 => ($"{id}: text1 Contains \"{word}\" {comparison}", b =>
                b.Criterion(id, fields.Field<string?>("text1")).Contains(word, comparison)),
            11 => ($"{id}: date1 WithinLast {days}", b => b.Criterion(id, fields.Field<DateTime?>("date1")).WithinLast(days)),
            12 => ($"{id}: date1 HalfLife {shown}", b => b.Criterion(id, fields.Field<DateTime?>("date1")).HalfLife(Math.Abs(x) + 1)),
            13 => ($"{id}: region OneOf {days}", b =>
                b.Criterion(id, fields.Field<Region?>("region")).OneOf(Region.North, (Region)(days % 5))),
            14 => ($"{id}: evidence", b => b.Criterion(id, fields.Field<EvidenceLevel?>("evidence")).AtLeast(EvidenceLevel.Confirmed)),
            15 => ($"{id}: tags ContainsAny {comparison}", b =>
                b.Criterion(id, fields.Field<IEnumerable<string>>("tags")).ContainsAny(ComparerOf(comparison), "edi", "API")),
            _ => ($"{id}: number1 Bins {shown}", b =>
                b.Criterion(id, fields.Field<double?>("number1")).Bins(-1, new ScoreBin(x, 0.5), new ScoreBin(y, 2))),
        };
    }

    private static StringComparer ComparerOf(StringComparison comparison) => comparison switch
    {
        StringComparison.CurrentCulture => StringComparer.CurrentCulture,
        StringComparison.CurrentCultureIgnoreCase => StringComparer.CurrentCultureIgnoreCase,
        _ => TextComparers.Of(comparison),
    };
}
