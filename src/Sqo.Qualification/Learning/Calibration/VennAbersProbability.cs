namespace Sqo.Qualification;

/// <summary>
/// What a <see cref="VennAbersCalibration"/> says of one deal: two probabilities, one for each way that it can end. One of the two is
/// right on average, whatever the scores; they lie far apart where few closed deals have such scores.
/// </summary>
/// <remarks>Two are equal if both probabilities are. The default value is 0 and 0.</remarks>
public readonly record struct VennAbersProbability
{
    internal VennAbersProbability(double low, double high) => (Low, High) = (low, high);

    /// <summary>The probability if the deal is counted as lost, from 0 to <see cref="High"/>.</summary>
    public double Low { get; }

    /// <summary>The probability if the deal is counted as won, from <see cref="Low"/> to 1.</summary>
    public double High { get; }

    /// <summary>
    /// One probability of the two, High / (1 - Low + High): the one that loses least in the worse case of the log loss (Vovk and Petej
    /// 2014).
    /// </summary>
    public double Merged => High / (1 - Low + High);
}
