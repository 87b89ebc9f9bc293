using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Thrown if an amount is in a currency for which no exchange rate was given.</summary>
[Serializable]
public sealed class MissingExchangeRateException : Exception
{
    [NonSerialized]
    private Details _details = null!;

    internal MissingExchangeRateException(string currency, string target, string? opportunityId)
        : base(
            (opportunityId is null ? "An amount" : $"The amount of opportunity \"{Excerpt.Of(opportunityId)}\"") +
            $" is in \"{Excerpt.Of(currency)}\", and there is no exchange rate from that to \"{Excerpt.Of(target)}\".") =>
                Take(new Details(currency, target, opportunityId));

    /// <summary>The currency that the amount is in.</summary>
    public string Currency => _details.Currency;

    /// <summary>The currency to convert it to.</summary>
    public string Target => _details.Target;

    /// <summary>The id of the opportunity; <see langword="null"/> if the amount was not one of an opportunity.</summary>
    public string? OpportunityId => _details.OpportunityId;

    private void Take(Details details)
    {
        _details = details;
#if NETFRAMEWORK
        if (ExceptionCrossing.IsSupported) SerializeObjectState += (_, state) => state.AddSerializedState(details);
#endif
    }

    [Serializable]
    private sealed record Details(string Currency, string Target, string? OpportunityId) : IExceptionDetails
    {
        public void CompleteDeserialization(object deserialized) => ((MissingExchangeRateException)deserialized).Take(this);
    }
}
