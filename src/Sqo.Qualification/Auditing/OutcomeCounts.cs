using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How the deals of a group ended. Immutable.</summary>
public sealed class OutcomeCounts
{
    internal OutcomeCounts(long won, long lost, long open, decimal? revenue = null, long withoutAmount = 0)
    {
        (Won, Lost, Open) = (won, lost, open);
        Revenue = revenue;
        WithoutAmount = withoutAmount;
    }

    /// <summary>How many were won.</summary>
    public long Won { get; }

    /// <summary>How many were lost.</summary>
    public long Lost { get; }

    /// <summary>How many are still open: they count in no rate.</summary>
    public long Open { get; }

    /// <summary>How many deals there are.</summary>
    public long Deals => Won + Lost + Open;

    /// <summary>Won / (won + lost), with its counts and interval.</summary>
    public ObservedRate WinRate => new(Won, Won + Lost);

    /// <summary>
    /// The amounts of the deals won, as far as they are known; <see langword="null"/> if no amounts were given, or if this group is only
    /// counted.
    /// </summary>
    public decimal? Revenue { get; }

    /// <summary>How many of the deals won have no known amount; 0 if no <see cref="Revenue"/> is given.</summary>
    public long WithoutAmount { get; }

    /// <summary>The counts, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{InvariantText.Of(Won)} won, {InvariantText.Of(Lost)} lost, {InvariantText.Of(Open)} open";
}
