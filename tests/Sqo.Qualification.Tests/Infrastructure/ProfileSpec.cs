using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>A generated profile: what the library is asked to build, and what the naive scorer scores.</summary>
internal sealed class ProfileSpec
{
    private static readonly double[] Weights = [-20, -7.5, -0.3, 0.1, 0.2, 0.3, 1, 5, 10, 12.25, 30];

    private int _leaves;
    private int _ids;

    private ProfileSpec()
    {
    }

    public List<SpecNode> Nodes { get; } = new();

    public double? Threshold { get; private set; }

    public double? Margin { get; private set; }

    public double Hysteresis { get; private set; }

    /// <summary>The floor of all points.</summary>
    public double? Minimum { get; private set; }

    /// <summary>The cap of all points.</summary>
    public double? Maximum { get; private set; }

    public bool Stretched { get; private set; }

    public SpecStrategy Strategy { get; private set; }

    public int Levels { get; private set; }

    public string[] Tiers { get; private set; } = [];

    public double FitShare { get; private set; }

    /// <summary>The grades that qualify, with every better one; <see langword="null"/> where all do.</summary>
    public string[]? Grades { get; private set; }

    public double? LeastFit { get; private set; }

    public double? LeastEngagement { get; private set; }

    public double Intercept { get; private set; }

    public double Least { get; private set; }

    public double Greatest { get; private set; } = 1;

    public IEnumerable<SpecNode> All => Nodes.SelectMany(node => node.WithDescendants());

    public IEnumerable<SpecNode> Criteria => All.Where(node => !node.IsGroup);

    public IEnumerable<SpecNode> Leaves => All.Where(node => node.Kind == SpecKind.Leaf);

    /// <summary>The leaves that a remedy may turn: a prerequisite that neither weighs nor is a gate is a fact about the
    /// opportunity.</summary>
    public IEnumerable<SpecNode> Turnable =>
        Leaves.Where(leaf => !(IsPrerequisite(RootOf(leaf)) && RootOf(leaf) is { IsRequired: false, Weight: null or 0 }));

    public bool IsPrerequisite(SpecNode node) => Criteria.Any(other => other.When == node.Id);

    /// <summary>
    /// Whether a remedy raises a leaf, where the other way might help too: a prerequisite goes by what is good for its own points, whatever
    /// counts under it; and nobody seeks a penalty to be met, even where it has aged and takes less than it may while it is unknown.
    /// </summary>
    public bool? WayOf(SpecNode leaf)
    {
        var root = RootOf(leaf);
        if (!IsPrerequisite(root) && !(root.Weight < 0 && root.DecaySlot is not null)) return null;
        var up = root.IsRequired || root.Weight > 0;
        for (var node = leaf; node != root; node = ParentOf(node)!)
        {
            if (ParentOf(node)!.Kind == SpecKind.NoneOf) up = !up;
        }

        return up;
    }

    private SpecNode? ParentOf(SpecNode node) => All.SingleOrDefault(other => !other.IsGroup && other.Children.Contains(node));

    private SpecNode RootOf(SpecNode node) => ParentOf(node) is { } parent ? RootOf(parent) : node;

    /// <summary>Generates until a profile can be built: a profile at random may have a flat score or a threshold out of reach.</summary>
    public static ProfileSpec Generate(SeededRandom random, int leaves, out QualificationProfile<Probe> profile)
    {
        for (; ; )
        {
            var spec = new ProfileSpec();
            while (spec._leaves < leaves) spec.Nodes.Add(spec.Node(random, leaves, depth: 0));
            if (random.Chance(0.1))
            {
                spec.MakeGatesAlone();
            }
            else
            {
                spec.Bound(random);
                spec.Threshold = random.Pick(0.0, 10, 35, 50, 60, 75, 90, 100);
            }

            if (random.Chance(0.7)) spec.Margin = random.Pick(0.0, 5, 10, 40);
            try
            {
                profile = spec.Build();
                return spec;
            }
            catch (QualificationProfileException e) when (e.Faults.All(f =>
                f.Code is "score.flat" or "weight.scale" or "group.scale" or "threshold.unreachable" or "profile.undecided"))
            {
            }
        }
    }

