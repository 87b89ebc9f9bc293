using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace PipelineReview.Reading;

/// <summary>
/// The objects of a file of JSON lines. The columns are the members of all objects, those of an object within another one by both
/// names, as in <c>owner.name</c>. The first record is the header. Empty lines aren't records.
/// </summary>
internal sealed class JsonLinesFile(string path, Encoding? encoding) : TableFile
{
    public override void Dispose()
    {
    }

    public override IEnumerable<TableRecord> Records()
    {
        var columns = new Dictionary<string, int>();
        foreach ((int _, Dictionary<string, TableCell> cells, string? _) in Objects())
        {
            foreach (string name in cells.Keys)
            {
                columns.TryAdd(name, columns.Count);
            }
        }

        yield return new TableRecord(0, [.. columns.Keys.Select(name => new TableCell(name))]);
        foreach ((int line, Dictionary<string, TableCell> cells, string? fault) in Objects())
        {
            if (fault is not null)
            {
                yield return new TableRecord(line, fault, RejectReason.BadJson);
                continue;
            }

            var row = new TableCell[columns.Count];
            foreach ((string name, int index) in columns)
            {
                row[index] = cells.GetValueOrDefault(name, TableCell.Empty);
            }

            yield return new TableRecord(line, row);
        }
    }

    private IEnumerable<(int Line, Dictionary<string, TableCell> Cells, string? Fault)> Objects()
    {
        int line = 0;
        foreach (string text in File.ReadLines(path, encoding ?? Encoding.UTF8))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var cells = new Dictionary<string, TableCell>();
            yield return (line, cells, Read(text, cells));
        }
    }

    // The fault; null if the line is an object.
    private static string? Read(string line, Dictionary<string, TableCell> cells)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return $"no JSON object: {Printable.Quote(line)}";
            }

            Add(document.RootElement, "", cells);
            return null;
        }
        catch (JsonException)
        {
            cells.Clear();
            return $"no JSON that can be read: {Printable.Quote(line)}";
        }
        catch (System.InvalidOperationException)
        {
            cells.Clear();
            return $"half of a surrogate pair in a text: {Printable.Quote(line)}";
        }
    }

    private static void Add(JsonElement element, string path, Dictionary<string, TableCell> cells)
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            string name = path + property.Name.Trim();
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                Add(property.Value, name + ".", cells);
            }
            else
            {
                cells[name] = CellOf(property.Value);
            }
        }
    }

    private static TableCell CellOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => TableCell.Empty,
        JsonValueKind.True => new TableCell("true", true),
        JsonValueKind.False => new TableCell("false", false),
        JsonValueKind.Number => new TableCell(value.GetRawText(), value.TryGetDecimal(out decimal number) ? number : null),
        JsonValueKind.Array => ListOf(value),
        _ => new TableCell(value.GetString()!.Trim()),
    };

    private static TableCell ListOf(JsonElement list)
    {
        string[] items =
        [
            .. list.EnumerateArray().Select(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                ? item.GetRawText()
                : CellOf(item).Text),
        ];
        return new TableCell(string.Join(", ", items), items);
    }
}
