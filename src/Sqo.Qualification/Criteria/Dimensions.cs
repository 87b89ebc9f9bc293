namespace Sqo.Qualification;

/// <summary>
/// Names of the usual dimensions of qualification. A dimension is a plain string, so a profile can use names of its own.
/// </summary>
public static class Dimensions
{
    /// <summary>How well the customer matches the market the seller aims at.</summary>
    public const string Fit = "fit";

    /// <summary>How much interest the customer shows.</summary>
    public const string Engagement = "engagement";

    /// <summary>Whether there is money for it.</summary>
    public const string Budget = "budget";

    /// <summary>Whether the customer means to buy within a useful time.</summary>
    public const string Timing = "timing";

    /// <summary>Whether the customer has a problem that the product solves.</summary>
    public const string Need = "need";

    /// <summary>Whether the person who decides is involved.</summary>
    public const string Authority = "authority";

    /// <summary>Who else is after the same deal.</summary>
    public const string Competition = "competition";
}