    /// <summary>The same for a strategy.</summary>
    /// <param name="random">Makes the choices.</param>
    /// <param name="leaves">How many leaves there are.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="profile">What the library builds.</param>
    /// <param name="decaysCombinations">Whether points of combinations decay too.</param>
    public static ProfileSpec Generate(
        SeededRandom random, int leaves, SpecStrategy strategy, out QualificationProfile<Probe> profile, bool decaysCombinations = false)
    {
        for (; ; )
        {
            var spec = new ProfileSpec { Strategy = strategy };
            // Room for the leaves that a strategy can't do without.
            var count = Math.Min(leaves, 10);
            while (spec._leaves < count) spec.Nodes.Add(spec.Node(random, count, depth: 0));
            spec.Threshold = random.Pick(0.0, 10, 35, 50, 60, 75, 90, 100);
            if (random.Chance(0.7)) spec.Margin = random.Pick(0.0, 5, 10, 40);
            if (random.Chance(0.5)) spec.Hysteresis = random.Pick(0.5, 10, 25, 100);
            if (decaysCombinations) spec.DecayCombinations(random);
            spec.Adapt(random);
            if (strategy == SpecStrategy.WeightedPoints) spec.Bound(random);
            if (strategy == SpecStrategy.WeightedMean) spec.PutPrerequisites(random);
            try
            {
                profile = spec.Build();
                return spec;
            }
            catch (QualificationProfileException e) when (e.Faults.All(f =>
                f.Code is "score.flat" or "weight.scale" or "group.scale" or "threshold.unreachable" or "profile.undecided" or "tiers.empty"
                    or "grade.empty" or "grade.penalties" or "grade.unreachable" or "log-odds.empty" or "mean.prerequisites"))
            {
            }
        }
    }

    public QualificationProfile<Probe> Build() => Build(_ => { });

    /// <summary>Builds it with something more.</summary>
    public QualificationProfile<Probe> Build(Action<ProfileBuilder<Probe>> more) => QualificationProfile.Create<Probe>("generated", p =>
    {
        foreach (var node in Nodes) node.AddTo(p);
        if (Threshold is { } threshold) p.QualifyAt(threshold);
        if (Margin is { } margin) p.NearMissWithin(margin);
        if (Hysteresis > 0) p.Hysteresis(Hysteresis);
        if (Minimum is { } minimum) p.Floor(minimum);
        if (Maximum is { } maximum) p.Cap(maximum);
        if (Grades is { } grades) p.QualifyGrades(grades);
        if (LeastFit is { } fit) p.QualifyDimension(Dimensions.Fit, fit);
        if (LeastEngagement is { } engagement) p.QualifyDimension(Dimensions.Engagement, engagement);
        ScoreBy(p);
        more(p);
    });

    private void ScoreBy(ProfileBuilder<Probe> p)
    {
        switch (Strategy)
        {
            case SpecStrategy.WeightedPoints:
                p.ScoreByWeightedPoints(Stretched ? ScoreScale.Stretched : ScoreScale.FromZero);
                break;
            case SpecStrategy.WeightedMean:
                p.ScoreByWeightedMean();
                break;
            case SpecStrategy.WeakestLink:
                p.ScoreByWeakestLink();
                break;
            case SpecStrategy.GeometricMean:
                p.ScoreByGeometricMean();
                break;
            case SpecStrategy.Tiers:
                p.ScoreByTiers(Levels, Tiers);
                break;
            case SpecStrategy.FitEngagement:
                p.ScoreByFitAndEngagement(new FitEngagementOptions { FitShare = FitShare });
                break;
            case SpecStrategy.LogOdds:
                p.ScoreByLogOdds(Intercept, Least, Greatest);
                break;
            default:
                if (Stretched) p.ScoreByWeightedPoints(ScoreScale.Stretched);
                break;
        }
    }

    /// <summary>Bounds of all points, a stretched scale, and prerequisites: what weighted points take.</summary>
    private void Bound(SeededRandom random)
    {
        if (random.Chance(0.2)) Minimum = random.Pick(-20.0, -5, 0, 0.5);
        else Stretched = random.Chance(0.2);
        if (random.Chance(0.2)) Maximum = random.Pick(8.0, 20, 60);
        PutPrerequisites(random);
    }

    /// <summary>Lets some criteria count where others are met that stand by themselves.</summary>
    private void PutPrerequisites(SeededRandom random)
    {
        if (!random.Chance(0.5)) return;
        var roots = All.Where(n => !n.IsGroup && !Nodes.SelectMany(m => m.WithDescendants()).Any(p => !p.IsGroup && p.Children.Contains(n)))
            .ToList();
        var prerequisites = roots.Where(n => n.Highest >= n.MetFrom && random.Chance(0.3)).Take(4).ToList();
        if (prerequisites.Count == 0) return;
        foreach (var node in roots.Where(n => !prerequisites.Contains(n) && n.Weight is not null && random.Chance(0.6)))
        {
            (node.When, node.IsRequired) = (random.Pick(prerequisites).Id, false);
        }

        // Some exist only to be asked.
        foreach (var node in prerequisites.Where(_ => random.Chance(0.4))) (node.Weight, node.DecaySlot) = (null, null);
    }

