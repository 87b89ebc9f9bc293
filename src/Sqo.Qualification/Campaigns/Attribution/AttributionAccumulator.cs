using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Counts paths one at a time for several attribution models, in memory that depends on the number of channels and of the sequences and
/// sets that the models count, not on the number of paths. Not thread-safe: give each thread its own, and merge them.
/// </summary>
/// <remarks>
/// Whatever the order of the paths, and however they were split and merged, the results have the same bits. The state is plain data, so
/// that shards can be counted on different machines or days.
/// </remarks>
public sealed class AttributionAccumulator
{
    private const string Format = "1";

    private readonly AttributionModel[] _models;
    private readonly AttributionTally[] _tallies;
    private readonly TextIndex _channels = new();
    private readonly TextIndex _currencies = new();
    private readonly PathTotals _totals = new();
    private readonly JourneyPaths _journeys;
    private readonly CountedPath _counted = new();

    // The models that count, by place: one of two that count the same; and of these, the ones that see paths without conversions.
    private readonly int[] _counting;
    private readonly int[] _countingAll;

    /// <summary>Creates an accumulator that has counted nothing.</summary>
    /// <param name="models">The models, each with a different id. The default is <see cref="AttributionModels.BuiltIn"/>.</param>
    /// <param name="options">How journeys become paths. The default is <see cref="AttributionOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">There is no model, one is <see langword="null"/>, or two have the same id.</exception>
    public AttributionAccumulator(IEnumerable<AttributionModel>? models = null, AttributionOptions? options = null)
    {
        Options = options ?? AttributionOptions.Default;
        _models = [.. models ?? AttributionModels.BuiltIn];
        _journeys = new(Options);
        if (_models.Length == 0) throw new ArgumentException("There is no model; there must be at least one.", nameof(models));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var model in _models)
        {
            if (model is null) throw new ArgumentException("A model is null.", nameof(models));
            if (!ids.Add(model.Id)) throw new ArgumentException(
                $"Two models have the id \"{Excerpt.Of(model.Id)}\"; ids must be unique.", nameof(models));
        }

