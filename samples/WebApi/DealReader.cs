using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace WebApi;

/// <summary>Reads deals from a request, and reports all faults at once, each with the field, its value and the
/// rule.</summary>
internal sealed class DealReader(IOptions<JsonOptions> options)
{
    private const int MostDeals = 1_000;

    // The other deals likely have the same faults as the first ones.
    private const int MostFaults = 100;

    private const int LongestName = 60;

    private const int UsualLength = 16_384;

    // Of a character in UTF-8.
    private const int MostBytes = 4;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly JsonSerializerOptions _json = options.Value.SerializerOptions;

    /// <summary>Reads one deal, or as many as an array holds.</summary>
    /// <returns>The deals; empty when there are faults.</returns>
    public async Task<(IReadOnlyList<Deal> Deals, IReadOnlyList<DealFault> Faults)> ReadAsync(
        HttpRequest request, bool isBatch, CancellationToken cancellationToken)
    {
        var deals = new List<Deal>();
        var faults = new List<DealFault>();
        byte[] bytes = [];
        try
        {
            int length;
            (bytes, length) = await ReadAllAsync(request.Body, cancellationToken);
            var text = bytes.AsMemory(0, length);
            if (text.Span.StartsWith(ByteOrderMark)) text = text[ByteOrderMark.Length..];
            if (!Utf8.IsValid(text.Span)) return ([], [new("#", "", null, "must be UTF-8 throughout")]);
            Read(text.Span, isBatch, deals, faults);
        }
        catch (JsonException e)
        {
            faults.Add(new("#", "", null, $"must be JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1} is not"));
        }
        finally
        {
            if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        }

        if (faults.Count >= MostFaults) faults.Add(
            new("#", "", null, $"has more faults than the {MostFaults} that are listed; fix these to see the others"));
        if (faults.Count > 0) deals.Clear();
        return (deals, faults);
    }

    // From the pool, and only as much as has arrived: a client could announce any length, and many large bodies would need much memory.
    private static async Task<(byte[] Bytes, int Length)> ReadAllAsync(Stream body, CancellationToken cancellationToken)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(UsualLength);
        var length = 0;
        try
        {
            while (await body.ReadAsync(bytes.AsMemory(length), cancellationToken) is > 0 and var read)
            {
                length += read;
                if (length < bytes.Length) continue;
                var longer = ArrayPool<byte>.Shared.Rent(2 * length);
                bytes.AsSpan(0, length).CopyTo(longer);
                ArrayPool<byte>.Shared.Return(bytes);
                bytes = longer;
            }

            return (bytes, length);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(bytes);
            throw;
        }
    }

    // Value by value, and no further than the last listed fault: a parsed document would take many times the memory of a large body.
    private void Read(ReadOnlySpan<byte> text, bool isBatch, List<Deal> deals, List<DealFault> faults)
    {
        var reader = new Utf8JsonReader(text);
        reader.Read();
        if (!isBatch)
        {
            Read(ref reader, text, "#", deals, faults);
        }
        else if (reader.TokenType != JsonTokenType.StartArray)
        {
            faults.Add(new("#", "", ExcerptOfValue(ref reader, text), "must be an array of deals"));
        }
        else if (CountOf(reader) is var count and > MostDeals)
        {
            faults.Add(new("#", "", $"an array of {count}", $"must hold at most {MostDeals} deals"));
            return;
        }
        else
        {
            for (var index = 0; faults.Count < MostFaults && reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            {
                Read(ref reader, text, $"#/{index}", deals, faults);
            }
        }

        // Anything after the last value is not JSON.
        if (faults.Count < MostFaults) reader.Read();
    }

    // With a copy of the reader: the original stays at the start of the array.
    private static int CountOf(Utf8JsonReader reader)
    {
        var count = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++) reader.Skip();
        return count;
    }

    private void Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, string pointer, List<Deal> deals, List<DealFault> faults)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            faults.Add(new(pointer, "", ExcerptOfValue(ref reader, text), "must be an object"));
            return;
        }

        var start = (int)reader.TokenStartIndex;
        var before = faults.Count;
        var known = _json.GetTypeInfo(typeof(Deal)).Properties.ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (faults.Count >= MostFaults) return;
            var name = NameOf(ref reader);
            reader.Read();
            var value = SkipValue(ref reader, text);
            if (name is null)
            {
                faults.Add(new(pointer, "", null, "must have no half of a surrogate pair in the name of a field"));
            }
            else if (!known.TryGetValue(name, out var property))
            {
                var shown = Excerpt(name);
                faults.Add(
                    new($"{pointer}/{shown.Replace("~", "~0").Replace("/", "~1")}", shown, Excerpt(value),
                    $"is no field; fields are {string.Join(", ", known.Keys)}"));
            }
            else if (!seen.Add(name))
            {
                faults.Add(new($"{pointer}/{property.Name}", property.Name, Excerpt(value), "must be there only once"));
            }
            else if (!IsRead(value, property))
            {
                faults.Add(
                    new($"{pointer}/{property.Name}", property.Name, Excerpt(value),
                    $"must be {DealRules.TypeOf(property.PropertyType)}"));
            }
        }

        // The other rules need values of the right types.
        if (faults.Count > before) return;
        if (!seen.Contains("account"))
        {
            faults.Add(new($"{pointer}/account", "account", null, "is missing; it must be a text with a visible character"));
            return;
        }

        var deal = JsonSerializer.Deserialize<Deal>(text[start..(int)reader.BytesConsumed], _json)!;
        foreach (var (field, value, rule) in DealRules.BrokenBy(deal)) faults.Add(new($"{pointer}/{field}", field, value, rule));
        if (faults.Count == before) deals.Add(deal);
    }

    // A name or text with half of a surrogate pair is JSON, but not valid text.
    private static string? NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The value at the reader's position, as written; moves the reader to its end.</summary>
    private static ReadOnlySpan<byte> SkipValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return text[start..(int)reader.BytesConsumed];
    }

    private bool IsRead(ReadOnlySpan<byte> value, JsonPropertyInfo property)
    {
        try
        {
            return JsonSerializer.Deserialize(value, property.PropertyType, _json) is not null
                || (property.IsSetNullable && value.SequenceEqual("null"u8));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string ExcerptOfValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> text) => Excerpt(SkipValue(ref reader, text));

    // The maximum number of bytes of these characters and one more.
    private static string Excerpt(ReadOnlySpan<byte> value) =>
        Excerpt(Encoding.UTF8.GetString(value[..Math.Min(value.Length, MostBytes * (LongestName + 1))]));

    private static string Excerpt(string text)
    {
        if (text.Length <= LongestName) return text;
        var end = char.IsHighSurrogate(text[LongestName - 4]) ? LongestName - 4 : LongestName - 3;
        return string.Concat(text.AsSpan(0, end), "...");
    }
}
