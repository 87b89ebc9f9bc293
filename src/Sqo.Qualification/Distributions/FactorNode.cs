namespace Sqo.Qualification;

/// <summary>A value of the shared factor and its weight; without a factor there is one node, whose value is not used.</summary>
internal readonly struct FactorNode(double z, double weight)
{
    public double Z => z;

    public double Weight => weight;
}
