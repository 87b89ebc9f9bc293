using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Finds the smallest sets of criteria to turn, cheapest first: a uniform-cost search over sets in ascending order of their
/// members, pruned when even all the remaining criteria would not suffice.
/// </summary>
internal sealed class RemedySearch
{
    private const int MostRemedies = 8;
    private const int MostSets = 5_000;

    private readonly Evaluation _today;
    private readonly AnswerSheet _turned;
    private readonly List<RemedyCandidate> _candidates = [];

    // Whether turning one more can lower the result.
    private readonly bool _canHarm;

    /// <param name="today">The opportunity as it was judged.</param>
    public RemedySearch(Evaluation today)
    {
        _today = today;
        var criteria = today.Rule.Layout.All;
        _turned = new AnswerSheet(criteria.Length);
        _canHarm = today.Rule.Layout.HasPrerequisites || Array.Exists(criteria, IsAgedPenalty);
        foreach (var criterion in criteria)
        {
            var candidate = criterion.Kind == CriterionKind.Condition ? CandidateOf(criterion) : RenewalOf(criterion);
            if (candidate is { } known) _candidates.Add(known);
        }

        LeaveOutFixed();
    }

    /// <summary>Whether the search found all sets before it reached its limits.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Each candidate that is enough by itself.</summary>
    public RemedyCandidate[] SingleStepRemedies()
    {
        if (Qualifies(0)) return [];
        var alone = new List<RemedyCandidate>();
        for (var i = 0; i < _candidates.Count; i++)
        {
            if (Qualifies(1UL << i)) alone.AddRange(MembersOf(1UL << i));
        }

        return [.. alone];
    }

    /// <summary>The sets, each with its members by their indexes.</summary>
    public RemedyCandidate[][] Run()
    {
        var all = MaskFrom(0);
        if (Qualifies(0)) return [];
        if (!_today.Rule.IsMonotone) return [.. Search(0).Select(MembersOf)];
        if (!CouldQualify(0, all)) return [];

        // A candidate without which it can't qualify is in every set.
        ulong needed = 0;
        for (var i = 0; i < _candidates.Count; i++)
        {
            if (!CouldQualify(0, all & ~(1UL << i))) needed |= 1UL << i;
        }

        var found = Search(needed);
        if (found.Count == 0 && !IsComplete && Qualifies(all)) found.Add(Greedy(needed));
        return [.. found.Select(MembersOf)];
    }

    private List<ulong> Search(ulong needed)
    {
        var found = new List<ulong>();
        var open = new SortedSet<Node> { new(CostOf(needed), needed, 0) };
        for (var tried = 0; open.Count > 0; tried++)
        {
            if (tried == MostSets || found.Count == MostRemedies)
            {
                IsComplete = false;
                break;
            }

            var node = open.Min;
            open.Remove(node);
            if (found.Exists(set => (set & node.Set) == set)) continue;
            if (Qualifies(node.Set))
            {
                // If better grades may not qualify, no smaller set does either: the search would have found it before.
                if (!_today.Rule.IsMonotone || IsMinimal(node.Set)) found.Add(node.Set);
                continue;
            }

            if (_today.Rule.IsMonotone && !CouldQualify(node.Set, MaskFrom(node.Next))) continue;
            for (var i = node.Next; i < _candidates.Count; i++)
            {
                var bit = 1UL << i;
                if ((node.Set & bit) == 0) open.Add(new Node(CostOf(node.Set | bit), node.Set | bit, i + 1));
            }
        }

        return found;
    }

    /// <summary>Finds one good set when there are too many to search: adds the greatest gain for the effort first, then removes what is
    /// not needed.</summary>
    private ulong Greedy(ulong needed)
    {
        var set = needed;
        while (!Qualifies(set))
        {
            var best = -1;
            var before = ProgressWith(set);
            var bestGain = double.NegativeInfinity;
            for (var i = 0; i < _candidates.Count; i++)
            {
                if ((set & (1UL << i)) != 0) continue;
                var gain = (ProgressWith(set | (1UL << i)) - before) / Math.Max(_candidates[i].Effort, 1e-9);
                if (gain > bestGain) (best, bestGain) = (i, gain);
            }

            set |= 1UL << best;
        }

        // Tries to remove the most expensive first.
        foreach (var i in Enumerable.Range(0, _candidates.Count).OrderByDescending(i => _candidates[i].Effort))
        {
            var without = set & ~(1UL << i);
            if (without != set && Qualifies(without)) set = without;
        }

        return set;
    }

