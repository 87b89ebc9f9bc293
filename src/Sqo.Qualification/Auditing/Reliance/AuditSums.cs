using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Everything that an audit counts, so that shards can be added up.</summary>
internal sealed class AuditSums
{
    private readonly bool _hasMoney;
    private readonly ScoringLayout _layout;

    public AuditSums(ScoringLayout layout, bool hasMoney)
    {
        _layout = layout;
        _hasMoney = hasMoney;
        Verdicts = [new(hasMoney), new(hasMoney), new(hasMoney), new(hasMoney)];
        Criteria = new OfCriterion[layout.All.Length];
        var pairs = new List<OfPair>();
        for (var i = 0; i < Criteria.Length; i++)
        {
            Criteria[i] = new OfCriterion(Decides(layout.All[i]), hasMoney);
            if (!Decides(layout.All[i])) continue;
            for (var j = 0; j < i; j++)
            {
                if (Decides(layout.All[j])) pairs.Add(new OfPair(layout.All[j], layout.All[i]));
            }
        }

        Pairs = [.. pairs];
    }

    /// <summary>By the verdict.</summary>
    public OutcomeSums[] Verdicts { get; }

    /// <summary>By the index of the criterion.</summary>
    public OfCriterion[] Criteria { get; }

    public OfPair[] Pairs { get; }

    public ScoreSums Scores { get; } = new();

    /// <summary>The rejections that exactly one criterion decides alone.</summary>
    public long DecidedByOne;

    /// <summary>Whether amounts are added up.</summary>
    public bool HasMoney => _hasMoney;

    public AuditSums Plus(AuditSums other)
    {
        var both = new AuditSums(_layout, _hasMoney);
        both.Add(this);
        both.Add(other);
        return both;
    }

    public void Transfer(SumState state)
    {
        foreach (var verdict in Verdicts) verdict.Transfer(state);
        foreach (var criterion in Criteria) criterion.Transfer(state);
        foreach (var pair in Pairs) pair.Transfer(state);
        Scores.Transfer(state);
        state.Of(ref DecidedByOne);
        state.End();
    }

    private void Add(AuditSums other)
    {
        for (var i = 0; i < Verdicts.Length; i++) Verdicts[i].Add(other.Verdicts[i]);
        for (var i = 0; i < Criteria.Length; i++) Criteria[i].Add(other.Criteria[i]);
        for (var i = 0; i < Pairs.Length; i++) Pairs[i].Add(other.Pairs[i]);
        Scores.Add(other.Scores);
        DecidedByOne += other.DecidedByOne;
    }

    /// <summary>Whether verdicts look at a criterion itself, and not only at the combination that it is a part of.</summary>
    private static bool Decides(CriterionInfo criterion) => criterion.Parent is null && (criterion.IsRequired || criterion.Weight != 0);

    internal sealed class OfCriterion(bool decides, bool hasMoney)
    {
        public OutcomeSums Met { get; } = new(false);

        public OutcomeSums Unmet { get; } = new(false);

        public OutcomeSums Unknown { get; } = new(false);

        // Null for a criterion that verdicts don't look at.
        public OutcomeSums? Stopped { get; } = decides ? new(hasMoney) : null;

        public OutcomeSums? Turned { get; } = decides ? new(hasMoney) : null;

        public OutcomeSums? Alone { get; } = decides ? new(hasMoney) : null;

        public OutcomeSums? Gained { get; } = decides ? new(hasMoney) : null;

        public OutcomeSums? Lost { get; } = decides ? new(hasMoney) : null;

        public void Add(OfCriterion other)
        {
            Met.Add(other.Met);
            Unmet.Add(other.Unmet);
            Unknown.Add(other.Unknown);
            Stopped?.Add(other.Stopped!);
            Turned?.Add(other.Turned!);
            Alone?.Add(other.Alone!);
            Gained?.Add(other.Gained!);
            Lost?.Add(other.Lost!);
        }

        public void Transfer(SumState state)
        {
            foreach (var sums in new[] { Met, Unmet, Unknown, Stopped, Turned, Alone, Gained, Lost }) sums?.Transfer(state);
        }
    }

    internal sealed class OfPair(CriterionInfo first, CriterionInfo second)
    {
        public CriterionInfo First => first;

        public CriterionInfo Second => second;

        public long Both;

        public long FirstOnly;

        public long SecondOnly;

        public long Neither;

        public void Add(OfPair other)
        {
            Both += other.Both;
            FirstOnly += other.FirstOnly;
            SecondOnly += other.SecondOnly;
            Neither += other.Neither;
        }

        public void Transfer(SumState state)
        {
            state.Of(ref Both);
            state.Of(ref FirstOnly);
            state.Of(ref SecondOnly);
            state.Of(ref Neither);
        }
    }
}
