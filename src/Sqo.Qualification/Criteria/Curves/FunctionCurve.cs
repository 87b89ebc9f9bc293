using System;

namespace Sqo.Qualification;

/// <summary>A curve given as code. The criterion's id and revision represent the code in the fingerprint.</summary>
internal sealed class FunctionCurve(Func<double, double> function) : Curve
{
    public Func<double, double> Function => function;

    public override double At(double x) => function(x);

    protected internal override void Declare(DeclarationWriter writer) => writer.Add("curve", MessageIds.RequireCurve);
}
