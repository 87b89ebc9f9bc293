using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Checks the probabilities that functions of the caller give.</summary>
internal static class GivenProbability
{
    /// <summary>A probability from 0 to 1; NaN when unknown. A message names the opportunity.</summary>
    public static double Of(Opportunity opportunity, double? probability, string name = "probability")
    {
        if (probability is not { } given || double.IsNaN(given)) return double.NaN;
        return given is >= 0 and <= 1 ? given : throw Outside(opportunity, given, name);
    }

    // Apart, so that the check itself is small enough to be inlined: it is made for millions of deals.
    private static ArgumentException Outside(Opportunity opportunity, double given, string name) => new(
        $"The {name} of opportunity \"{Excerpt.Of(opportunity.Id)}\" is {InvariantText.Of(given)}; it must lie from 0 to 1.", name);
}
