using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>An amount is in a currency for which no rate was given.</summary>
public sealed class MissingExchangeRateException : Exception
{
    internal MissingExchangeRateException(string currency, string target, string? opportunityId)
        : base(
            (opportunityId is null ? "An amount" : $"The amount of opportunity \"{Excerpt.Of(opportunityId)}\"") +
            $" is in \"{Excerpt.Of(currency)}\", and there is no exchange rate from that to \"{Excerpt.Of(target)}\".")
    {
        Currency = currency;
        Target = target;
        OpportunityId = opportunityId;
    }

    /// <summary>The currency that the amount is in.</summary>
    public string Currency { get; }

    /// <summary>The currency that it was to be in.</summary>
    public string Target { get; }

    /// <summary>The id of the opportunity; <see langword="null"/> when there is none at hand.</summary>
    public string? OpportunityId { get; }
}
