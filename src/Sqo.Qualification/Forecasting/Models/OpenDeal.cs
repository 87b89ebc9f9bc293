using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>What is to be expected of an open deal. Immutable.</summary>
public sealed class OpenDeal
{
    internal OpenDeal(Opportunity opportunity, decimal? amount, double[] chances, bool isAmountAssumed = false)
    {
        Opportunity = opportunity;
        Amount = amount;
        Chances = Array.AsReadOnly(chances);
        IsAmountAssumed = isAmountAssumed && amount is not null;
    }

    /// <summary>The deal.</summary>
    public Opportunity Opportunity { get; }

    /// <summary>What it brings if it is won, in the currency of the forecast; <see langword="null"/> where that is unknown, or nothing is known of its chance: then it is in no sum.</summary>
    public decimal? Amount { get; }

    /// <summary>How likely it is to be won in each period, from 0 to 1. A deal is won once, so they add up to at most 1.</summary>
    public IReadOnlyList<double> Chances { get; }

    /// <summary>Whether the deal names no amount, and <see cref="Amount"/> is what won deals of its segment brought.</summary>
    public bool IsAmountAssumed { get; }
}
