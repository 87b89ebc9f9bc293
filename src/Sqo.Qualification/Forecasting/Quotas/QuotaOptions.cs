using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The period of quotas, and how their joint chance is simulated. Immutable.</summary>
public sealed class QuotaOptions
{
    internal const int LeastDraws = 1_024;

    /// <summary>Creates options.</summary>
    /// <param name="period">
    /// The period of the forecast that the quotas are for. The default is all of its periods together.
    /// </param>
    /// <param name="owner">The owner of a deal. The default is <see cref="Opportunity.Owner"/>.</param>
    /// <param name="draws">
    /// The number of draws for each owner, 1,024 or more; rounded up to a multiple of that. The default is 8,192. The standard error falls
    /// with the square root.
    /// </param>
    /// <param name="seed">The seed. The default is 1. The same seed gives the same bits.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draws"/> is below 1,024.</exception>
    public QuotaOptions(ForecastPeriod? period = null, Func<Opportunity, string?>? owner = null, int draws = 8_192, long seed = 1)
    {
        Period = period;
        Owner = owner ?? (static opportunity => opportunity.Owner);
        Draws = Guard.AtLeast(LeastDraws, draws);
        Seed = seed;
    }

    /// <summary>The default options.</summary>
    public static QuotaOptions Default { get; } = new();

    /// <summary>The period, or <see langword="null"/> for all periods together.</summary>
    public ForecastPeriod? Period { get; }

    /// <summary>The owner of a deal.</summary>
    public Func<Opportunity, string?> Owner { get; }

    /// <summary>The number of draws for each owner.</summary>
    public int Draws { get; }

    /// <summary>The seed.</summary>
    public long Seed { get; }
}
