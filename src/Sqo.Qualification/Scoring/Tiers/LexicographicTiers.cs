using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// Tiers of criteria, in which the first always outranks the second: a tier's level is its weighted mean in whole steps, and the score
/// is the levels read as the digits of one number, scaled from 0 to 100. An unknown answer counts as 0.
/// </summary>
internal sealed class LexicographicTiers : ScoringStrategy
{
    // The last digit of a greater number would be lost in the tolerance of a threshold.
    private const double MostScores = 1e10;
    private const double Tolerance = 1e-9;

    private readonly string[] _groups;
    private readonly int _levels;
    private readonly CriterionInfo[][] _tiers;

    // By tier, the points that one level is worth.
    private readonly double[] _places;

    // How many scores there are.
    private readonly double _scores;

    public LexicographicTiers(ScoringLayout layout, int levels, string[] groups)
        : base(layout)
    {
        _groups = groups;
        _levels = levels;
        _tiers = Array.ConvertAll(groups, id => Array.FindAll(layout.ScoredCriteria, c => IsIn(c.Group, id)));
        _places = new double[groups.Length];
        _scores = 1;
        for (var i = groups.Length - 1; i >= 0; i--)
        {
            _places[i] = _scores;
            _scores *= levels + 1.0;
        }

        for (var i = 0; i < groups.Length; i++) _places[i] *= 100 / (_scores - 1);
    }

    public override string Name => "lexicographic-tiers/1";

    /// <summary>How many steps a tier has above 0.</summary>
    public int Levels => _levels;

    /// <summary>The ids of the groups that are the tiers, the highest first.</summary>
    public string[] Groups => _groups;

    protected internal override void Check(StrategyFaults faults)
    {
        StrategyRules.CheckShares(Layout, "an order of tiers", faults);
        if (_groups.Length < 2) faults.Add(
            "tiers.few", $"There {(_groups.Length == 1 ? "is 1 tier" : "are 0 tiers")}; an order needs at least two groups.");
        if (_levels < 1) faults.Add("tiers.levels", $"A tier has {_levels} levels; it must have at least 1.");
        else if (_scores > MostScores)
        {
            faults.Add(
                "tiers.resolution",
                $"{_groups.Length} tiers of {_levels} levels make more scores than can be told apart; " +
                "(levels + 1) to the power of the tiers must be at most 10,000,000,000.");
        }

        for (var i = 0; i < _groups.Length; i++)
        {
            if (Array.IndexOf(_groups, _groups[i]) != i)
            {
                faults.Add("tiers.twice", _groups[i], "it is named as a tier twice", "each group is one tier");
            }
            else if (_tiers[i].Length == 0)
            {
                faults.Add(
                    "tiers.empty", _groups[i], "the tier has no criteria with a weight",
                    "a tier must be a group of the profile with at least one");
            }
        }

        foreach (var criterion in Layout.ScoredCriteria)
        {
            var count = 0;
            for (var i = 0; i < _groups.Length; i++)
            {
                // A tier that is named twice is a separate fault.
                if (Array.IndexOf(_groups, _groups[i]) == i && IsIn(criterion.Group, _groups[i])) count++;
            }

            if (count == 1) continue;
            faults.Add(
                "tiers.outside", criterion.Id, $"it has a weight and is in {count} tiers",
                $"it must be in one of \"{string.Join("\", \"", _groups)}\"");
        }
    }

    protected internal override ScoreRange Score(AnswerSheet answers)
    {
        double lowest = 0;
        double highest = 0;
        for (var i = 0; i < _tiers.Length; i++)
        {
            var (sum, best, total) = Add(_tiers[i], answers);
            lowest += LevelOf(sum, total) * _places[i];
            highest += LevelOf(sum + best, total) * _places[i];
        }

        return new ScoreRange(lowest, lowest, highest);
    }

    protected internal override IEnumerable<ScoreLine> Explain(AnswerSheet answers)
    {
        for (var i = 0; i < _tiers.Length; i++)
        {
            var (sum, _, total) = Add(_tiers[i], answers);
            var points = LevelOf(sum, total) * _places[i];
            foreach (var criterion in _tiers[i])
            {
                var value = answers.ValueOf(criterion);
                yield return ScoreLine.Of(criterion, double.IsNaN(value) || sum == 0 ? 0 : points * (criterion.Weight * value / sum));
            }
        }
    }

    private double LevelOf(double sum, double total) => Math.Floor((_levels * sum / total) + Tolerance);

    private static Sums Add(CriterionInfo[] tier, AnswerSheet answers)
    {
        double sum = 0;
        double best = 0;
        double total = 0;
        foreach (var criterion in tier)
        {
            var value = answers.ValueOf(criterion);
            total += criterion.Weight;
            if (double.IsNaN(value)) best += criterion.Weight * criterion.HighestValue;
            else sum += criterion.Weight * value;
        }

        return new Sums(sum, best, total);
    }

    private static bool IsIn(GroupInfo? group, string id)
    {
        for (; group is not null; group = group.Parent)
        {
            if (group.Id == id) return true;
        }

        return false;
    }

    /// <summary>For a tier: weight x value of the known answers, the most that unknown answers could add, and the total weight.</summary>
    private readonly record struct Sums(double Sum, double Best, double Total);
}
