using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The credits of several attribution models side by side. Attribution is not cause: it says which channels were part of the way to a
/// conversion, not what would have happened without them. Immutable.
/// </summary>
public sealed class AttributionComparison
{
    // A channel opens or closes paths if the one is that much more than the other, of both together.
    private const double ClearlyMore = 0.2;

    private readonly Dictionary<string, ModelAttribution> _byModel = new(StringComparer.Ordinal);

    internal AttributionComparison(
        AttributionModel[] models,
        AttributionTally[] tallies,
        TextIndex channels,
        TextIndex currencies,
        PathTotals totals,
        JourneyPaths journeys,
        AttributionOptions options)
    {
        var calculation = new AttributionCalculation(channels, currencies, totals, options);
        Channels = Array.AsReadOnly(calculation.Channels);
        Coverage = new(journeys, totals, calculation.Values, calculation.ValuesWithoutTouch);
        var attributions = new ModelAttribution[models.Length];
        for (var i = 0; i < models.Length; i++)
        {
            attributions[i] = calculation.Of(models[i], tallies[i]);
            _byModel.Add(models[i].Id, attributions[i]);
        }

        Models = Array.AsReadOnly(attributions);
        var credited = Array.FindAll(attributions, model => model.HasCredit);
        Spreads = Array.AsReadOnly(SpreadsOf(credited, calculation, totals, out var agreement));
        Agreement = agreement;
    }

    /// <summary>The channels of all paths, in ordinal order.</summary>
    public IReadOnlyList<string> Channels { get; }

    /// <summary>The credits of each model, in the order of the models.</summary>
    public IReadOnlyList<ModelAttribution> Models { get; }

    /// <summary>What it was computed from, and what is not in it.</summary>
    public AttributionCoverage Coverage { get; }

    /// <summary>
    /// How far the models are apart on each channel, the widest first, equal ones by channel; empty if no model gives credit. Points are
    /// not compared.
    /// </summary>
    public IReadOnlyList<ChannelSpread> Spreads { get; }

    /// <summary>
    /// How much of the credit all models agree on: the sum over the channels of the lowest share that a model gives, from 0 to 1;
    /// <see langword="null"/> if no model gives credit.
    /// </summary>
    public double? Agreement { get; }

    /// <summary>The credits of a model.</summary>
    /// <param name="modelId">The id of the model.</param>
    /// <returns>The credits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="modelId"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">There is no such model.</exception>
    public ModelAttribution this[string modelId] => _byModel.TryGetValue(Guard.NotNull(modelId), out var model)
        ? model
        : throw new KeyNotFoundException($"There is no model \"{Excerpt.Of(modelId)}\" in the comparison.");

    /// <summary>Compares models on paths.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="models">The models, each with a different id. The default is <see cref="AttributionModels.BuiltIn"/>.</param>
    /// <param name="options">How credits are rounded. The default is <see cref="AttributionOptions.Default"/>.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="paths"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no model, one is <see langword="null"/>, or two have the same id.</exception>
    public static AttributionComparison Of(
        IEnumerable<AttributionPath> paths, IEnumerable<AttributionModel>? models = null, AttributionOptions? options = null)
    {
        Guard.NotNull(paths);
        var accumulator = new AttributionAccumulator(models, options);
        foreach (var path in paths) accumulator.Add(path);
        return accumulator.Compare();
    }

    /// <summary>Compares models on journeys.</summary>
    /// <param name="journeys">The journeys, such as those of <see cref="Journeys.ByOpportunity"/>.</param>
    /// <param name="models">The models, each with a different id. The default is <see cref="AttributionModels.BuiltIn"/>.</param>
    /// <param name="options">How journeys become paths. The default is <see cref="AttributionOptions.Default"/>.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="journeys"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no model, one is <see langword="null"/>, or two have the same id.</exception>
    /// <example><code>
    /// var credit = AttributionComparison.Of(Journeys.ByOpportunity(opportunities, ConversionEvent.QualifiedOpportunity, asOf));
    /// foreach (ChannelCredit channel in credit["markov-1"].Channels) Console.WriteLine($"{channel}: {channel.Conversions:F1}");
    /// </code></example>
    public static AttributionComparison Of(
        IEnumerable<Journey> journeys, IEnumerable<AttributionModel>? models = null, AttributionOptions? options = null)
    {
        Guard.NotNull(journeys);
        var accumulator = new AttributionAccumulator(models, options);
        foreach (var journey in journeys) accumulator.Add(journey);
        return accumulator.Compare();
    }

    /// <summary>Writes the comparison in words: what was counted, how much the models agree, and where they differ and why.</summary>
    /// <param name="texts">The texts of a language.</param>
    /// <returns>The text, one line per statement; the first lines say what attribution is not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts) => new AttributionWriter(Guard.NotNull(texts)).Write(this);

    private static ChannelSpread[] SpreadsOf(
        ModelAttribution[] models, AttributionCalculation calculation, PathTotals totals, out double? agreement)
    {
        agreement = null;
        if (models.Length == 0) return [];
        double shared = 0;
        var spreads = new ChannelSpread[calculation.Channels.Length];
        for (var i = 0; i < spreads.Length; i++)
        {
            var (lowest, highest) = (models[0], models[0]);
            foreach (var model in models)
            {
                if (Share(model) < Share(lowest)) lowest = model;
                if (Share(model) > Share(highest)) highest = model;
            }

            shared += Share(lowest);
            spreads[i] = new(
                calculation.Channels[i],
                Share(lowest),
                lowest.Model,
                Share(highest),
                highest.Model,
                RoleOf(totals.PlacesOf(calculation.Order[i])));

            double Share(ModelAttribution model) => model.Channels[i].Share!.Value;
        }

        agreement = Math.Min(1, shared);
        Array.Sort(spreads, (a, b) => a.Spread != b.Spread ? b.Spread.CompareTo(a.Spread) : string.CompareOrdinal(a.Channel, b.Channel));
        return spreads;
    }

    private static ChannelRole RoleOf((long First, long Last, long Between) places)
    {
        double ends = (double)places.First + places.Last;
        if (places.Between > ends) return ChannelRole.Between;
        var more = (double)places.First - places.Last;
        if (more > ClearlyMore * ends) return ChannelRole.Opens;
        return -more > ClearlyMore * ends ? ChannelRole.Closes : ChannelRole.Balanced;
    }
}
