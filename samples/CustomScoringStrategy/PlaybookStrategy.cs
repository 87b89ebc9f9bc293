using System.Collections.Generic;
using Sqo.Qualification;

namespace CustomScoringStrategy;

/// <summary>
/// The steps of a plan in order: steps count up to the first one that isn't done. A signed offer is worth little to a team that has
/// no sponsor yet.
/// </summary>
internal sealed class PlaybookStrategy(ScoringLayout layout) : ScoringStrategy(layout)
{
    // Part of the fingerprint: change the number when the code gives other scores.
    public override string Name => "playbook/1";

    // QualificationProfile.Create reports every fault, with all others.
    protected override void Check(StrategyFaults faults)
    {
        foreach (CriterionInfo step in Layout.Scored)
        {
            if (step.Weight < 0)
            {
                faults.Add("playbook.negative", step.Id, $"the weight is {step.Weight:R}", "a step of a plan can't count against the deal");
            }
        }
    }

    // An unknown step counts as not done for now; at best it is done, and the steps after it count too.
    protected override ScoreRange Score(AnswerSheet answers)
    {
        double score = Done(answers, unknownIsDone: false);
        return new ScoreRange(score, score, Done(answers, unknownIsDone: true));
    }

    // The lines must add up to the score; the library checks this.
    protected override IEnumerable<ScoreLine> Explain(AnswerSheet answers)
    {
        var inOrder = true;
        foreach (CriterionInfo step in Layout.Scored)
        {
            inOrder &= IsDone(step, answers, unknownIsDone: false);
            yield return ScoreLine.Of(step, inOrder ? 100 * step.Weight / Total() : 0);
        }
    }

    private double Done(AnswerSheet answers, bool unknownIsDone)
    {
        double done = 0;
        foreach (CriterionInfo step in Layout.Scored)
        {
            if (!IsDone(step, answers, unknownIsDone)) break;
            done += step.Weight;
        }

        return 100 * done / Total();
    }

    private static bool IsDone(CriterionInfo step, AnswerSheet answers, bool unknownIsDone) =>
        answers[step].StateFrom(step.MetFrom) == AnswerState.Met || (unknownIsDone && !answers[step].IsKnown);

    private double Total()
    {
        double total = 0;
        foreach (CriterionInfo step in Layout.Scored) total += step.Weight;
        return total;
    }
}
