using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Finds the smallest sets of criteria to turn, cheapest first: a uniform-cost search over sets in ascending order of their
/// members, cut where even all that is left would not do.
/// </summary>
internal sealed class RemedySearch
{
    private const int MostRemedies = 8;
    private const int MostSets = 5_000;

    private readonly DecisionRule _rule;
    private readonly CriterionResult[] _results;
    private readonly AnswerSheet _today;
    private readonly AnswerSheet _turned;
    private readonly DateTime _asOf;
    private readonly List<Candidate> _candidates = [];

    /// <param name="rule">The rule that decides.</param>
    /// <param name="today">The answers as they are.</param>
    /// <param name="results">The results by the index of the criterion.</param>
    /// <param name="asOf">The moment the opportunity was judged at.</param>
    public RemedySearch(DecisionRule rule, AnswerSheet today, CriterionResult[] results, DateTime asOf)
    {
        _asOf = asOf;
        _rule = rule;
        _results = results;
        _today = today;
        _turned = new AnswerSheet(results.Length);
        foreach (var result in results)
        {
            var candidate = result.Criterion.Kind == CriterionKind.Test ? CandidateOf(result) : RenewalOf(result);
            if (candidate is { } known) _candidates.Add(known);
        }

        LeaveOutFixed();
    }

    /// <summary>Whether the sets found are all that there are, as far as the search went to know.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Each candidate that is enough by itself.</summary>
    public RemedyStep[] AloneEnough()
    {
        if (Qualifies(0)) return [];
        var steps = new List<RemedyStep>();
        for (var i = 0; i < _candidates.Count; i++)
        {
            if (Qualifies(1UL << i)) steps.AddRange(StepsOf(1UL << i));
        }

        return [.. steps];
    }

    public Remedy[] Run()
    {
        var all = MaskFrom(0);
        if (Qualifies(0) || !CouldQualify(0, all)) return [];

        // What stands alone between the opportunity and its goal is in every set.
        ulong needed = 0;
        for (var i = 0; i < _candidates.Count; i++)
        {
            if (!CouldQualify(0, all & ~(1UL << i))) needed |= 1UL << i;
        }

        var found = Search(needed);
        if (found.Count == 0 && !IsComplete && Qualifies(all)) found.Add(Greedy(needed));

        return [.. found.Select(set => new Remedy(StepsOf(set)))];
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
                if (IsMinimal(node.Set)) found.Add(node.Set);
                continue;
            }

