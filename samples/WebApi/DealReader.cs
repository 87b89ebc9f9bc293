using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace WebApi;

/// <summary>Reads deals from a request, and reports everything that is wrong with them at once: the field, its value and the rule.</summary>
internal sealed class DealReader(IOptions<JsonOptions> options)
{
    private const int MostDeals = 1_000;

    private readonly JsonSerializerOptions _json = options.Value.SerializerOptions;

    /// <summary>Reads one deal, or as many as an array holds.</summary>
    /// <returns>The deals; empty when there are faults.</returns>
    public async Task<(IReadOnlyList<Deal> Deals, IReadOnlyList<DealFault> Faults)> ReadAsync(HttpRequest request, bool isBatch, CancellationToken cancellationToken)
    {
        var deals = new List<Deal>();
        var faults = new List<DealFault>();
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            if (!isBatch) Read(body.RootElement, "#", deals, faults);
            else if (body.RootElement.ValueKind != JsonValueKind.Array) faults.Add(new("#", "", Excerpt(body.RootElement), "must be an array of deals"));
            else if (body.RootElement.GetArrayLength() > MostDeals) faults.Add(new("#", "", $"an array of {body.RootElement.GetArrayLength()}", $"must hold at most {MostDeals} deals"));
            else foreach (var (index, deal) in body.RootElement.EnumerateArray().Index()) Read(deal, $"#/{index}", deals, faults);
        }
        catch (JsonException e)
        {
            faults.Add(new("#", "", null, $"must be JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1} is not"));
        }

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
            if (!known.TryGetValue(sent.Name, out var property))
            {
                faults.Add(new($"{pointer}/{sent.Name.Replace("~", "~0").Replace("/", "~1")}", sent.Name, Excerpt(sent.Value), $"is no field; fields are {string.Join(", ", known.Keys)}"));
            }
            else if (!seen.Add(sent.Name))
            {
                faults.Add(new($"{pointer}/{property.Name}", property.Name, Excerpt(sent.Value), "must be there only once"));
            }
            else if (!IsRead(sent.Value, property))
            {
                faults.Add(new($"{pointer}/{property.Name}", property.Name, Excerpt(sent.Value), $"must be {DealRules.TypeOf(property.PropertyType)}"));
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

    private bool IsRead(JsonElement value, JsonPropertyInfo property)
    {
        try
        {
            return value.Deserialize(property.PropertyType, _json) is not null || (property.IsSetNullable && value.ValueKind == JsonValueKind.Null);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Excerpt(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "...");
    }
}
