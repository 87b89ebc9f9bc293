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

    public IEnumerable<SpecNode> All => Nodes.SelectMany(node => node.WithDescendants());

    public IEnumerable<SpecNode> Criteria => All.Where(node => !node.IsGroup);

    public IEnumerable<SpecNode> Leaves => All.Where(node => node.Kind == SpecKind.Leaf);

    /// <summary>Generates until a profile can be built: a profile at random may have a flat score or a threshold out of reach.</summary>
    public static ProfileSpec Generate(SeededRandom random, int leaves, out QualificationProfile<Probe> profile)
    {
        for (; ; )
        {
            var spec = new ProfileSpec();
            while (spec._leaves < leaves) spec.Nodes.Add(spec.Node(random, leaves, depth: 0));
            if (random.Chance(0.1)) spec.MakeGatesAlone();
            else spec.Threshold = random.Pick(0.0, 10, 35, 50, 60, 75, 90, 100);
            if (random.Chance(0.7)) spec.Margin = random.Pick(0.0, 5, 10, 40);
            try
            {
                profile = spec.Build();
                return spec;
            }
            catch (QualificationProfileException e) when (e.Faults.All(f => f.Code is "score.flat" or "threshold.unreachable" or "profile.undecided"))
            {
            }
        }
    }

    public QualificationProfile<Probe> Build() => QualificationProfile.Create<Probe>("generated", p =>
    {
        foreach (var node in Nodes) node.AddTo(p);
        if (Threshold is { } threshold) p.QualifyAt(threshold);
        if (Margin is { } margin) p.NearMissWithin(margin);
    });

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
