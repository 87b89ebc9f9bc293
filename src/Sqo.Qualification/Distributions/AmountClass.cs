using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>All terms of one amount: of deals only how many are won counts.</summary>
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

    /// <summary>The place of the new business of this amount; -1 if there is none.</summary>
    public int NewBusiness { get; }

    public double NewRate { get; }

    /// <summary>The classes, the greatest amount first.</summary>
    public static List<AmountClass> All(LatticeTerms terms)
    {
        var order = new List<(long Amount, int Deal, int Fresh)>();
        for (var i = 0; i < terms.GroupCount; i++) order.Add((terms.Amounts[i], i, -1));
        for (var i = 0; i < terms.NewCount; i++) order.Add((terms.NewAmounts[i], -1, i));
        order.Sort((a, b) => a.Amount != b.Amount ? b.Amount.CompareTo(a.Amount) : a.Deal != b.Deal ? a.Deal.CompareTo(b.Deal) : a.Fresh.CompareTo(b.Fresh));
        var classes = new List<AmountClass>();
        for (var from = 0; from < order.Count;)
        {
            var amount = order[from].Amount;
            var fresh = -1;
            var deals = new List<int>();
            for (; from < order.Count && order[from].Amount == amount; from++)
            {
                if (order[from].Deal >= 0) deals.Add(order[from].Deal);
                else fresh = order[from].Fresh;
            }

            classes.Add(new(amount, [.. deals], fresh, fresh < 0 ? 0 : terms.NewRates[fresh]));
        }

        return classes;
    }
}