    /// <summary>A criterion that selling can't change stays a candidate only if all the others would not suffice.</summary>
    private void LeaveOutFixed()
    {
        var all = _candidates.ToArray();
        var last = MaskFrom(0);
        // First only the fixed ones that are indispensable; all of them if one of several must be chosen.
        var needed = all.Where((candidate, i) => IsFixed(candidate) && !CouldQualify(0, last & ~(1UL << i))).ToArray();
        foreach (var allowed in new[] { [], needed, all })
        {
            _candidates.Clear();
            _candidates.AddRange(all.Where(candidate => !IsFixed(candidate) || Array.IndexOf(allowed, candidate) >= 0));
            if (CouldQualify(0, MaskFrom(0))) return;
        }
    }

    private static bool IsFixed(RemedyCandidate candidate)
    {
        for (var criterion = candidate.Criterion; criterion is not null; criterion = criterion.Parent)
        {
            if (criterion.IsFixed) return true;
        }

        return false;
    }

    private RemedyCandidate? CandidateOf(CriterionInfo criterion)
    {
        var wanted = DirectionOf(criterion);
        if (wanted == 0) return null;

        // A gate that counts against the opportunity should be met, but no more than that.
        var answer = _today.AnswerOf(criterion.Index);
        if (criterion.IsRequired && criterion.Weight < 0 && answer.StateFrom(criterion.MetFrom) == AnswerState.Met)
        {
            return answer.Raw > criterion.MeetingValue ? new(criterion, criterion.MeetingValue, RemedyKind.Lower) : null;
        }

        var target = wanted > 0 ? criterion.MeetingValue : 0;
        // Before a missing date made it unknown.
        var atTarget = _today.AskedAnswerOf(criterion.Index).Raw == target;
        if (atTarget && !(wanted > 0 && HasDecayed(criterion))) return null;
        return new(criterion, target, wanted < 0 ? RemedyKind.Avoid : atTarget ? RemedyKind.Renew : RemedyKind.Meet);
    }

    /// <summary>A combination is turned by its parts; only its decay is renewed directly, if it costs points.</summary>
    private RemedyCandidate? RenewalOf(CriterionInfo criterion) =>
        criterion.Weight > 0 && HasDecayed(criterion) ? new(criterion, 1, RemedyKind.Renew) : null;

    /// <summary>Whether its points have decayed, or are unknown because a date is missing.</summary>
    private bool HasDecayed(CriterionInfo criterion) =>
        criterion.DecayHalfLifeDays is not null && !(_today.AskedDecayOf(criterion.Index) >= 1);

    /// <summary>
    /// Whether it is a combination that takes away fewer points when it is met than it may when it is unknown: its age is known, and
    /// improving one of its parts can leave the combination unknown.
    /// </summary>
    private bool IsAgedPenalty(CriterionInfo criterion) =>
        criterion.Kind != CriterionKind.Condition && criterion.Weight < 0 && _today.AskedDecayOf(criterion.Index) < 1;

    /// <summary>1 if a higher value helps, -1 if a lower one does, 0 if it makes no difference.</summary>
    private static int DirectionOf(CriterionInfo criterion)
    {
        if (criterion.Parent is { } parent) return parent.Kind == CriterionKind.NoneOf ? -DirectionOf(parent) : DirectionOf(parent);
        return criterion.IsRequired ? 1 : Math.Sign(criterion.Weight);
    }

    private ulong MaskFrom(int first)
    {
        ulong mask = 0;
        for (var i = first; i < _candidates.Count; i++) mask |= 1UL << i;
        return mask;
    }

