namespace Sqo.Qualification;

/// <summary>A deal that a plan can win: its value, and the probability that the plan leads to.</summary>
internal readonly struct PlanTerm(string id, decimal value, double probability)
{
    public string Id => id;

    public decimal Value => value;

    public double Probability => probability;
}
