using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Weights touches by 2^(-days before the end / half-life).</summary>
internal sealed class TimeDecayModel(double halfLife) : PathAttributionModel("time-decay")
{
    internal override bool AddsUp => true;

    protected override bool Share(AttributionPath path, double[] shares)
    {
        if (!path.HasTimes) return false;
        // Measured from the last touch, the largest weight is 1, and long ago is not nothing for all.
        var last = path.DaysBefore(shares.Length - 1);
        double sum = 0;
        for (var i = 0; i < shares.Length; i++) sum += shares[i] = Exponential.Exp2((last - path.DaysBefore(i)) / halfLife);
        for (var i = 0; i < shares.Length; i++) shares[i] /= sum;
        return true;
    }
}
