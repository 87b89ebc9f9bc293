using System;

namespace Sqo.Qualification;

internal static class Decays
{
    /// <summary>
    /// The decay of a criterion's points. Without a date, or with one after <c>asOf</c>, points that there would be become
    /// unknown; where there are none, nothing can decay.
    /// </summary>
    public static double Apply(ref Answer answer, DateTime? date, CriterionInfo criterion, in EvaluationContext context)
    {
        var decay = date is { } known ? HalfLifeTest.Decay(known, HalfLifeTest.TicksOf(criterion.DecayHalfLifeDays!.Value), in context) : double.NaN;
        if (!double.IsNaN(decay)) return decay;
        if (answer.Raw > 0) answer = Answer.Unknown;
        return 1;
    }
}
