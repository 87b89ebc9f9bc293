using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The terms of a distribution as given: pieces of deals, and expected numbers of new ones. Pieces stay separate until
/// they are used, so that the order in which parts were combined has no effect on the sums.
/// </summary>
internal sealed class RevenueTerms
{
    public ChunkedList<string> Ids { get; } = new();

    public ChunkedList<decimal> Amounts { get; } = new();

    public ChunkedList<double> Probabilities { get; } = new();

    public List<decimal> NewAmounts { get; } = [];

    public List<double> NewRates { get; } = [];

    public void AddDeal(string id, decimal amount, double probability)
    {
        Ids.Add(id);
        Amounts.Add(amount);
        Probabilities.Add(probability);
    }

    public void AddNew(decimal amount, double rate)
    {
        NewAmounts.Add(amount);
        NewRates.Add(rate);
    }

    public void AddAll(RevenueTerms other)
    {
        Ids.AddRange(other.Ids);
        Amounts.AddRange(other.Amounts);
        Probabilities.AddRange(other.Probabilities);
        NewAmounts.AddRange(other.NewAmounts);
        NewRates.AddRange(other.NewRates);
    }
}
