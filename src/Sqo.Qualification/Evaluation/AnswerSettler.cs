using System;

namespace Sqo.Qualification;

/// <summary>
/// From what was asked to answers that are final: combinations by their parts, then what a missing date of decay leaves open. Immutable.
/// </summary>
internal sealed class AnswerSettler
{
    private readonly LogicStep[] _logic;
    private readonly CriterionInfo[] _decaying;

    public AnswerSettler(ScoringLayout layout)
    {
        _logic = layout.Logic;
        _decaying = Array.FindAll(layout.All, criterion => criterion.DecayHalfLifeDays is not null);
    }

    /// <summary>Whether every answer is final once it is given.</summary>
    public bool IsIdle => _logic.Length == 0 && _decaying.Length == 0;

    /// <summary>Makes the answers of combinations.</summary>
    public void Combine(AnswerSheet sheet)
    {
        foreach (var step in _logic) step.Run(sheet.Answers);
    }

    /// <summary>Takes from answers what a missing date leaves open, once the combinations have theirs.</summary>
    public void Decay(AnswerSheet sheet)
    {
        foreach (var criterion in _decaying) Decay(ref sheet.Answers[criterion.Index], ref sheet.Decays[criterion.Index], criterion);
    }

    /// <summary>Both for the first rows of columns.</summary>
    public void SettleMany(AnswerColumns columns, int count)
    {
        foreach (var step in _logic) step.RunMany(columns.Answers, count);
        foreach (var criterion in _decaying)
        {
            var answers = columns.Answers[criterion.Index];
            var decays = columns.Decays[criterion.Index];
            for (var row = 0; row < count; row++) Decay(ref answers[row], ref decays[row], criterion);
        }
    }

    /// <summary>
    /// Without a date, or with one after <c>asOf</c>, points that there would be are unknown: the decay stays NaN for a gate, which is met
    /// or unmet all the same, and the answer becomes unknown otherwise. Where there are no points, nothing can decay.
    /// </summary>
    private static void Decay(ref Answer answer, ref double decay, CriterionInfo criterion)
    {
        if (!double.IsNaN(decay)) return;
        var hasPoints = answer.Raw > 0;
        if (hasPoints && criterion.IsRequired) return;
        decay = 1;
        if (hasPoints) answer = Answer.Unknown;
    }
}
