namespace Sqo.Qualification;

/// <summary>
/// The ids of the units in which <see cref="TooLittleHistoryException"/> counts history: the values of its
/// <see cref="TooLittleHistoryException.Unit"/>. A custom model may have its own.
/// </summary>
public static class HistoryUnits
{
    /// <summary>Won deals.</summary>
    public const string WonDeals = "won-deals";

    /// <summary>Deals that were won or lost.</summary>
    public const string ClosedDeals = "closed-deals";

    /// <summary>Deals that were won or lost, or probabilities of open ones.</summary>
    public const string ClosedDealsOrProbabilities = "closed-deals-or-probabilities";

    /// <summary>Deals whose day of creation is known.</summary>
    public const string DealsWithCreationDate = "deals-with-creation-date";

    /// <summary>Deals with an amount above 0.</summary>
    public const string DealsWithAmount = "deals-with-amount";

    /// <summary>Days on which closings could be observed.</summary>
    public const string ObservedDays = "observed-days";

    /// <summary>Whole months in which closings could be observed.</summary>
    public const string WholeMonths = "whole-months";

    /// <summary>Values of a series.</summary>
    public const string Values = "values";
}
