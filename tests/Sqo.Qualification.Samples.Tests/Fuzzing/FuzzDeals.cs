using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Samples.Tests.Fuzzing;

/// <summary>Deals as CSV with the map that reads them: mostly what people export, with cells from the edges of what there is.</summary>
internal sealed class FuzzDeals
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Words =
    [
        "Volvo", "", "n/a", "  x  ", "Müller & Söhne", "𠮷野家", "🚀", "=1+1", "<script>alert(1)</script>", "a\"b",
        "line\nbreak", "tab\there", "\u001b[31m",
        "\u202eevil", "\ufffd", "\u0000", "می‌خواهم", "{0}", "[bold]x[/]",
    ];

    private static readonly string[] Numbers =
    [
        "0", "1", "100", "2500.50", "-5", "1,000", "1e5", "NaN", "999999999999999", "1000000000000000", "79228162514264337593543950335",
        "0.0000000000000000000000000001",
        "12 000", "1,5", "",
    ];

    private static readonly string[] Dates =
    [
        "2026-02-30", "9999-12-31", "0001-01-01", "2024-02-29", "1900-01-01", "2026-13-01", "26-01-01", "",
    ];

    private static readonly string[] Fields =
    [
        "id", "stage", "amount", "created", "closed", "expectedClose", "lastActivity", "name", "account", "owner", "product", "industry",
        "country", "employees", "engagementScore", "demoRequested", "hasDecisionMaker", "competitors", "problemConfirmed", "currency",
        "qualified", "answered", "effortHours",
    ];

    private static readonly string[] Stages = ["open", "won", "lost", "open", "won"];

    private readonly SeededRandom _random;
    private readonly double _hostility;
    private readonly char _delimiter;
    private readonly List<(string Field, string Column)> _columns = [];

    public FuzzDeals(SeededRandom random, int size)
    {
        _random = random;
        _hostility = random.Pick(0.0, 0, 0.02, 0.2);
        _delimiter = random.Pick(',', ',', ';', '\t', '|');
        foreach (var field in Fields)
        {
            if (field is not ("id" or "stage") && random.Chance(0.3)) continue;
            var usual = random.Pick(field, field.ToUpperInvariant(), $"The {field}");
            _columns.Add((field, random.Chance(_hostility) ? random.Pick(Words) : usual));
        }

        Rows = random.Below(8 * size);
        Csv = Table();
        Map = MapOfAll();
        Products = $"product{_delimiter}price\nA{_delimiter}100\nB{_delimiter}{random.Pick(Numbers)}\nA{_delimiter}1\n";
    }

    public int Rows { get; }

    public string Csv { get; }

    public string Map { get; }

    /// <summary>The file to look prices up in.</summary>
    public string Products { get; }

    private string Table()
    {
        var csv = new StringBuilder(string.Join(_delimiter, _columns.Select(column => Quoted(column.Column))));
        for (var row = 0; row < Rows; row++)
        {
            csv.Append(_random.Chance(0.1) ? "\r\n" : "\n");
            csv.AppendJoin(_delimiter, _columns.Select(column => Quoted(Cell(column.Field, row))));
        }

        return csv.Append('\n').ToString();
    }

    private string Quoted(string cell) =>
        cell.Contains('"') || cell.Contains('\n') || cell.Contains(_delimiter) || _random.Chance(0.1)
            ? $"\"{cell.Replace("\"", "\"\"")}\""
            : cell;

    private string Cell(string field, int row)
    {
        if (_random.Chance(_hostility)) return _random.Pick(_random.Pick(Words), _random.Pick(Numbers), _random.Pick(Dates));
        if (field is not ("id" or "stage") && _random.Chance(0.1)) return "";
        return field switch
        {
            "id" => string.Create(CultureInfo.InvariantCulture, $"D{row}"),
            "stage" => _random.Pick(Stages),
            "amount" => string.Create(CultureInfo.InvariantCulture, $"{_random.Below(50_000)}"),
            "created" => Day(_random.Below(300)),
            "closed" or "expectedClose" or "lastActivity" or "qualified" or "answered" => Day(_random.Below(420)),
            "employees" or "competitors" or "engagementScore" or "effortHours" =>
                string.Create(CultureInfo.InvariantCulture, $"{_random.Below(100)}"),
            "demoRequested" or "hasDecisionMaker" or "problemConfirmed" => _random.Pick("yes", "no", "true"),
            "currency" => _random.Chance(0.02) ? "SEK" : "EUR",
            "product" => _random.Pick("A", "B", "C"),
            _ => _random.Pick(Words.Take(7).ToArray()),
        };
    }

    private static string Day(int day) =>
        new System.DateTime(2025, 9, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string MapOfAll()
    {
        var columns = new JsonObject();
        foreach (var (field, column) in _columns) columns.Add(field, column);
        var map = new JsonObject
        {
            ["columns"] = columns,
            ["stages"] = JsonNode.Parse("""{ "open": ["open"], "won": ["won"], "lost": ["lost"] }"""),
            ["dateFormats"] = new JsonArray("yyyy-MM-dd"),
            ["delimiter"] = _delimiter.ToString(),
        };
        if (_random.Chance(0.5)) map["currency"] = "EUR";
        if (_random.Chance(0.3)) map["missing"] = new JsonArray("n/a");
        if (_random.Chance(0.3)) map["numberCulture"] = _random.Pick("en-US", "sv-SE", "de-CH", "fa-IR", "xx");
        if (_random.Chance(0.3)) map["profile"] = _random.Pick("startup", "hardware", "bant", "consulting", "agency", "none");
        if (_random.Chance(0.2)) map["asOf"] = _random.Pick(Day(200), Day(0), "0001-01-01", "9999-12-31");
        if (_random.Chance(0.2)) map["amountKnownAtClose"] = true;
        if (_random.Chance(0.2)) map["timeZone"] = _random.Pick("UTC", "Europe/Stockholm", "nowhere");
        if (_random.Chance(0.2)) map["effortHours"] = _random.Pick(0, 0.5, 1000, -1, 1e40);
        if (_random.Chance(0.2))
        {
            map["owners"] = new JsonObject
            {
                ["file"] = _random.Pick("deals.csv", "products.csv", "none.csv", "../products.csv"),
                ["column"] = _random.Pick("owner", "product", ""),
            };
        }

        if (_random.Chance(0.1))
        {
            map["rates"] = JsonNode.Parse(_random.Pick(
                """{ "SEK": 0.09 }""", """{ "SEK": 79228162514264337593543950335 }""", """{ "sek": -1 }"""));
        }

        if (_random.Chance(_hostility))
        {
            map["dateFormats"] = new JsonArray(_random.Pick("dd/MM/yyyy", "yyyy-MM-ddTHH:mm:sszzz", "%", "mm", "yyyyMMdd", "'"));
        }

        if (_random.Chance(0.3) && _columns.Exists(column => column.Field == "product"))
        {
            var file = _random.Pick("products.csv", "products.csv", "../products.csv", "none.csv", "deals.csv", "");
            map["lookups"] = JsonNode.Parse(
                $$"""[{ "file": "{{file}}", "key": "product", "by": "The product", "columns": { "listPrice": "price" } }]""");
        }

        return map.ToJsonString(Json);
    }
}
