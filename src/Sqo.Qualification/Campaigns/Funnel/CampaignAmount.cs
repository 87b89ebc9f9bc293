using System;
using System.Runtime.CompilerServices;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Checks amounts that campaigns are given.</summary>
internal static class CampaignAmount
{
    public static decimal NotNegative(decimal amount, [CallerArgumentExpression(nameof(amount))] string? name = null) => amount >= 0
        ? amount
        : throw new ArgumentOutOfRangeException(name, amount, $"{name} is {InvariantText.Of(amount)}; it must be 0 or above.");
}
