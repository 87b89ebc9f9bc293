using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>All terms of one amount: for deals, only the number won matters.</summary>
internal sealed class AmountClass
{
    private AmountClass(long amount, int[] deals, int newBusiness, double newRate)
    {
        Amount = amount;
        Deals = deals;
        NewBusiness = newBusiness;
        NewRate = newRate;
    }

    public long Amount { get; }

    /// <summary>The groups of deals.</summary>
    public int[] Deals { get; }

    /// <summary>The index of the new business of this amount; -1 if there is none.</summary>
    public int NewBusiness { get; }

    public double NewRate { get; }

    /// <summary>The classes, largest amount first.</summary>
    public static List<AmountClass> All(LatticeTerms terms)
    {
        var order = terms.ByAmount;
        var classes = new List<AmountClass>();
        for (int from, end = order.Length; end > 0; end = from)
        {
            var amount = terms.AmountAt(order[end - 1]);
            for (from = end - 1; from > 0 && terms.AmountAt(order[from - 1]) == amount;) from--;
            // New business of an amount is one term, after the deals.
            var fresh = order[end - 1] - terms.GroupCount;
            var deals = new int[end - from - (fresh < 0 ? 0 : 1)];
            Array.Copy(order, from, deals, 0, deals.Length);
            classes.Add(new(amount, deals, Math.Max(-1, fresh), fresh < 0 ? 0 : terms.NewRates[fresh]));
        }

        return classes;
    }
}
