using System;
using Sqo.Qualification;

namespace CustomCriterion;

/// <summary>1 at the best number, half at half of it and at twice as much, and so on.</summary>
/// <param name="best">The best number, above 0.</param>
internal sealed class SweetSpotCurve(double best) : Curve
{
    public override Requirement Requirement => new(SampleTexts.SweetSpot, best);

    public override double At(double x) => x <= 0 ? 0 : Math.Min(x, best) / Math.Max(x, best);

    protected override void Declare(DeclarationWriter writer) => writer.Add("curve", SampleTexts.SweetSpot).Add("best", best);
}
