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
        // Deals by their index, then new business by its own after them; equal amounts in this order.
        var count = terms.GroupCount + terms.NewCount;
        var (order, negative) = (Indexes.Of(count), new long[count]);
        for (var i = 0; i < count; i++) negative[i] = -AmountOf(terms, i);
        Array.Sort(order, (a, b) => negative[a] != negative[b] ? negative[a].CompareTo(negative[b]) : a.CompareTo(b));
        var classes = new List<AmountClass>();
        for (var from = 0; from < count;)
        {
            var amount = AmountOf(terms, order[from]);
            var end = from;
            while (end < count && AmountOf(terms, order[end]) == amount) end++;
            // New business of an amount is one term, after the deals.
            var fresh = order[end - 1] - terms.GroupCount;
            var deals = new int[end - from - (fresh < 0 ? 0 : 1)];
            Array.Copy(order, from, deals, 0, deals.Length);
            classes.Add(new(amount, deals, Math.Max(-1, fresh), fresh < 0 ? 0 : terms.NewRates[fresh]));
            from = end;
        }

        return classes;
    }

    private static long AmountOf(LatticeTerms terms, int place) =>
        place < terms.GroupCount ? terms.Amounts[place] : terms.NewAmounts[place - terms.GroupCount];
}
