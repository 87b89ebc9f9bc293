using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The interval of a share that goes on, on the scale of ln(-ln S): S^exp(-+z sd / (S ln S)).</summary>
internal static class LogLogInterval
{
    // Its exponential is as good as infinite.
    private const double MostDistance = 700;

    public static StatisticalInterval? Of(double survival, double variance, double confidence)
    {
        var z = NormalQuantile.TwoSided(Guard.OpenUnit(confidence));
        if (!(survival > 0 && survival < 1) || variance == 0) return null;
        var log = Logarithm.Of(survival);
        var distance = Math.Min(MostDistance, z * Math.Sqrt(variance) / (survival * -log));
        return new(Exponential.Exp(log * Exponential.Exp(distance)), Exponential.Exp(log * Exponential.Exp(-distance)), confidence);
    }
}
