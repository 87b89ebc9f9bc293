using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using PipelineReview.Profiles;
using Sqo.Qualification;

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
            faults.Add("--map", path, $"must be a JSON file that can be read: {Printable.Message(e)}");
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
        Dictionary<DealField, FieldColumns> columns = ReadColumns(root);
        List<LookupMap> lookups = ReadLookups(root, columns);
        StatusMap? status = StatusMapReader.Read(root);
        if (!columns.ContainsKey(DealField.Id))
        {
            root.Fault(
                "columns.id", null, "is required: the column of the deals file that contains it; { \"rowNumber\": true } numbers the rows");
        }

        if (!columns.ContainsKey(DealField.Stage) && status is null)
        {
            root.Fault("columns.stage", null, "is required unless the map has a status: the column of the deals file that contains it");
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
            Status = status,
            Rows = ReadRows(root),
            FirstLine = root.Whole("firstLine", 1),
            HasHeader = root.Flag("header", byDefault: true),
            Footer = ReadFooter(root, out int footerRows),
            FooterRows = footerRows,
            Duplicates = ReadDuplicates(root, out ColumnRef? newestBy),
            NewestBy = newestBy,
            StageHistory = ReadStageHistory(root),
            ListSeparator = ReadListSeparator(root),
            Categories = ReadCategories(root),
            ProbabilityIsPercent = ReadIsPercent(root),
            DealUrl = ReadDealUrl(root),
            Stages = status is null ? StatusMapReader.ReadStages(root) : RefuseStages(root),
            Aliases = ReadAliases(root),
            DateFormats = ReadDateFormats(root),
            NumberCulture = ReadCulture(root, "numberCulture") ?? CultureInfo.InvariantCulture,
            NumberStyles = ReadNumberStyles(root),
            Format = new TableFormat(ReadDelimiter(root), ReadEncoding(root), ReadEscape(root), root.Text("sheet")),
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

    private static Dictionary<DealField, FieldColumns> ReadColumns(JsonSection section)
    {
        var columns = new Dictionary<DealField, FieldColumns>();
        if (section.Section("columns") is not { } members)
        {
            return columns;
        }

        foreach (string name in members.Names())
        {
            if (members.Value(
                name, "a column, a list of columns or an object", JsonValueKind.String, JsonValueKind.Number, JsonValueKind.Array,
                JsonValueKind.Object) is not { } value)
            {
                continue;
            }

            if (!DealFields.TryParse(name, out DealField field))
            {
                members.Fault(name, value.ToString(), $"is not a field of a deal; the fields are {DealFields.List}");
            }
            else if (value.ValueKind == JsonValueKind.Object)
            {
                if (ReadJoined(members.Section(name)!, members, field) is { } joined)
                {
                    columns.Add(field, joined);
                }
            }
            else if (ReadList(members, name, value) is { Count: > 0 } list)
            {
                if (field == DealField.Id && list.Count > 1)
                {
                    members.Fault(
                        name, null, "must be one column; { \"columns\": [...], \"separator\": \" / \" } makes the id of several");
                }

                columns.Add(field, new FieldColumns(list, Separator: null));
            }
        }

        return columns;
    }

    private static List<ColumnRef> ReadList(JsonSection section, string member, JsonElement value)
    {
        JsonElement[] items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        if (items.Length == 0)
        {
            section.Fault(member, "[]", "must name at least one column");
        }

        return [.. items.Select(item => section.ColumnOf(item, member)).OfType<ColumnRef>()];
    }

    private static FieldColumns? ReadJoined(JsonSection section, JsonSection parent, DealField field)
    {
        string name = DealFields.NameOf(field);
        bool isRowNumber = section.Flag("rowNumber");
        if (isRowNumber && field != DealField.Id)
        {
            parent.Fault(name, null, "can't be the number of the row; only the id can");
        }

        List<ColumnRef> columns = section.Value("columns", "a list of columns", JsonValueKind.Array) is { } list
            ? ReadList(section, "columns", list)
            : [];
        string separator = section.Text("separator") ?? " ";
        section.RefuseOthers();
        if (isRowNumber == columns.Count > 0)
        {
            parent.Fault(name, null, "must have either columns or rowNumber");
            return null;
        }

        return isRowNumber ? FieldColumns.RowNumber : new FieldColumns(columns, separator);
    }

    private static List<LookupMap> ReadLookups(JsonSection root, Dictionary<DealField, FieldColumns> dealColumns)
    {
        var lookups = new List<LookupMap>();
        var filled = new HashSet<DealField>(dealColumns.Keys);
        foreach (JsonSection section in root.Sections("lookups"))
        {
            Dictionary<DealField, ColumnRef> columns = ReadLookupColumns(section);
            if (columns.Count == 0)
            {
                section.Fault("columns", null, "must name at least one field to look up");
            }

            foreach ((DealField field, ColumnRef column) in columns)
            {
                string member = $"columns.{DealFields.NameOf(field)}";
                if (field is DealField.Id or DealField.Stage or DealField.Snapshot)
                {
                    section.Fault(member, column.ToString(), "can't be looked up: it has to be in the deals file");
                }
                else if (!filled.Add(field))
                {
                    section.Fault(member, column.ToString(), "is already filled by another column");
                }
            }

            string file = section.RequiredText("file");
            ColumnRef key = section.RequiredColumn("key");
            ColumnRef by = section.RequiredColumn("by");
            Dictionary<string, string> aliases = section.TextMembers("aliases").ToDictionary(StringComparer.Ordinal);
            section.RefuseOthers();
            if (file.Length > 0 && key.Name is not "" && by.Name is not "")
            {
                lookups.Add(new LookupMap(file, key, by, columns, aliases));
            }
        }

        return lookups;
    }

    private static Dictionary<DealField, ColumnRef> ReadLookupColumns(JsonSection section)
    {
        var columns = new Dictionary<DealField, ColumnRef>();
        foreach ((DealField field, FieldColumns source) in ReadColumns(section))
        {
            if (source is { Columns: [ColumnRef column], Separator: null })
            {
                columns.Add(field, column);
            }
            else
            {
                section.Fault($"columns.{DealFields.NameOf(field)}", null, "must be one column of the look-up file");
            }
        }

        return columns;
    }

    private static Dictionary<string, DealStatus> RefuseStages(JsonSection root)
    {
        if (root.Section("stages") is not null)
        {
            root.Fault("stages", null, "can't be combined with status, which gives the status of the deals");
        }

        return [];
    }

    private static List<RowFilter> ReadRows(JsonSection root)
    {
        var filters = new List<RowFilter>();
        foreach (JsonSection section in root.Sections("rows"))
        {
            ColumnRef column = section.RequiredColumn("column");
            IReadOnlyList<string>? oneOf = section.Texts("oneOf");
            IReadOnlyList<string>? noneOf = section.Texts("noneOf");
            if ((oneOf is null) == (noneOf is null) || (oneOf ?? noneOf)!.Count == 0)
            {
                section.Fault("oneOf", null, "must list the values of the rows to take, or noneOf those of the rows to leave out");
            }

            section.RefuseOthers();
            filters.Add(new RowFilter(
                column, (oneOf ?? noneOf ?? []).Select(text => text.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase),
                oneOf is not null));
        }

        return filters;
    }

    private static IReadOnlyList<string> ReadFooter(JsonSection root, out int rows)
    {
        rows = 0;
        switch (root.Value("footer", "a list of texts or a number of rows", JsonValueKind.Array, JsonValueKind.Number)?.ValueKind)
        {
            case JsonValueKind.Number:
                rows = root.Whole("footer", 0);
                return [];
            case JsonValueKind.Array:
                string[] texts = [.. root.Texts("footer")!.Select(text => text.Trim())];
                if (texts.Contains(""))
                {
                    root.Fault("footer", "", "must be the start of a line, such as Total");
                }

                return texts;
            default:
                return [];
        }
    }

    private static DuplicateRule ReadDuplicates(JsonSection root, out ColumnRef? newestBy)
    {
        const string Rule = "\"first\", \"last\" or { \"newestBy\": a column of dates }";
        newestBy = null;
        switch (root.Value("duplicates", Rule, JsonValueKind.String, JsonValueKind.Object))
        {
            case { ValueKind: JsonValueKind.Object }:
                JsonSection section = root.Section("duplicates")!;
                newestBy = section.RequiredColumn("newestBy");
                section.RefuseOthers();
                return DuplicateRule.Newest;
            case { } value:
                if (value.GetString() is not ("first" or "last"))
                {
                    root.Fault("duplicates", value.GetString(), $"must be {Rule}");
                }

                return value.GetString() == "last" ? DuplicateRule.Last : DuplicateRule.First;
            default:
                return DuplicateRule.First;
        }
    }

    private static StageHistoryMap? ReadStageHistory(JsonSection root)
    {
        if (root.Section("stageHistory") is not { } section)
        {
            return null;
        }

        string file = section.RequiredText("file");
        ColumnRef id = section.RequiredColumn("id");
        ColumnRef stage = section.RequiredColumn("stage");
        ColumnRef entered = section.RequiredColumn("entered");
        section.RefuseOthers();
        return file.Length > 0 ? new StageHistoryMap(file, id, stage, entered) : null;
    }

    private static string? ReadListSeparator(JsonSection root)
    {
        string? separator = root.Text("listSeparator");
        if (separator?.Trim(' ') is "")
        {
            root.Fault("listSeparator", separator, "must be what stands between the values of a cell, such as a semicolon");
        }

        return separator;
    }

    private static Dictionary<string, ForecastCategory> ReadCategories(JsonSection root)
    {
        var categories = new Dictionary<string, ForecastCategory>(StringComparer.OrdinalIgnoreCase);
        JsonSection? section = root.Section("forecastCategories");
        foreach (ForecastCategory category in Enum.GetValues<ForecastCategory>())
        {
            string name = JsonNamingPolicy.CamelCase.ConvertName(category.ToString());
            foreach (string value in section is null ? UsualNames(category) : section.Texts(name) ?? [])
            {
                if (!categories.TryAdd(value.Trim(), category))
                {
                    section!.Fault(name, value, "must be named only once");
                }
            }
        }

        section?.RefuseOthers();
        return categories;
    }

    // As Salesforce writes them.
    private static string[] UsualNames(ForecastCategory category) => category switch
    {
        ForecastCategory.BestCase => ["Best Case", "BestCase"],
        ForecastCategory.MostLikely => ["Most Likely", "MostLikely"],
        _ => [category.ToString()],
    };

    private static bool ReadIsPercent(JsonSection root)
    {
        string? unit = root.Text("probabilityUnit");
        if (unit is not (null or "percent" or "fraction"))
        {
            root.Fault("probabilityUnit", unit, "must be \"fraction\", from 0 to 1, or \"percent\", from 0 to 100");
        }

        return unit == "percent";
    }

    private static string? ReadDealUrl(JsonSection root)
    {
        string? url = root.Text("dealUrl");
        if (url is not null && !DealLink.IsPattern(url))
        {
            root.Fault(
                "dealUrl", url, "must be an address that starts with https:// and has {id} after the host, where the id of the deal goes");
        }

        return url;
    }

    private static NumberStyle ReadNumberStyles(JsonSection root)
    {
        NumberStyle styles = NumberStyle.None;
        foreach (string name in root.Texts("numberStyles") ?? [])
        {
            if (NumberParser.StyleNames.TryGetValue(name, out NumberStyle style))
            {
                styles |= style;
            }
            else
            {
                root.Fault("numberStyles", name, $"is not a style; the styles are {string.Join(", ", NumberParser.StyleNames.Keys)}");
            }
        }

        return styles;
    }

    private static char? ReadEscape(JsonSection root)
    {
        string? escape = root.Text("escape");
        if (escape is null or ['\\'])
        {
            return escape?[0];
        }

        root.Fault("escape", escape, "must be a backslash, written as \"\\\\\" in JSON");
        return null;
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

    private static List<DateFormat> ReadDateFormats(JsonSection root)
    {
        CultureInfo culture = ReadCulture(root, "dateCulture") ?? CultureInfo.InvariantCulture;
        DateTimeFormatInfo? names = DateFormat.NamesOf(culture);
        if (names is null)
        {
            root.Fault("dateCulture", culture.Name, "must be a culture that can use the Gregorian calendar");
        }

        var formats = new List<DateFormat>();
        foreach (string text in root.Texts("dateFormats") ?? [])
        {
            if (DateFormat.Of(text, names ?? DateTimeFormatInfo.InvariantInfo) is { } format)
            {
                formats.Add(format);
            }
            else
            {
                root.Fault(
                    "dateFormats", text,
                    "must be an exact format with year, month and day, such as yyyy-MM-dd or d/M/yyyy, or one of "
                    + $"{DateFormat.ExcelSerial}, {DateFormat.UnixSeconds} and {DateFormat.UnixMilliseconds}");
            }
        }

        return formats;
    }

    private static CultureInfo? ReadCulture(JsonSection root, string member)
    {
        string? name = root.Text(member);
        if (name is null)
        {
            return null;
        }

        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (ArgumentException)
        {
            root.Fault(member, name, "is not a culture that is known here, such as en-US or sv-SE");
            return null;
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

        if (DateFormat.TryExact(text, IsoDate, out DateTime asOf))
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
                root.Fault(
                    $"rates.{currency}", rate.ToString(CultureInfo.InvariantCulture),
                    "must be above 0: the value of one unit in the map's currency");
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
        ColumnRef column = section.RequiredColumn("column");
        section.RefuseOthers();
        return file.Length > 0 && column.Name is not "" ? new OwnerListMap(file, column) : null;
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