    private double CostOf(ulong set)
    {
        double cost = 0;
        for (; set != 0; set &= set - 1) cost += _candidates[Bits.Lowest(set)].Effort;
        return cost;
    }

    private bool IsMinimal(ulong set)
    {
        for (var rest = set; rest != 0; rest &= rest - 1)
        {
            if (Qualifies(set & ~(1UL << Bits.Lowest(rest)))) return false;
        }

        return true;
    }

    private bool Qualifies(ulong set) => DecideWith(set).IsQualified;

    /// <summary>
    /// Whether a set could qualify with some of the open candidates. If turning more is not always better, the open ones are assumed to be
    /// unknown, which allows for either value.
    /// </summary>
    private bool CouldQualify(ulong set, ulong open)
    {
        if (!_canHarm) return Qualifies(set | open);
        Turn(set, open & ~set);
        return _today.Rule.Decide(_turned, 0).Verdict is Verdict.Qualified or Verdict.NeedsDiscovery;
    }

    /// <param name="set">The candidates that are turned.</param>
    /// <param name="answers">Their new answers, in order; their targets when <see langword="null"/>.</param>
    private Decision DecideWith(ulong set, double[]? answers = null)
    {
        Turn(set, 0, answers);
        return _today.Rule.Decide(_turned, 0);
    }

    /// <summary>The progress of the score, which can be below 0 or above 100, so that a step counts even if it does not change the score
    /// yet.</summary>
    private double ProgressWith(ulong set)
    {
        Turn(set);
        return _today.Rule.Strategy.ProgressOf(_turned);
    }

    private void Turn(ulong set, ulong open = 0, double[]? answers = null)
    {
        _today.CopyAskedTo(_turned);
        var place = 0;
        for (; set != 0; set &= set - 1)
        {
            // A combination gets its answer from its parts, whatever is written here.
            var candidate = _candidates[Bits.Lowest(set)];
            _turned.Answers[candidate.Criterion.Index] = new Answer(answers is null ? candidate.Target : answers[place++]);
            _turned.Decays[candidate.Criterion.Index] = 1;
        }

        for (; open != 0; open &= open - 1)
        {
            var index = _candidates[Bits.Lowest(open)].Criterion.Index;
            _turned.Answers[index] = Answer.Unknown;
            _turned.Decays[index] = double.NaN;
        }

        _today.Rule.Settler.Settle(_turned);
    }

    /// <summary>The candidates of a set that qualifies, each with its target value if its condition can describe one.</summary>
    private RemedyCandidate[] MembersOf(ulong set)
    {
        var members = new List<RemedyCandidate>();
        for (var rest = set; rest != 0; rest &= rest - 1) members.Add(_candidates[Bits.Lowest(rest)]);
        var turns = members.ConvertAll(member => new RemedyTargets.Turn(member.Criterion, member.Kind, ValueToday(member), member.Target));
        var targets = RemedyTargets.Find(turns, new EvaluationContext(_today.AsOf), answers => DecideWith(set, answers).IsQualified);
        return [.. members.Select((member, i) => member with { Shown = targets[i] })];
    }

    private double ValueToday(RemedyCandidate candidate)
    {
        var answer = _today.AskedAnswerOf(candidate.Criterion.Index);
        return answer.IsKnown ? answer.Raw : candidate.Kind == RemedyKind.Meet ? 0 : candidate.Criterion.HighestValue;
    }

    /// <summary>A set to examine; the cheapest first, then the smallest, then in the order of the profile.</summary>
    private readonly record struct Node(double Cost, ulong Set, int Next) : IComparable<Node>
    {
        public int CompareTo(Node other)
        {
            var order = Cost.CompareTo(other.Cost);
            if (order == 0) order = Bits.Count(Set).CompareTo(Bits.Count(other.Set));
            // Of two sets, the one with the earlier member at the first difference has the lower bit there.
            if (order == 0 && Set != other.Set) order = (Set & Lowest(Set ^ other.Set)) != 0 ? -1 : 1;
            return order;

            static ulong Lowest(ulong mask) => mask & (~mask + 1);
        }
    }
}
