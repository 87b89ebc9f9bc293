using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using PipelineReview.Profiles;

namespace PipelineReview.Reading;

/// <summary>
/// Reads a map from JSON. Comments and trailing commas are allowed; unknown and duplicate members are refused. Every fault is
/// reported, with the setting, the value and the rule.
/// </summary>
internal static class DealMapReader
{
    private const string IsoDate = "yyyy-MM-dd";

    private static readonly string[] DefaultTrueValues = ["true", "yes", "1"];
    private static readonly string[] DefaultFalseValues = ["false", "no", "0"];

    private static readonly JsonDocumentOptions Json = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The map; if it has faults, its readable parts. Null if it isn't a JSON object at all.</summary>
    public static DealMap? Read(string path, FaultList faults)
    {
        string file = Path.GetFileName(path);
        JsonElement root;
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path), Json);
            root = document.RootElement.Clone();
            ReadTexts(root);
        }
        catch (InvalidOperationException)
        {
            faults.Add("--map", path, "must not contain half of a surrogate pair, such as \\uD83D alone, in a text");
            return null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            faults.Add("--map", path, $"must be a JSON file that can be read: {e.Message}");
            return null;
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            faults.Add("--map", path, "must contain one JSON object");
            return null;
        }

        return Read(new JsonSection(root, $"{file}: ", faults));
    }

    // An invalid text is found only when it is read.
    private static void ReadTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    _ = property.Name;
                    ReadTexts(property.Value);
                }

                break;
        }
    }

    private static DealMap Read(JsonSection root)
    {
        Dictionary<DealField, string> columns = ReadColumns(root);
        List<LookupMap> lookups = ReadLookups(root, columns);
        foreach (DealField required in (ReadOnlySpan<DealField>)[DealField.Id, DealField.Stage])
        {
            if (!columns.ContainsKey(required))
            {
                root.Fault($"columns.{DealFields.NameOf(required)}", null, "is required: the column of the deals file that contains it");
            }
        }

        HashSet<string> missing = ReadTexts(root, "missing", []);
        HashSet<string> trueValues = ReadTexts(root, "trueValues", DefaultTrueValues);
        HashSet<string> falseValues = ReadTexts(root, "falseValues", DefaultFalseValues);
        RefuseOverlap(root, "falseValues", falseValues, trueValues, "trueValues");
        RefuseOverlap(root, "missing", missing, trueValues, "trueValues");
        RefuseOverlap(root, "missing", missing, falseValues, "falseValues");

        var map = new DealMap
        {
            Columns = columns,
            Lookups = lookups,
            Stages = ReadStages(root),
            Aliases = ReadAliases(root),
            DateFormats = ReadDateFormats(root, columns.Keys.Concat(lookups.SelectMany(lookup => lookup.Columns.Keys))),
            NumberCulture = ReadCulture(root),
            Delimiter = ReadDelimiter(root),
            Encoding = ReadEncoding(root),
            Missing = missing,
            TrueValues = trueValues,
            FalseValues = falseValues,
            AsOf = ReadAsOf(root),
            AmountKnownAtClose = root.Flag("amountKnownAtClose"),
            Currency = ReadCurrency(root),
            Rates = ReadRates(root),
            TimeZone = ReadTimeZone(root),
            EffortHours = ReadEffort(root),
            Owners = ReadOwners(root),
            Profile = ReadProfile(root),
        };
        if (map.Rates.Count > 0 && map.Currency is null)
        {
            root.Fault("rates", null, "needs the currency of the map: set currency");
        }

        root.RefuseOthers();
        return map;
    }

    private static Dictionary<DealField, string> ReadColumns(JsonSection section)
    {
        var columns = new Dictionary<DealField, string>();
        foreach ((string name, string column) in section.TextMembers("columns"))
        {
            string member = $"columns.{name}";
            if (!DealFields.TryParse(name, out DealField field))
            {
                section.Fault(member, column, $"is not a field of a deal; the fields are {DealFields.List}");
            }
            else if (string.IsNullOrWhiteSpace(column))
            {
                section.Fault(member, column, "must name a column");
            }
            else
            {
                columns.Add(field, column.Trim());
            }
        }

        return columns;
    }

    private static List<LookupMap> ReadLookups(JsonSection root, Dictionary<DealField, string> dealColumns)
    {
        var lookups = new List<LookupMap>();
        var filled = new HashSet<DealField>(dealColumns.Keys);
        foreach (JsonSection section in root.Sections("lookups"))
        {
            Dictionary<DealField, string> columns = ReadColumns(section);
            if (columns.Count == 0)
            {
                section.Fault("columns", null, "must name at least one field to look up");
            }

            foreach ((DealField field, string column) in columns)
            {
                string member = $"columns.{DealFields.NameOf(field)}";
                if (field is DealField.Id or DealField.Stage)
                {
                    section.Fault(member, column, "can't be looked up: it has to be in the deals file");
                }
                else if (!filled.Add(field))
                {
                    section.Fault(member, column, "is already filled by another column");
                }
            }

            string file = section.RequiredText("file");
            string key = section.RequiredText("key");
            string by = section.RequiredText("by");
            Dictionary<string, string> aliases = section.TextMembers("aliases").ToDictionary(StringComparer.Ordinal);
            section.RefuseOthers();
            if (file.Length > 0 && key.Length > 0 && by.Length > 0)
            {
                lookups.Add(new LookupMap(file, key, by, columns, aliases));
            }
        }

        return lookups;
    }

    private static Dictionary<string, DealStatus> ReadStages(JsonSection root)
    {
        var stages = new Dictionary<string, DealStatus>(StringComparer.OrdinalIgnoreCase);
        if (root.Section("stages") is not { } section)
        {
            root.Fault("stages", null, "is required: the stages that are open, won and lost");
            return stages;
        }

        ReadStages(section, "open", DealStatus.Open, stages);
        ReadStages(section, "won", DealStatus.Won, stages);
        ReadStages(section, "lost", DealStatus.Lost, stages);
        section.RefuseOthers();
        return stages;
    }

    private static void ReadStages(JsonSection section, string member, DealStatus status, Dictionary<string, DealStatus> stages)
    {
        IReadOnlyList<string> names = section.Texts(member) ?? [];
        if (names.Count == 0)
        {
            section.Fault(member, null, "must name at least one stage");
        }

        foreach (string name in names)
        {
            if (string.IsNullOrWhiteSpace(name) || !stages.TryAdd(name.Trim(), status))
            {
                section.Fault(member, name, "must be named only once");
            }
        }
    }

    private static Dictionary<DealField, IReadOnlyDictionary<string, string>> ReadAliases(JsonSection root)
    {
        var aliases = new Dictionary<DealField, IReadOnlyDictionary<string, string>>();
        if (root.Section("aliases") is not { } section)
        {
            return aliases;
        }

        foreach (string name in section.Names())
        {
            if (DealFields.TryParse(name, out DealField field))
            {
                aliases.Add(field, section.TextMembers(name).ToDictionary(StringComparer.Ordinal));
            }
            else
            {
                section.Fault(name, null, $"is not a field of a deal; the fields are {DealFields.List}");
            }
        }

        return aliases;
    }

    private static List<string> ReadDateFormats(JsonSection root, IEnumerable<DealField> fields)
    {
        var formats = new List<string>();
        foreach (string format in root.Texts("dateFormats") ?? [])
        {
            if (HasWholeDay(format))
            {
                formats.Add(format);
            }
            else
            {
                root.Fault("dateFormats", format, "must be an exact format with year, month and day, such as yyyy-MM-dd or d/M/yyyy");
            }
        }

        if (formats.Count == 0 && fields.Any(DealFields.IsDate))
        {
            root.Fault("dateFormats", null, "must have at least one format, because the map has dates");
        }

        return formats;
    }

    // A format without a year uses the clock's, and mm for MM reads minutes: the check is that a day survives the round trip.
    private static bool HasWholeDay(string format)
    {
        var probe = new DateTime(2003, 4, 15, 0, 0, 0, DateTimeKind.Utc);
        try
        {
            string text = probe.ToString(format, CultureInfo.InvariantCulture);
            return CellParser.TryExactDate(text, format, out DateTime day) && day.Date == probe.Date;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static CultureInfo ReadCulture(JsonSection root)
    {
        string? name = root.Text("numberCulture");
        if (name is null)
        {
            return CultureInfo.InvariantCulture;
        }

        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (ArgumentException)
        {
            root.Fault("numberCulture", name, "is not a culture that is known here, such as en-US or sv-SE");
            return CultureInfo.InvariantCulture;
        }
    }

    private static char ReadDelimiter(JsonSection root)
    {
        string delimiter = root.Text("delimiter") ?? ",";
        if (delimiter is [',' or ';' or '\t' or '|'])
        {
            return delimiter[0];
        }

        root.Fault("delimiter", delimiter, "must be a comma, a semicolon, a tab or a vertical bar");
        return ',';
    }

    private static Encoding? ReadEncoding(JsonSection root)
    {
        string? name = root.Text("encoding");
        if (name is null)
        {
            return null;
        }

        try
        {
            // The provider knows the old code pages, such as Excel's windows-1252, but not the Unicode encodings.
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            root.Fault("encoding", name, "is not an encoding that is known here, such as utf-8 or windows-1252");
            return null;
        }
    }

    private static DateTime? ReadAsOf(JsonSection root)
    {
        if (root.Text("asOf") is not { } text)
        {
            return null;
        }

        if (CellParser.TryExactDate(text, IsoDate, out DateTime asOf))
        {
            return asOf;
        }

        root.Fault("asOf", text, $"must be a date in the form {IsoDate}");
        return null;
    }

    private static string? ReadCurrency(JsonSection root)
    {
        string? currency = root.Text("currency");
        if (currency is not null && !IsCurrency(currency))
        {
            root.Fault("currency", currency, "must be an ISO 4217 code, such as EUR or SEK");
        }

        return currency;
    }

    private static Dictionary<string, decimal> ReadRates(JsonSection root)
    {
        var rates = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase);
        foreach ((string currency, decimal rate) in root.NumberMembers("rates"))
        {
            if (!IsCurrency(currency))
            {
                root.Fault($"rates.{currency}", null, "must be named by an ISO 4217 code, such as EUR or SEK");
            }
            else if (rate <= 0)
            {
                root.Fault($"rates.{currency}", rate.ToString(CultureInfo.InvariantCulture), "must be above 0: the value of one unit in the map's currency");
            }
            else
            {
                rates[currency] = rate;
            }
        }

        return rates;
    }

    private static TimeZoneInfo? ReadTimeZone(JsonSection root)
    {
        if (root.Text("timeZone") is not { } name)
        {
            return null;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone))
        {
            return zone;
        }

        root.Fault("timeZone", name, "is not a time zone that is known here, such as Europe/Stockholm or UTC");
        return null;
    }

    private static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    private static decimal ReadEffort(JsonSection root)
    {
        if (root.Number("effortHours") is not { } hours)
        {
            return DealMap.UsualEffortHours;
        }

        if (hours is < 0 or > DealMap.MostEffortHours)
        {
            root.Fault("effortHours", hours.ToString(CultureInfo.InvariantCulture), $"must lie from 0 to {DealMap.MostEffortHours}");
        }

        return hours;
    }

    private static OwnerListMap? ReadOwners(JsonSection root)
    {
        if (root.Section("owners") is not { } section)
        {
            return null;
        }

        string file = section.RequiredText("file");
        string column = section.RequiredText("column");
        section.RefuseOthers();
        return file.Length > 0 && column.Length > 0 ? new OwnerListMap(file, column) : null;
    }

    private static string? ReadProfile(JsonSection root)
    {
        string? profile = root.Text("profile");
        if (profile is not null && !DealProfiles.Has(profile))
        {
            root.Fault("profile", profile, $"is not a profile; the profiles are {DealProfiles.List}");
        }

        return profile;
    }

    private static HashSet<string> ReadTexts(JsonSection root, string member, IReadOnlyList<string> byDefault) =>
        (root.Texts(member) ?? byDefault).Select(text => text.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static void RefuseOverlap(
        JsonSection root, string member, HashSet<string> values, HashSet<string> others, string otherMember)
    {
        foreach (string both in values.Where(others.Contains))
        {
            root.Fault(member, both, $"can't be in {otherMember} too");
        }
    }
}
