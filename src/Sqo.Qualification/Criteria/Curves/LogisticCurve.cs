using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>1 / (1 + e^(-steepness (x - midpoint))).</summary>
internal sealed class LogisticCurve(double midpoint, double steepness) : Curve, IOperatorSource
{
    public override Requirement Requirement => new(MessageIds.RequireLogistic, midpoint);

    public override double At(double x) => 1 / (1 + Exponential.Exp(-(steepness * (x - midpoint))));

    public OperatorData ToData() => new(
        Operators.Logistic, DataNode.Object(DataNode.Member("midpoint", DataNode.Of(midpoint)), DataNode.Member("steepness", DataNode.Of(steepness))));
}
