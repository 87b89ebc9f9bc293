using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Turns what was counted into credits that add up to the conversions, and to the value to the last decimal place.</summary>
internal sealed class AttributionCalculation
{
    private readonly TextIndex _currencies;
    private readonly int[] _currencyOrder;
    private readonly PathTotals _totals;
    private readonly int _decimals;

    public AttributionCalculation(TextIndex channels, TextIndex currencies, PathTotals totals, AttributionOptions options)
    {
        _currencies = currencies;
        _totals = totals;
        _decimals = options.Decimals;
        Order = channels.Order();
        Channels = Array.ConvertAll(Order, number => channels[number]);
        _currencyOrder = currencies.Order();
        Values = Array.ConvertAll(_currencyOrder, number => Amount(number, totals.ValueOf(number).Value));
        var without = Array.ConvertAll(_currencyOrder, number => Amount(number, totals.ValueWithoutTouchOf(number).Value));
        ValuesWithoutTouch = Array.FindAll(without, value => value.Amount != 0);
    }

    /// <summary>The channels in ordinal order.</summary>
    public string[] Channels { get; }

    /// <summary>The numbers of the channels in that order.</summary>
    public int[] Order { get; }

    public CurrencyAmount[] Values { get; }

    public CurrencyAmount[] ValuesWithoutTouch { get; }

    public ModelAttribution Of(AttributionModel model, AttributionTally tally)
    {
        var weights = model.Attribute(tally) ?? throw new InvalidOperationException(
            $"The model \"{model.Id}\" returned null; a model must return weights.");
        var isOfTally = ReferenceEquals(weights, AttributionWeights.OfTally);
        var reason = weights.Reason;
        var conversions = (double)(_totals.Conversions - _totals.ConversionsWithoutTouch - (isOfTally ? tally.UnsharedConversions : 0));
        if (reason is null && conversions == 0 && !weights.ArePoints)
        {
            reason = tally.UnsharedConversions > 0 ? AttributionNote.Unshared : AttributionNote.NothingConverts;
        }

        if (reason is null && !isOfTally && weights.Values.Length != Channels.Length)
        {
            throw new InvalidOperationException(
                $"The model \"{model.Id}\" returned {InvariantText.Of((long)weights.Values.Length)} weights for " +
                $"{InvariantText.Of((long)Channels.Length)} channels; there must be one per channel.");
        }

        var hasCredit = reason is null && !weights.ArePoints;
        var parts = new double[Channels.Length];
        for (var i = 0; i < parts.Length && hasCredit; i++)
        {
            parts[i] = isOfTally ? tally.ConversionsOf(Order[i]) : weights.Values[i] * conversions;
        }

        var values = hasCredit ? ValuesOf(tally, weights, isOfTally) : [];
        var channels = new ChannelCredit[Channels.Length];
        for (var i = 0; i < channels.Length; i++)
        {
            channels[i] = new(
                Channels[i],
                hasCredit ? parts[i] / conversions : null,
                hasCredit ? parts[i] : null,
                weights.Assisted?[i],
                weights.ArePoints ? weights.Values[i] : null,
                Array.ConvertAll(values, value => new CurrencyAmount(value.Currency, value.Parts[i])));
        }

        return new(
            model, channels, hasCredit ? conversions : 0, hasCredit, weights.ArePoints,
            Array.ConvertAll(values, value => new CurrencyAmount(value.Currency, value.Total)), NotesOf(tally, reason));
    }

    private (string? Currency, decimal Total, decimal[] Parts)[] ValuesOf(
        AttributionTally tally, AttributionWeights weights, bool isOfTally) =>
        Array.ConvertAll(_currencyOrder, currency =>
        {
            var total = _totals.ValueOf(currency).Value - _totals.ValueWithoutTouchOf(currency).Value;
            if (isOfTally) total -= tally.UnsharedValueOf(currency);
            var exact = new decimal[Channels.Length];
            for (var i = 0; i < exact.Length; i++)
            {
                exact[i] = isOfTally ? (decimal)tally.ValueOf(Order[i], currency) : total * (decimal)weights.Values[i];
            }

            var rounded = LargestRemainder.Round(total, exact, _decimals);
            return (Amount(currency, total).Currency, total, rounded);
        });

    private AttributionNote[] NotesOf(AttributionTally tally, string? reason)
    {
        var notes = tally.Notes;
        if (tally.UnsharedConversions > 0) notes[AttributionNote.Unshared] = tally.UnsharedConversions;
        var sets = tally.SetCount;
        if (sets > 0) notes[AttributionNote.SetsSeen] = sets;
        if (reason is not null && !notes.ContainsKey(reason)) notes[reason] = _totals.Paths;
        var all = new List<AttributionNote>();
        foreach (var note in notes) all.Add(new(note.Key, note.Value));
        return [.. all];
    }

    private CurrencyAmount Amount(int currency, decimal amount) => new(PipelineText.OrNull(_currencies[currency]), amount);
}
