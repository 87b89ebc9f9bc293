namespace Sqo.Qualification;

/// <summary>
/// Names of the usual dimensions of qualification. A dimension is a plain string, so a profile can use its own names.
/// </summary>
public static class Dimensions
{
    /// <summary>How well the customer matches the seller's target market.</summary>
    public const string Fit = "fit";

    /// <summary>How much interest the customer shows.</summary>
    public const string Engagement = "engagement";

    /// <summary>Whether the customer has the money.</summary>
    public const string Budget = "budget";

    /// <summary>Whether the customer intends to buy soon enough.</summary>
    public const string Timing = "timing";

    /// <summary>Whether the customer has a problem that the product solves.</summary>
    public const string Need = "need";

    /// <summary>Whether the decision maker is involved.</summary>
    public const string Authority = "authority";

    /// <summary>Who else competes for the deal.</summary>
    public const string Competition = "competition";
}
