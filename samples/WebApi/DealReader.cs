using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace WebApi;

/// <summary>Reads deals from a request, and reports everything that is wrong with them at once: the field, its value and the
/// rule.</summary>
internal sealed class DealReader(IOptions<JsonOptions> options)
{
    private const int MostDeals = 1_000;

    // What is wrong with the first of them is likely wrong with the others.
    private const int MostFaults = 100;

    private const int LongestName = 60;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly JsonSerializerOptions _json = options.Value.SerializerOptions;

    /// <summary>Reads one deal, or as many as an array holds.</summary>
    /// <returns>The deals; empty when there are faults.</returns>
    public async Task<(IReadOnlyList<Deal> Deals, IReadOnlyList<DealFault> Faults)> ReadAsync(
        HttpRequest request, bool isBatch, CancellationToken cancellationToken)
    {
        var deals = new List<Deal>();
        var faults = new List<DealFault>();
        try
        {
            using var bytes = new MemoryStream();
            await request.Body.CopyToAsync(bytes, cancellationToken);
            var text = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
            if (text.Span.StartsWith(ByteOrderMark)) text = text[ByteOrderMark.Length..];
            if (!Utf8.IsValid(text.Span)) return ([], [new("#", "", null, "must be UTF-8 throughout")]);
            using var body = JsonDocument.Parse(text);
            if (!isBatch) Read(body.RootElement, "#", deals, faults);
            else if (body.RootElement.ValueKind != JsonValueKind.Array) faults.Add(
                new("#", "", Excerpt(body.RootElement), "must be an array of deals"));
            else if (body.RootElement.GetArrayLength() > MostDeals) faults.Add(
                new("#", "", $"an array of {body.RootElement.GetArrayLength()}", $"must hold at most {MostDeals} deals"));
            else
            {
                foreach (var (index, deal) in body.RootElement.EnumerateArray().Index())
                {
                    if (faults.Count >= MostFaults) break;
                    Read(deal, $"#/{index}", deals, faults);
                }
            }
        }
        catch (JsonException e)
        {
            faults.Add(new("#", "", null, $"must be JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1} is not"));
        }

        if (faults.Count >= MostFaults) faults.Add(
            new("#", "", null, $"has more faults than the {MostFaults} that are listed; more will show once these are mended"));
        if (faults.Count > 0) deals.Clear();
        return (deals, faults);
    }

    private void Read(JsonElement element, string pointer, List<Deal> deals, List<DealFault> faults)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new(pointer, "", Excerpt(element), "must be an object"));
            return;
        }

        var before = faults.Count;
        var known = _json.GetTypeInfo(typeof(Deal)).Properties.ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sent in element.EnumerateObject())
        {
            if (faults.Count >= MostFaults) return;
            if (NameOf(sent) is not { } name)
            {
                faults.Add(new(pointer, "", null, "must have no half of a surrogate pair in the name of a field"));
            }
            else if (!known.TryGetValue(name, out var property))
            {
                var shown = Excerpt(name);
                faults.Add(
                    new($"{pointer}/{shown.Replace("~", "~0").Replace("/", "~1")}", shown, Excerpt(sent.Value),
                    $"is no field; fields are {string.Join(", ", known.Keys)}"));
            }
            else if (!seen.Add(name))
            {
                faults.Add(new($"{pointer}/{property.Name}", property.Name, Excerpt(sent.Value), "must be there only once"));
            }
            else if (!IsRead(sent.Value, property))
            {
                faults.Add(
                    new($"{pointer}/{property.Name}", property.Name, Excerpt(sent.Value),
                    $"must be {DealRules.TypeOf(property.PropertyType)}"));
            }
        }

        // Only what has the right types can be asked for more.
        if (faults.Count > before) return;
        if (!seen.Contains("account"))
        {
            faults.Add(new($"{pointer}/account", "account", null, "is missing; it must be a text with a visible character"));
            return;
        }

        var deal = element.Deserialize<Deal>(_json)!;
        foreach (var (field, value, rule) in DealRules.BrokenBy(deal)) faults.Add(new($"{pointer}/{field}", field, value, rule));
        if (faults.Count == before) deals.Add(deal);
    }

    // A name or text with half of a surrogate pair is JSON, but no text.
    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private bool IsRead(JsonElement value, JsonPropertyInfo property)
    {
        try
        {
            return value.Deserialize(property.PropertyType, _json) is not null
                || (property.IsSetNullable && value.ValueKind == JsonValueKind.Null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string Excerpt(JsonElement value)
    {
        var text = value.GetRawText();
        return Excerpt(text);
    }

    private static string Excerpt(string text)
    {
        if (text.Length <= LongestName) return text;
        var end = char.IsHighSurrogate(text[LongestName - 4]) ? LongestName - 4 : LongestName - 3;
        return string.Concat(text.AsSpan(0, end), "...");
    }
}
