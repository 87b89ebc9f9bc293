using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Profiles;

/// <summary>A profile from a JSON file, as docs/profiles-as-data.md describes it.</summary>
internal static class ProfileFile
{
    /// <summary>Reads the profile for deals.</summary>
    /// <param name="path">The file.</param>
    /// <param name="map">Specifies the currency of the deals and the rates of others.</param>
    /// <exception cref="InputException">
    /// The file is invalid, or its money is in a currency that is not that of the deals and has no rate; contains every fault.
    /// </exception>
    public static QualificationProfile<Deal> Read(string path, DealMap map)
    {
        ProfileDefinition definition = Parse(path);
        decimal rate = RateOf(path, definition, map);
        return Create(path, definition, rate == 1 ? DealFieldMap.AsRead : DealFieldMap.Of(rate));
    }

    /// <summary>Reads the profile without deals, so in its own currency.</summary>
    /// <exception cref="InputException">The file is invalid; contains every fault.</exception>
    public static QualificationProfile<Deal> Read(string path) => Create(path, Parse(path), DealFieldMap.AsRead);

    private static ProfileDefinition Parse(string path)
    {
        try
        {
            return ProfileDefinition.Parse(File.ReadAllText(path));
        }
        catch (QualificationProfileException e)
        {
            throw Invalid(path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException([$"{Printable.Clip(path, 300)}: must be a JSON file that can be read: {Printable.Message(e)}"]);
        }
    }

    private static QualificationProfile<Deal> Create(string path, ProfileDefinition definition, FieldMap<Deal> fields)
    {
        try
        {
            return QualificationProfile.Create(definition, fields);
        }
        catch (QualificationProfileException e)
        {
            throw Invalid(path, e);
        }
    }

    private static InputException Invalid(string path, QualificationProfileException e) =>
        new([.. e.Faults.Select(fault => $"{Printable.Clip(Path.GetFileName(path))}: {fault.Message}")]);

    // The amounts are turned into the currency of the profile, so that its bounds, and the explanations, stay as they are written.
    private static decimal RateOf(string path, ProfileDefinition definition, DealMap map)
    {
        using JsonDocument document = JsonDocument.Parse(definition.ToJson());
        string[] currencies = [.. CurrenciesIn(document.RootElement).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (currencies.Length == 0 || currencies.All(currency => string.Equals(currency, map.Currency, StringComparison.OrdinalIgnoreCase)))
        {
            return 1;
        }

        string file = Path.GetFileName(path);
        var faults = new FaultList();
        if (currencies.Length > 1)
        {
            faults.Add($"{file}: currency", string.Join(", ", currencies), "must be the same for all criteria about money");
        }
        else if (map.Currency is null)
        {
            faults.Add($"{file}: currency", currencies[0], "can't be compared with deals without a currency: set currency in the map");
        }
        else if (!map.Rates.ContainsKey(currencies[0]))
        {
            faults.Add(
                $"{file}: currency", currencies[0],
                $"is not {Printable.Clip(map.Currency)}, that of the deals, and the map has no rate for it");
        }

        faults.ThrowIfAny();
        return map.Rates[currencies[0]];
    }

    private static IEnumerable<string> CurrenciesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(CurrenciesIn),
        JsonValueKind.Object => OwnCurrency(element).Concat(element.EnumerateObject().SelectMany(member => CurrenciesIn(member.Value))),
        _ => [],
    };

    private static IEnumerable<string> OwnCurrency(JsonElement criterion) =>
        TextOf(criterion, "field") is { } field && DealFieldMap.IsMoney(field) && TextOf(criterion, "currency") is { } currency
            ? [currency]
            : [];

    private static string? TextOf(JsonElement element, string member) =>
        element.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
