using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Chances whose rates are multiplied.</summary>
internal static class Hazards
{
    /// <summary>1 - (1 - p)^k: the chance p of an event whose rate is multiplied by k.</summary>
    public static double Levelled(double chance, double factor) => factor == 1 || chance <= 0 || chance >= 1
        ? chance
        : 1 - Exponential.Exp(factor * Logarithm.Of(1 - chance));
}
