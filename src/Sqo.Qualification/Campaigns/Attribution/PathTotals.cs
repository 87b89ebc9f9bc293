using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>What is counted of all paths, whatever the models.</summary>
internal sealed class PathTotals
{
    private readonly List<ExactDecimalSum> _values = [];
    private readonly List<ExactDecimalSum> _valuesWithoutTouch = [];
    private long[] _first = [];
    private long[] _last = [];
    private long[] _between = [];

    public long Paths { get; private set; }

    public long Conversions { get; private set; }

    public long NonConversions { get; private set; }

    public long ConversionsWithoutTouch { get; private set; }

    public long ConversionsWithoutValue { get; private set; }

    public void Add(AttributionPath path, int[] numbers, int currency, int channels)
    {
        checked
        {
            Paths++;
            Conversions += path.Conversions;
            NonConversions += path.NonConversions;
            if (path.Length == 0) ConversionsWithoutTouch += path.Conversions;
            if (path.Value is { } value) AddValue(currency, value, path.Length == 0);
            else ConversionsWithoutValue += path.Conversions;
            if (path.Length == 0 || path.Conversions == 0) return;
            Fit(channels);
            _first[numbers[0]] += path.Conversions;
            _last[numbers[path.Length - 1]] += path.Conversions;
            for (var i = 1; i < path.Length - 1; i++) _between[numbers[i]] += path.Conversions;
        }
    }

    public void Merge(PathTotals other, int[] channels, int[] currencies, int count)
    {
        checked
        {
            Paths += other.Paths;
            Conversions += other.Conversions;
            NonConversions += other.NonConversions;
            ConversionsWithoutTouch += other.ConversionsWithoutTouch;
            ConversionsWithoutValue += other.ConversionsWithoutValue;
            for (var i = 0; i < other._values.Count; i++)
            {
                FitValues(currencies[i]);
                _values[currencies[i]].Add(other._values[i]);
                _valuesWithoutTouch[currencies[i]].Add(other._valuesWithoutTouch[i]);
            }

            Fit(count);
            for (var i = 0; i < channels.Length && i < other._first.Length; i++)
            {
                _first[channels[i]] += other._first[i];
                _last[channels[i]] += other._last[i];
                _between[channels[i]] += other._between[i];
            }
        }
    }

    public ExactDecimalSum ValueOf(int currency)
    {
        FitValues(currency);
        return _values[currency];
    }

    public ExactDecimalSum ValueWithoutTouchOf(int currency)
    {
        FitValues(currency);
        return _valuesWithoutTouch[currency];
    }

    /// <summary>How often converting paths begin with, end with, and have between a channel.</summary>
    public (long First, long Last, long Between) PlacesOf(int channel) =>
        channel < _first.Length ? (_first[channel], _last[channel], _between[channel]) : default;

    public void SetPlaces(int channel, long first, long last, long between)
    {
        Fit(channel + 1);
        (_first[channel], _last[channel], _between[channel]) = (first, last, between);
    }

    /// <summary>The counts by name, and back.</summary>
    public IEnumerable<KeyValuePair<string, long>> State()
    {
        yield return new("paths", Paths);
        yield return new("conversions", Conversions);
        yield return new("non-conversions", NonConversions);
        yield return new("conversions-without-touch", ConversionsWithoutTouch);
        yield return new("conversions-without-value", ConversionsWithoutValue);
    }

    /// <summary>Sets a count of <see cref="State"/>; <see langword="false"/> if there is none with that name.</summary>
    public bool TrySet(string name, long count)
    {
        switch (name)
        {
            case "paths": Paths = count; return true;
            case "conversions": Conversions = count; return true;
            case "non-conversions": NonConversions = count; return true;
            case "conversions-without-touch": ConversionsWithoutTouch = count; return true;
            case "conversions-without-value": ConversionsWithoutValue = count; return true;
            default: return false;
        }
    }

    private void AddValue(int currency, decimal value, bool isWithoutTouch)
    {
        FitValues(currency);
        _values[currency].Add(value);
        if (isWithoutTouch) _valuesWithoutTouch[currency].Add(value);
    }

    private void FitValues(int currency)
    {
        while (_values.Count <= currency)
        {
            _values.Add(new());
            _valuesWithoutTouch.Add(new());
        }
    }

    private void Fit(int channels)
    {
        if (_first.Length >= channels) return;
        var size = Math.Max(16, 2 * channels);
        Array.Resize(ref _first, size);
        Array.Resize(ref _last, size);
        Array.Resize(ref _between, size);
    }
}
