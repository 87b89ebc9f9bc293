using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Fit and engagement scored separately, each by weighted points over the criteria of its dimension; the score is
/// fit share x fit + (1 - fit share) x engagement, and a letter and a digit grade the two.
/// </summary>
internal sealed class FitEngagement : ScoringStrategy
{
    private readonly FitEngagementOptions _options;
    private readonly WeightedPoints _fit;
    private readonly WeightedPoints _engagement;

    /// <param name="layout">The criteria and groups.</param>
    /// <param name="options">How the two are scored and graded; never changed after this.</param>
    public FitEngagement(ScoringLayout layout, FitEngagementOptions options)
        : base(layout)
    {
        _options = options;
        _fit = new WeightedPoints(layout, options.FitScale, options.FitDimension);
        _engagement = new WeightedPoints(layout, options.EngagementScale, options.EngagementDimension);
    }

    public override string Name => "fit-engagement/2";

    public FitEngagementOptions Options => _options;

    protected internal override void Check(StrategyFaults faults)
    {
        StrategyRules.CheckBins(Layout, "a grade", faults);
        if (Layout.Total is not null)
        {
            faults.Add(
                "strategy.total",
                "The profile has a Cap or Floor, but fit and engagement are scored separately; put bounds on groups of one of them.");
        }
        if (!(_options.FitShare >= 0 && _options.FitShare <= 1))
        {
            faults.Add("grade.share", $"The share of fit is {InvariantText.Of(_options.FitShare)}; it must lie from 0 to 1.");
        }
        if (_options.FitDimension == _options.EngagementDimension)
        {
            faults.Add("grade.dimensions", $"Fit and engagement are both the dimension \"{_options.FitDimension}\"; they must differ.");
        }
        foreach (var criterion in Layout.ScoredCriteria)
        {
            if (criterion.Dimension == _options.FitDimension || criterion.Dimension == _options.EngagementDimension) continue;
            faults.Add(
                "grade.dimension",
                criterion.Id,
                $"it has a weight and {(criterion.Dimension is { } own ? $"the dimension \"{own}\"" : "no dimension")}",
                $"it must be of the dimension \"{_options.FitDimension}\" or \"{_options.EngagementDimension}\" to be graded");
        }

        foreach (var group in Layout.AllGroups)
        {
            if ((group.Minimum is null && group.Maximum is null) || !IsMixed(group)) continue;
            faults.Add(
                "grade.group", group.Id, "it has bounds, and criteria of both fit and engagement",
                "the two are scored separately, so a bounded group must hold criteria of one of them");
        }

        CheckDimension(_fit, _options.FitDimension, nameof(FitEngagementOptions.FitScale), faults);
        CheckDimension(_engagement, _options.EngagementDimension, nameof(FitEngagementOptions.EngagementScale), faults);
    }

    protected internal override FitEngagementOptions Grading => _options;

    protected internal override ScoreRange Score(AnswerSheet answers) => ScoreGraded(answers, out _, out _);

    internal override ScoreRange ScoreGraded(AnswerSheet answers, out ScoreRange fit, out ScoreRange engagement)
    {
        fit = _fit.Score(answers);
        engagement = _engagement.Score(answers);
        return new ScoreRange(
            Mixed(fit.Score, engagement.Score), Mixed(fit.Lowest, engagement.Lowest), Mixed(fit.Highest, engagement.Highest));
    }

    protected internal override IEnumerable<ScoreLine> Explain(AnswerSheet answers)
    {
        double start = 0;
        double kept = 0;
        var lines = new List<ScoreLine>();
        Add(_fit, _options.FitShare);
        Add(_engagement, 1 - _options.FitShare);
        if (start != 0) lines.Insert(0, ScoreLine.Base(start));
        if (kept > 0) lines.Add(ScoreLine.KeptAtZero(kept));
        return lines;

        void Add(WeightedPoints dimension, double share)
        {
            foreach (var line in dimension.Explain(answers))
            {
                if (line.Kind == ScoreLineKind.Base) start += share * line.ExactPoints;
                else if (line.Kind == ScoreLineKind.KeptAtZero) kept += share * line.ExactPoints;
                else lines.Add(line.With(share * line.ExactPoints));
            }
        }
    }

    protected internal override FitEngagementGrade GradeOf(AnswerSheet answers) => new(
        new DimensionGrade(_options.FitDimension, _fit.Score(answers), _options.Letters),
        new DimensionGrade(_options.EngagementDimension, _engagement.Score(answers), _options.Digits));

    internal override double ProgressOf(AnswerSheet answers) => Mixed(_fit.ProgressOf(answers), _engagement.ProgressOf(answers));

    private void CheckDimension(WeightedPoints points, string dimension, string scale, StrategyFaults faults)
    {
        if (double.IsInfinity(points.Span * 100))
        {
            faults.Add(
                "grade.scale",
                $"The points of the dimension \"{dimension}\" span {InvariantText.Of(points.Span)}; " +
                "the span must be smaller to make a score.");
        }
        if (!points.TellsApart)
        {
            faults.Add(
                "grade.empty",
                $"No criterion of the dimension \"{dimension}\" has a weight that can tell opportunities apart; " +
                "fit and engagement need at least one each.");
        }
        else if (!(points.Span > 0))
        {
            faults.Add(
                "grade.penalties",
                $"The points of the dimension \"{dimension}\" add up to at most 0, where its scale starts; " +
                $"penalties alone need {scale} to be ScoreScale.Stretched.");
        }
        else
        {
            points.CheckScale($"the points of the dimension \"{dimension}\"", faults);
        }
    }

    private bool IsMixed(GroupInfo bounded)
    {
        var fit = false;
        var engagement = false;
        foreach (var criterion in Layout.ScoredCriteria)
        {
            var group = criterion.Group;
            while (group is not null && group != bounded) group = group.Parent;
            if (group is null) continue;
            fit |= criterion.Dimension == _options.FitDimension;
            engagement |= criterion.Dimension == _options.EngagementDimension;
        }

        return fit && engagement;
    }

    private double Mixed(double fit, double engagement) => (_options.FitShare * fit) + ((1 - _options.FitShare) * engagement);
}
