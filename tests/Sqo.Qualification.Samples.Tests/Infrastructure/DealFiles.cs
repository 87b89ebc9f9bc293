using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using PipelineReview;
using PipelineReview.Reading;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>Deals that the reader of the sample PipelineReview reads by itself, without a review.</summary>
internal static class DealFiles
{
    /// <summary>A map of the columns id, stage, amount, created, closed and expected.</summary>
    public const string Columns = "\"id\": \"id\", \"stage\": \"stage\", \"amount\": \"amount\", \"created\": \"created\", " +
        "\"closed\": \"closed\", \"expectedClose\": \"expected\"";

    public const string Stages = "\"stages\": { \"open\": [\"open\"], \"won\": [\"won\"], \"lost\": [\"lost\"] }";

    public const string Header = "id,stage,amount,created,closed,expected\n";

    /// <summary>A map with the usual columns, stages and dates, and with more members.</summary>
    public static string Map(string members = "", string columns = Columns, string stages = Stages, string dates = "\"yyyy-MM-dd\"") =>
        $"{{ \"columns\": {{ {columns} }}, {(stages.Length == 0 ? "" : stages + ", ")}\"dateFormats\": [{dates}], {members} }}";

    /// <summary>Reads a text as deals.</summary>
    public static DealsRead Read(string map, string csv, params (string Name, string Text)[] others) =>
        Read(map, Encoding.UTF8.GetBytes(csv), "deals.csv", others);

    /// <summary>Reads a file as deals.</summary>
    public static DealsRead Read(string map, byte[] file, string name, params (string Name, string Text)[] others)
    {
        using var folder = new TemporaryFolder();
        foreach (var other in others) folder.Write(other.Name, other.Text);
        var path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, file);
        using var reader = DealReader.Open(path, folder.Write("map.json", map));
        Deal[] deals = [.. reader.Read()];
        return new DealsRead(
            deals, [.. reader.Rejected.Select(row => row.Text)], [.. reader.Rejected], reader.Remarks, reader.RejectedLookupRows,
                reader.Map,
            reader.Rows, reader.NotTaken, reader.Replaced);
    }

    /// <summary>What is wrong with a map or a file.</summary>
    public static IReadOnlyList<string> Faults(string map, string csv)
    {
        try
        {
            Read(map, csv);
            return [];
        }
        catch (InputException e)
        {
            return e.Faults;
        }
    }

    /// <summary>The only fault of a map or a file, from the name of the setting on.</summary>
    public static string Fault(string map, string csv = Header) => Faults(map, csv).Single()[(nameof(map).Length + ".json: ".Length)..];
}

internal sealed record DealsRead(
    IReadOnlyList<Deal> Deals, IReadOnlyList<string> Faults, IReadOnlyList<RejectedRow> Rejected, IReadOnlyList<DealRemark> Remarks,
    IReadOnlyList<RejectedRow> RejectedLookupRows, DealMap Map, int Rows, int NotTaken, int Replaced);