    /// <summary>Makes it a profile that the strategy can score.</summary>
    private void Adapt(SeededRandom random)
    {
        if (Strategy is SpecStrategy.Default or SpecStrategy.WeightedPoints) return;
        if (Strategy != SpecStrategy.LogOdds && Strategy != SpecStrategy.FitEngagement)
        {
            foreach (var node in Criteria.Where(c => c.Weight < 0)) node.Weight = -node.Weight;
        }

        if (Strategy != SpecStrategy.FitEngagement)
        {
            foreach (var node in All) (node.Minimum, node.Maximum) = (null, null);
        }

        switch (Strategy)
        {
            case SpecStrategy.Tiers:
                MakeTiers(random);
                break;
            case SpecStrategy.FitEngagement:
                FitShare = random.Pick(0.0, 0.3, 0.5, 0.5, 0.7, 1);
                foreach (var node in Nodes) Share(node, random, random.Pick(Dimensions.Fit, Dimensions.Engagement));
                foreach (var dimension in new[] { Dimensions.Fit, Dimensions.Engagement })
                {
                    if (Criteria.Any(c => c.Dimension == dimension && c.Weight is not null)) continue;
                    var leaf = Leaf(random);
                    (leaf.Weight, leaf.Dimension) = (random.Pick(Weights), dimension);
                    Nodes.Add(leaf);
                }

                if (random.Chance(0.7)) DecideByGrades(random);
                break;
            case SpecStrategy.LogOdds:
                Intercept = random.Pick(-6.0, -2.5, -0.4, 0, 1.7);
                (Least, Greatest) = random.Chance(0.5) ? (0, 1) : (0.01, 0.99);
                foreach (var node in Criteria.Where(c => c.Weight is not null)) node.Weight *= 0.2;
                foreach (var node in Nodes) PutBins(node, random);
                break;
            default:
                if (random.Chance(0.1)) MakeGatesAlone();
                break;
        }
    }

    private void DecideByGrades(SeededRandom random)
    {
        if (random.Chance(0.7))
        {
            var grades = new List<string>();
            for (int letter = 0, digits = random.Between(1, 4); letter < 4 && digits > 0; letter++, digits = random.Between(0, digits))
            {
                for (var digit = 0; digit < digits; digit++)
                {
                    grades.Add(GradeScale.Letters.Bands[letter].Grade + GradeScale.Digits.Bands[digit].Grade);
                }
            }

            Grades = [.. grades];
        }

        if (random.Chance(0.3)) LeastFit = random.Pick(0.0, 20, 50, 60, 90);
        if (random.Chance(0.3)) LeastEngagement = random.Pick(0.0, 20, 50, 60, 90);
        if ((Grades ?? (object?)LeastFit ?? LeastEngagement) is not null && random.Chance(0.3))
        {
            (Threshold, Margin, Hysteresis) = (null, null, 0);
        }
    }

    private void DecayCombinations(SeededRandom random)
    {
        foreach (var node in Criteria.Where(c => c.Kind != SpecKind.Leaf && c.Weight is not null && random.Chance(0.7)))
        {
            node.DecaySlot = Probe.Slots - 1 - random.Below(3);
            node.HalfLife = random.Pick(7.0, 30, 90.5);
        }
    }

    private void MakeTiers(SeededRandom random)
    {
        Levels = random.Pick(1, 2, 5, 10, 100);
        var tiers = Enumerable.Range(0, random.Between(2, 3)).Select(i => new SpecNode($"tier{i}", SpecKind.Group)).ToList();
        foreach (var node in Nodes) random.Pick(tiers).Children.Add(node);
        foreach (var tier in tiers.Where(t => t.Children.Count == 0)) tier.Children.Add(Rated(random, Leaf(random)));
        foreach (var node in tiers.Select(t => t.Children[0]).Where(n => !n.IsGroup)) node.Weight = Math.Abs(node.Weight ?? 2);
        Nodes.Clear();
        // The order of the tiers is that of the strategy, not of the profile; and a tier may stand in a group, and hold some.
        Tiers = [.. tiers.Select(t => t.Id)];
        if (random.Chance(0.5)) tiers.Reverse();
        if (random.Chance(0.3))
        {
            var outer = new SpecNode("outer", SpecKind.Group);
            outer.Children.Add(tiers[0]);
            tiers[0] = outer;
        }

        Nodes.AddRange(tiers);
    }