        _tallies = new AttributionTally[_models.Length];
        for (var i = 0; i < _models.Length; i++) _tallies[i] = EarlierTally(i) ?? new(_models[i].Id, _channels, _counted);
        _counting = Array.FindAll(Enumerable.Range(0, _models.Length).ToArray(), i => EarlierTally(i) is null);
        _countingAll = Array.FindAll(_counting, i => !_models[i].CountsConversionsOnly);
    }

    /// <summary>The models.</summary>
    public IReadOnlyList<AttributionModel> Models => Array.AsReadOnly(_models);

    /// <summary>How journeys become paths.</summary>
    public AttributionOptions Options { get; }

    /// <summary>Adds a path.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">A custom model gave shares that are wrong.</exception>
    /// <exception cref="OverflowException">A count is too large, or a share of a value is 1e21 or more.</exception>
    public void Add(AttributionPath path)
    {
        var length = Guard.NotNull(path).Length;
        var counted = _counted;
        if (counted.Numbers.Length < length) counted.Numbers = new int[2 * length];
        for (var i = 0; i < length; i++) counted.Numbers[i] = _channels.Of(path.Channel(i));
        counted.Currency = path.Value is null ? -1 : _currencies.Of(path.Currency ?? "");
        _totals.Add(path, counted.Numbers, counted.Currency, _channels.Count);
        if (length == 0 || (path.Conversions | path.NonConversions) == 0) return;
        counted.Path = path;
        counted.Value = (double)path.Value.GetValueOrDefault();
        foreach (var i in path.Conversions == 0 ? _countingAll : _counting)
        {
            counted.Tally = _tallies[i];
            _models[i].Count(path, _tallies[i]);
        }

        counted.Tally = null;
    }

    /// <summary>Adds the paths of a journey, as the options make them.</summary>
    /// <param name="journey">The journey.</param>
    /// <exception cref="ArgumentNullException"><paramref name="journey"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">A custom model gave shares that are wrong.</exception>
    /// <exception cref="OverflowException">A count is too large, or a share of a value is 1e21 or more.</exception>
    public void Add(Journey journey)
    {
        foreach (var path in _journeys.Of(Guard.NotNull(journey))) Add(path);
    }

    /// <summary>Adds what another accumulator has counted; the other one is not changed.</summary>
    /// <param name="other">The other one, with models of the same ids in the same order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The other one has other models, or is this one.</exception>
    /// <exception cref="OverflowException">A count is too large.</exception>
    public void Merge(AttributionAccumulator other)
    {
        if (ReferenceEquals(Guard.NotNull(other), this)) throw new ArgumentException(
            "An accumulator can't be merged with itself.", nameof(other));
        var theirs = Array.ConvertAll(other._models, model => model.Id);
        var ours = Array.ConvertAll(_models, model => model.Id);
        if (string.Join("\n", theirs) != string.Join("\n", ours)) throw new ArgumentException(
            $"The other one has the models {Excerpt.Listed(theirs)}; they must be {Excerpt.Listed(ours)}, in this order.", nameof(other));
        var channels = new int[other._channels.Count];
        for (var i = 0; i < channels.Length; i++) channels[i] = _channels.Of(other._channels[i]);
        var currencies = new int[other._currencies.Count];
        for (var i = 0; i < currencies.Length; i++) currencies[i] = _currencies.Of(other._currencies[i]);
        _journeys.Merge(other._journeys);
        _totals.Merge(other._totals, channels, currencies, _channels.Count);
        foreach (var i in _counting) _tallies[i].Merge(other._tallies[i], channels, currencies);
    }

    /// <summary>Gets all that was counted as plain data; the same for the same paths in any order.</summary>
    /// <returns>The rows. They hold the ids of the models, not the options.</returns>
    public IReadOnlyList<AttributionStateRow> ToState()
    {
        var writer = new AttributionStateWriter();
        writer.Add("format", Format);
        foreach (var model in _models) writer.Add("model", "", model.Id);
        foreach (var count in _journeys.State()) writer.Add("count", count.Value, count.Key);
        foreach (var count in _totals.State()) writer.Add("count", count.Value, count.Key);
        foreach (var number in _channels.Order())
        {
            var (first, last, between) = _totals.PlacesOf(number);
            writer.Add("channel", $"{InvariantText.Of(first)} {InvariantText.Of(last)} {InvariantText.Of(between)}", _channels[number]);
        }

        foreach (var currency in _currencies.Order())
        {
            writer.Add("value", _totals.ValueOf(currency), _currencies[currency]);
            writer.Add("value-without-touch", _totals.ValueWithoutTouchOf(currency), _currencies[currency]);
        }

        for (var i = 0; i < _models.Length; i++) _tallies[i].Write(writer, _models[i].Id, _currencies);
        return writer.Rows.AsReadOnly();
    }

    /// <summary>Makes an accumulator that has counted what a state holds.</summary>
    /// <param name="rows">The rows of <see cref="ToState"/>, in their order.</param>
    /// <param name="models">The models, with the ids of those that counted. The default is <see cref="AttributionModels.BuiltIn"/>.</param>
    /// <param name="options">The options for further journeys. The default is <see cref="AttributionOptions.Default"/>.</param>
    /// <returns>The accumulator.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A row can't be read, or the models have other ids.</exception>
    public static AttributionAccumulator FromState(
        IEnumerable<AttributionStateRow> rows, IEnumerable<AttributionModel>? models = null, AttributionOptions? options = null)
    {
        Guard.NotNull(rows);
        var accumulator = new AttributionAccumulator(models, options);
        var tallies = new Dictionary<string, AttributionTally>(StringComparer.Ordinal);
        for (var i = 0; i < accumulator._models.Length; i++)
        {
            var id = accumulator._models[i].Id;
            // What counts the same has the same rows, which are checked, but count once.
            var counts = accumulator.EarlierTally(i) is null;
            tallies.Add(id, counts ? accumulator._tallies[i] : new(id, accumulator._channels, accumulator._counted));
        }

        var listed = new List<string>();
        var hasFormat = false;
        foreach (var row in rows)
        {
            var reader = new AttributionStateReader(row ?? throw new ArgumentException("A row is null.", nameof(rows)));
            if (!hasFormat && row.Kind != "format") throw reader.Wrong("the first row must be that of the format");
            switch (row.Kind)
            {
                case "format":
                    hasFormat = row.Value == Format ? true : throw reader.Wrong($"its format must be {Format}");
                    break;
                case "model":
                    listed.Add(reader.Key(0, 1));
                    break;
                default:
                    accumulator.Read(reader, tallies);
                    break;
            }
        }

        var expected = Array.ConvertAll(accumulator._models, model => model.Id);
        if (string.Join("\n", listed) != string.Join("\n", expected)) throw new ArgumentException(
            $"The state is of the models {Excerpt.Listed(listed)}; they must be {Excerpt.Listed(expected)}, in this order.", nameof(rows));
        return accumulator;
    }

    /// <summary>Computes the credits of all models from what was counted so far, side by side.</summary>
    /// <returns>The comparison.</returns>
    /// <exception cref="InvalidOperationException">A custom model returned no weights, or not one per channel.</exception>
    /// <exception cref="OverflowException">An amount is too large for a decimal.</exception>
    public AttributionComparison Compare() => new(_models, _tallies, _channels, _currencies, _totals, _journeys, Options);

    /// <summary>The tally of an earlier model that counts the same.</summary>
    private AttributionTally? EarlierTally(int model)
    {
        for (var i = 0; i < model; i++)
        {
            if (_models[model].CountsAs(_models[i])) return _tallies[i];
        }

        return null;
    }

    private void Read(AttributionStateReader row, Dictionary<string, AttributionTally> tallies)
    {
        switch (row.Kind)
        {
            case "count":
                var name = row.Key(0, 1);
                if (!_journeys.TrySet(name, row.Count(0, 1)) && !_totals.TrySet(name, row.Count(0, 1))) throw row.Wrong(
                    "there is no such count");
                break;
            case "channel":
                _totals.SetPlaces(_channels.Of(row.Key(0, 1)), row.Count(0, 3), row.Count(1, 3), row.Count(2, 3));
                break;
            case "value":
                _totals.ValueOf(_currencies.Of(row.Key(0, 1))).Add(row.DecimalSum());
                break;
            case "value-without-touch":
                _totals.ValueWithoutTouchOf(_currencies.Of(row.Key(0, 1))).Add(row.DecimalSum());
                break;
            case "share" or "share-value" or "unshared" or "unshared-value" or "note" or "sequence" or "set":
                if (!tallies.TryGetValue(row.Model(), out var tally)) throw row.Wrong("its model is not one of those given");
                tally.Read(row, _currencies);
                break;
            default:
                throw row.Wrong("there is no such kind");
        }
    }
}
