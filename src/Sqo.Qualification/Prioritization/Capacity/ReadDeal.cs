namespace Sqo.Qualification;

/// <summary>What a plan knows of a deal.</summary>
internal sealed class ReadDeal(
    Opportunity deal, int own, int[] owners, Effort effort, decimal? value, double? probability, MustDo? mustDo)
{
    public Opportunity Deal => deal;

    /// <summary>Its own owner; -1 if that is nobody on the list.</summary>
    public int Own => own;

    /// <summary>The owners who may have it.</summary>
    public int[] Owners => owners;

    public Effort Effort => effort;

    public decimal? Value => value;

    /// <summary>The probability; for a response curve that without effort.</summary>
    public double? Probability => probability;

    public MustDo? MustDo => mustDo;

    /// <summary>The owner who must do it.</summary>
    public int Place { get; set; } = -1;

    /// <summary>Its index among the items of the problem; -1 if it is none, since nothing can be chosen.</summary>
    public int Item { get; set; } = -1;

    /// <summary>The minutes that must be done: the block, or the first hour of a response curve.</summary>
    public int MustMinutes => effort.Time is { } time ? PlanReader.MinutesOf(time) : 60;

    /// <summary>What it is worth without effort: nothing, unless it has a response curve.</summary>
    public double Without => effort.IsResponse ? Expected(probability) : 0;

    /// <summary>What it is worth if no more than what must be done is done.</summary>
    public double Must => Expected(effort.IsResponse ? effort.ProbabilityAfter(1) : probability);

    public double Expected(double? chance) => value is { } worth && chance is { } known ? (double)worth * known : 0;
}
