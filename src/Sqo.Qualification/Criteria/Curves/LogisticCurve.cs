using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>1 / (1 + e^(-steepness (x - midpoint))).</summary>
internal sealed class LogisticCurve(double midpoint, double steepness) : Curve
{
    public override Requirement Requirement => new(MessageIds.RequireLogistic, midpoint);

    public override double At(double x) => 1 / (1 + Exponential.Exp(-(steepness * (x - midpoint))));

    protected internal override void Declare(DeclarationWriter writer) =>
        writer.Add("curve", MessageIds.RequireLogistic).Add("midpoint", midpoint).Add("steepness", steepness);
}