            if (!CouldQualify(node.Set, MaskFrom(node.Next))) continue;
            for (var i = node.Next; i < _candidates.Count; i++)
            {
                var bit = 1UL << i;
                if ((node.Set & bit) == 0) open.Add(new Node(CostOf(node.Set | bit), node.Set | bit, i + 1));
            }
        }

        return found;
    }

    /// <summary>One good set where there are too many to look at: the greatest gain for the effort first, then what is not needed out again.</summary>
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

        // The dearest goes first, if it can.
        foreach (var i in Enumerable.Range(0, _candidates.Count).OrderByDescending(i => _candidates[i].Effort))
        {
            var without = set & ~(1UL << i);
            if (without != set && Qualifies(without)) set = without;
        }

        return set;
    }

    /// <summary>What selling can't change stays a candidate only where all the rest would not do.</summary>
    private void LeaveOutFixed()
    {
        var all = _candidates.ToArray();
        var last = MaskFrom(0);
        // Of those that are fixed, the ones without which nothing would do first; all of them where one of several has to be chosen.
        var needed = Array.FindAll(all, candidate => IsFixed(candidate) && !CouldQualify(0, last & ~(1UL << Array.IndexOf(all, candidate))));
        foreach (var allowed in new[] { [], needed, all })
        {
            _candidates.Clear();
            _candidates.AddRange(all.Where(candidate => !IsFixed(candidate) || Array.IndexOf(allowed, candidate) >= 0));
            if (CouldQualify(0, MaskFrom(0))) return;
        }
    }

    private bool IsFixed(Candidate candidate)
    {
        for (var criterion = _results[candidate.Index].Criterion; criterion is not null; criterion = criterion.Parent)
        {
            if (criterion.IsFixed) return true;
        }

        return false;
    }

    private static Candidate? CandidateOf(CriterionResult result)
    {
        var criterion = result.Criterion;
        var wanted = DirectionOf(criterion);
        if (wanted == 0) return null;

        // A gate that counts against the opportunity is to be met, and no more than that.
        if (criterion.IsRequired && criterion.Weight < 0 && result.State == AnswerState.Met)
        {
            return result.Answer.Raw > criterion.MeetingValue ? new Candidate(criterion.Index, criterion.MeetingValue, criterion.Effort, RemedyKind.Lower) : null;
        }

        var target = wanted > 0 ? criterion.MeetingValue : 0;
        // Before a missing date made it unknown.
        var atTarget = result.Input.RawAnswer.IsKnown && result.Input.RawAnswer.Raw == target;
        var decayed = wanted > 0 && (result.Decay < 1 || !result.Answer.IsKnown || result.IsUndated);
        if (atTarget && !decayed) return null;
        var kind = wanted < 0 ? RemedyKind.Avoid : atTarget ? RemedyKind.Renew : RemedyKind.Meet;
        return new Candidate(criterion.Index, target, criterion.Effort, kind);
    }

    /// <summary>A combination is turned by its parts; only its decay is its own.</summary>
    private Candidate? RenewalOf(CriterionResult result) =>
        result.Criterion.DecayHalfLifeDays is not null && DirectionOf(result.Criterion) > 0 && (IsUndated(result) || result.Decay < 1)
            ? new Candidate(result.Criterion.Index, 1, result.Criterion.Effort, RemedyKind.Renew)
            : null;

    private bool IsUndated(CriterionResult result) => result.DecayDate is not { } date || date.Ticks > _asOf.Ticks;

    /// <summary>1 where more helps, -1 where less does, 0 where it makes no difference.</summary>
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
    /// Whether a set could qualify with some of the candidates that are open. Where a criterion is a condition, more turned is not always
    /// better: what is open is then taken to be unknown, which leaves room for each way.
    /// </summary>
    private bool CouldQualify(ulong set, ulong open)
    {
        if (_rule.Layout.Conditions.Length == 0) return Qualifies(set | open);
        Turn(set, open & ~set);
        return _rule.Decide(_turned, 0).Verdict is Verdict.Qualified or Verdict.NeedsDiscovery;
    }

    /// <param name="set">The candidates that are turned.</param>
    /// <param name="answers">The answers that they get, in their order; their targets when <see langword="null"/>.</param>
    private Decision DecideWith(ulong set, double[]? answers = null)
    {
        Turn(set, 0, answers);
        return _rule.Decide(_turned, 0);
    }

    /// <summary>How far the score has come: below 0 and above 100 too, so that a step counts which does not show in the score yet.</summary>
    private double ProgressWith(ulong set)
    {
        Turn(set);
        return _rule.Strategy.ProgressOf(_turned);
    }

    private void Turn(ulong set, ulong open = 0, double[]? answers = null)
    {
        var place = 0;
        _turned.CopyFrom(_today, _results.Length);
        ulong turned = 0;
        for (; set != 0; set &= set - 1)
        {
            var candidate = _candidates[Bits.Lowest(set)];
            turned |= 1UL << candidate.Index;
            _turned.Answers[candidate.Index] = new Answer(answers is null ? candidate.Target : answers[place++]);
            _turned.Decays[candidate.Index] = 1;
        }

        for (var left = open; left != 0; left &= left - 1) _turned.Answers[_candidates[Bits.Lowest(left)].Index] = Answer.Unknown;
        foreach (var step in _rule.Layout.Logic) step.Run(_turned.Answers);
        for (var left = open; left != 0; left &= left - 1)
        {
            // A combination whose decay is to be renewed: its answer follows from its parts, and its points are open.
            var criterion = _rule.Layout.All[_candidates[Bits.Lowest(left)].Index];
            if (criterion.Kind != CriterionKind.Test && !criterion.IsRequired) _turned.Answers[criterion.Index] = Answer.Unknown;
        }

        foreach (var result in _results)
        {
            // As in the decision itself: what a combination gives is unknown while the date of its decay is.
            var criterion = result.Criterion;
            if (criterion.Kind == CriterionKind.Test || criterion.DecayHalfLifeDays is null || !IsUndated(result)) continue;
            if ((turned & (1UL << criterion.Index)) == 0 && _turned.Answers[criterion.Index].Raw > 0) _turned.Answers[criterion.Index] = Answer.Unknown;
        }
    }

    private RemedyStep[] StepsOf(ulong set)
    {
        var turns = new List<RemedyTargets.Turn>();
        for (var rest = set; rest != 0; rest &= rest - 1)
        {
            var candidate = _candidates[Bits.Lowest(rest)];
            var result = _results[candidate.Index];
            var today = result.Input.RawAnswer;
            var from = today.IsKnown ? today.Raw : candidate.Kind == RemedyKind.Meet ? 0 : result.Criterion.HighestValue;
            turns.Add(new RemedyTargets.Turn(result.Criterion, candidate.Kind, from, candidate.Target));
        }

        var targets = RemedyTargets.Find(turns, new EvaluationContext(_asOf), answers => DecideWith(set, answers).IsQualified);
        return [.. turns.Select((turn, i) => new RemedyStep(_results[turn.Criterion.Index], turn.Kind, targets[i]))];
    }

    private readonly record struct Candidate(int Index, double Target, double Effort, RemedyKind Kind);

    /// <summary>A set to look at; the cheapest first, then the smallest, then in the order of the profile.</summary>
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