    /// <summary>Gives a node and all in it to a dimension; what is in a group without bounds may be of either.</summary>
    private static void Share(SpecNode node, SeededRandom random, string dimension, bool isBounded = false)
    {
        if (!node.IsGroup) node.Dimension = dimension;
        var isFree = node is { IsGroup: true, Minimum: null, Maximum: null };
        var mixed = !isBounded && isFree && random.Chance(0.5);
        foreach (var child in node.Children)
        {
            if (node.IsGroup) Share(
                child, random, mixed ? random.Pick(Dimensions.Fit, Dimensions.Engagement) : dimension, isBounded || !isFree);
        }
    }

    private static void PutBins(SpecNode node, SeededRandom random)
    {
        if (node.IsGroup)
        {
            foreach (var child in node.Children) PutBins(child, random);
        }
        else if (node.Kind == SpecKind.Leaf && random.Chance(0.3))
        {
            node.Test = SpecTests.GenerateBins(random, node.Slot);
            node.MetFrom = SpecTests.MetFromOf(node.Test.Bins!);
            (node.Weight, node.DecaySlot) = (null, null);
        }
    }

    private void MakeGatesAlone()
    {
        foreach (var node in All)
        {
            node.Weight = null;
            node.DecaySlot = null;
        }

        // Only where a gate is there at all; and only gates that are met or not.
        foreach (var node in Nodes.Where(n => n.Kind is not (SpecKind.Leaf or SpecKind.Group))) node.IsRequired = true;
        foreach (var leaf in Leaves.Where(n => n.IsRequired)) leaf.IsRequired = false;
    }

    private SpecNode Node(SeededRandom random, int leaves, int depth)
    {
        var room = leaves - _leaves;
        if (depth < 3 && room >= 2 && random.Chance(0.25)) return Group(random, leaves, depth);
        if (depth < 3 && room >= 2 && random.Chance(0.3)) return Rated(random, Combination(random, leaves, depth));
        return Rated(random, Leaf(random));
    }

    private SpecNode Group(SeededRandom random, int leaves, int depth)
    {
        var group = new SpecNode($"group{_ids++}", SpecKind.Group);
        for (var i = random.Between(1, 3); i > 0 && (_leaves < leaves || group.Children.Count == 0); i--)
        {
            group.Children.Add(Node(random, leaves, depth + 1));
        }

        if (random.Chance(0.6)) group.Maximum = random.Pick(0.25, 5, 12, 20);
        if (random.Chance(0.4)) group.Minimum = random.Pick(-10.0, -0.2, 0, 0.1);
        return group;
    }

    private SpecNode Combination(SeededRandom random, int leaves, int depth)
    {
        var node = new SpecNode($"logic{_ids++}", random.Pick(SpecKind.AllOf, SpecKind.AnyOf, SpecKind.NoneOf, SpecKind.AtLeast));
        for (var i = random.Between(1, 4); i > 0 && (_leaves < leaves || node.Children.Count == 0); i--)
        {
            var nest = depth < 2 && leaves - _leaves >= 2 && random.Chance(0.25);
            node.Children.Add(nest ? Combination(random, leaves, depth + 1) : Leaf(random));
        }

        node.Count = random.Between(1, node.Children.Count);
        return node;
    }

    private SpecNode Leaf(SeededRandom random)
    {
        var slot = _leaves++;
        return new SpecNode($"leaf{_ids++}", SpecKind.Leaf)
        {
            Slot = slot,
            Test = SpecTests.Generate(random, slot),
            MetFrom = random.Chance(0.2) ? random.Pick(0.23, 0.61) : 0.5,
            Effort = random.Pick(0.5, 1, 1, 2, 3),
        };
    }

    private static SpecNode Rated(SeededRandom random, SpecNode node)
    {
        if (random.Chance(0.25)) node.IsRequired = true;
        if (!node.IsRequired || random.Chance(0.3)) node.Weight = random.Pick(Weights);
        if (node is { Weight: not null, Kind: SpecKind.Leaf } && random.Chance(0.25))
        {
            // A slot that no leaf reads.
            node.DecaySlot = Probe.Slots - 1 - random.Below(3);
            node.HalfLife = random.Pick(7.0, 30, 90.5);
        }

        return node;
    }
}
