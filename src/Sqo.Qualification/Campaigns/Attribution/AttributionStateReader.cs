using System;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Reads a row of a state; a row that can't be right is an error that names it.</summary>
internal sealed class AttributionStateReader(AttributionStateRow row)
{
    private const int LongestNumber = 80;
    private const int MostDecimals = 28;

    private readonly string[] _values = row.Value.Split(' ');

    public string Kind => row.Kind;

    /// <summary>A part of the key, which must have a number of parts.</summary>
    public string Key(int place, int parts) =>
        row.Key.Count == parts ? row.Key[place] : throw Wrong($"its key must have {InvariantText.Of((long)parts)} parts");

    /// <summary>The part of the key that names the model.</summary>
    public string Model() => row.Key.Count > 0 ? row.Key[0] : throw Wrong("its key must begin with a model");

    /// <summary>A number of the value, 0 or above; the value must have as many.</summary>
    public long Count(int place, int parts) =>
        _values.Length == parts && long.TryParse(_values[place], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw Wrong($"its value must be {InvariantText.Of((long)parts)} whole numbers, 0 or above");

    public BigInteger Whole() => _values.Length == 1 ? Whole(_values[0]) : throw Wrong("its value must be a whole number");

    public ExactDecimalSum DecimalSum() =>
        _values.Length == 2 && int.TryParse(_values[1], NumberStyles.None, CultureInfo.InvariantCulture, out var scale)
            && scale <= MostDecimals
            ? ExactDecimalSum.Of(Whole(_values[0]), scale)
            : throw Wrong("its value must be a whole number and a number of decimal places");

    /// <summary>The channels after the model; an empty text is the end.</summary>
    public int[] Channels(TextIndex channels)
    {
        if (row.Key.Count < 2) throw Wrong("its key must have a channel");
        var key = new List<int>();
        for (var i = 1; i < row.Key.Count; i++) key.Add(row.Key[i].Length == 0 ? AttributionTally.End : channels.Of(row.Key[i]));
        if (Kind == "set") key.Sort();
        return [.. key];
    }

    public ArgumentException Wrong(string rule) => new(
        $"The row \"{Excerpt.Of(row.ToString())}\" of the state can't be read; {rule}.", "rows");

    private BigInteger Whole(string text) =>
        text.Length <= LongestNumber && BigInteger.TryParse(
            text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong("its value must be a whole number");
}
