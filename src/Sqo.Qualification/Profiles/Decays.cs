using System;

namespace Sqo.Qualification;

internal static class Decays
{
    /// <summary>
    /// The decay of a criterion's points. Without a date, or with one after <c>asOf</c>, points that there would be are unknown: NaN for a
    /// gate, which is met or unmet all the same, and an unknown answer otherwise. Where there are no points, nothing can decay.
    /// </summary>
    public static double Apply(ref Answer answer, DateTime? date, CriterionInfo criterion, in EvaluationContext context)
    {
        var decay = date is { } known ? HalfLifeTest.Decay(known, HalfLifeTest.TicksOf(criterion.DecayHalfLifeDays!.Value), in context) : double.NaN;
        if (!double.IsNaN(decay)) return decay;
        if (!(answer.Raw > 0)) return 1;
        if (criterion.IsRequired) return double.NaN;
        answer = Answer.Unknown;
        return 1;
    }
}
