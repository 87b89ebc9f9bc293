using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using PipelineReview;
using Xunit;
using static Sqo.Qualification.Samples.Tests.DealFiles;

namespace Sqo.Qualification.Samples.Tests.Reading;

public sealed class FileKindTests
{
    private const string JsonMap =
        """
        { "columns": { "id": "id", "amount": "properties.amount", "created": "created", "competitors": "rivals", "demoRequested": "demo" },
          "status": "open", "dateFormats": ["yyyy-MM-dd"] }
        """;

    [Theory]
    [InlineData("%PDF-1.7", "a PDF")]
    [InlineData("\u00D0\u00CF\u0011\u00E0",
        "an old Excel workbook (.xls) or one with a password; save it as .xlsx without a password, or as CSV")]
    [InlineData("<html><table>", "an HTML page, which Excel opens but which is no workbook; save it as .xlsx or CSV")]
    [InlineData("\n <?xml version=\"1.0\"?>", "XML")]
    [InlineData("{\\rtf1", "a rich text document")]
    [InlineData("[\n{\"id\":1}]", "a JSON list; write one object per line, without the list")]
    [InlineData("{\n\"id\":1\n}", "a JSON document; write one object per line")]
    [InlineData("SQLite format 3\0", "an SQLite database")]
    [InlineData("PAR1", "a Parquet file")]
    [InlineData("\u001F\u008B", "a gzip archive; unpack it first")]
    [InlineData("\u0089PNG", "a PNG picture")]
    [InlineData("i\0d\0,\0s\0\n\0", "UTF-16 text without a byte order mark; set encoding to utf-16 in the map")]
    [InlineData("\0i\0d\0,\0s\0\n", "UTF-16 text without a byte order mark; set encoding to utf-16BE in the map")]
    [InlineData("PK\u0003\u0004broken", "a damaged ZIP archive or workbook")]
    public void Read_OtherKindOfFile_IsNamed(string start, string name)
    {
        var e = Assert.Throws<InputException>(() => Read(Map(), Encoding.Latin1.GetBytes(start), "deals.csv"));
        Assert.EndsWith(
            $"must be a file that can be read: this is {name}; CSV, Excel workbooks (.xlsx) and JSON lines can be read", e.Faults.Single(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word/document.xml", "a Word document")]
    [InlineData("content.xml", "an OpenDocument file; save it as .xlsx or CSV")]
    [InlineData("deals.csv", "a ZIP archive; unpack it first")]
    [InlineData("xl/workbook.bin", "a binary Excel workbook (.xlsb); save it as .xlsx")]
    public void Read_OtherArchive_IsNamed(string entry, string name)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) archive.CreateEntry(entry);
        var e = Assert.Throws<InputException>(() => Read(Map(), stream.ToArray(), "deals.xlsx"));
        Assert.Contains($"this is {name};", e.Faults.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{id},stage\n")]
    [InlineData("[id],stage\n")]
    public void Read_CsvThatStartsWithABracket_IsCsv(string header) =>
        Assert.Equal("a", Read(Map("\"status\": \"open\"", "\"id\": 1", stages: ""), header + "a,open\n").Deals.Single().Id);

    [Fact]
    public void Read_JsonLines_HaveTypesNamesWithinNamesAndLists()
    {
        var read = Read(
            JsonMap,
            """
            {"id":"a","properties":{"amount":1234.5},"created":"2026-01-02","rivals":["Acme","Globex"],"demo":true}

            {"id":2,"created":null,"demo":false,"properties":{"amount":"7"}}
            no JSON
            [1]
            {"id":"c","properties":{"amount":"x"}}
            """);
        Assert.Equal(["a", "2"], read.Deals.Select(deal => deal.Id));
        Assert.Equal([1234.5m, 7m], read.Deals.Select(deal => deal.Amount!.Value));
        Assert.Equal((new DateTime(2026, 1, 2), 2, true), (read.Deals[0].Created, read.Deals[0].Competitors, read.Deals[0].DemoRequested));
        Assert.Equal([4, 5, 6], read.Rejected.Select(row => row.Line));
        Assert.Equal(
            [
                "no JSON that can be read: \"no JSON\"", "no JSON object: \"[1]\"",
                "properties.amount \"x\": is not a number in the invariant culture, such as 1,234.5",
            ],
            read.Faults);
    }

    [Fact]
    public void Read_Workbook_HasTypesAndRows()
    {
        byte[] file = Workbook.Of(
            ("Notes", [["This is no list"]]),
            ("Deals",
            [
                ["id", "stage", "amount", "created", "closed", "expected"],
                ["a", "open", 1234.5, new DateTime(2026, 5, 1), null, new DateTime(2026, 7, 1, 14, 30, 0)],
                [null, null, null, null, null, null],
                [17, "won", "x", null, null, null],
            ]));
        var read = Read($"{{ \"columns\": {{ {Columns} }}, {Stages}, \"sheet\": \"deals\" }}", file, "deals.xlsx");
        var deal = read.Deals.Single();
        Assert.Equal(
            ("a", 1234.5m, new DateTime(2026, 5, 1), new DateTime(2026, 7, 1, 14, 30, 0)),
            (deal.Id, deal.Amount!.Value, deal.Created!.Value, deal.ExpectedClose!.Value));
        Assert.Equal(
            (4, "17", "amount \"x\": is not a number in the invariant culture, such as 1,234.5"),
            (read.Rejected[0].Line, read.Rejected[0].Id, read.Faults[0]));
    }

    [Fact]
    public void Read_WorkbookWithoutTheSheet_NamesThoseThatThereAre()
    {
        var e = Assert.Throws<InputException>(
            () => Read(Map("\"sheet\": \"Deals\""), Workbook.Of(("Notes", [["a"]]), ("More", [["b"]])), "deals.xlsx"));
        Assert.EndsWith("the workbook has no sheet \"Deals\"; its sheets are Notes, More", e.Faults.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TextsAsDatesInAWorkbook_NeedAFormat()
    {
        byte[] file = Workbook.Of(("Deals",
            [["id", "stage", "created"], ["a", "open", "2026-05-01"], ["b", "open", new DateTime(2026, 5, 1)]]));
        const string Map = $"{{ \"columns\": {{ \"id\": \"id\", \"stage\": \"stage\", \"created\": \"created\" }}, {Stages} }}";
        var read = Read(Map, file, "deals.xlsx");
        Assert.Equal("b", read.Deals.Single().Id);
        Assert.Equal("created \"2026-05-01\": is a text, and the map has no date format", read.Faults.Single());
    }
}
