using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using PipelineReview;
using PipelineReview.Suggesting;
using Xunit;

namespace Sqo.Qualification.Samples.Tests.Reading;

public sealed class MapSuggestionTests
{
    public static TheoryData<string> Layouts => [.. ExportLayouts.Names];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Of_ExportOfACrm_IsReadByTheSuggestedMap(string layout)
    {
        var (file, name) = ExportLayouts.FileOf(layout);
        var map = Suggest(file, name);
        var read = DealFiles.Read(map, file, name);
        Assert.Empty(read.Faults);
        Assert.Equal(
            ExportLayouts.Expected,
            read.Deals.Select(deal => string.Create(
                CultureInfo.InvariantCulture,
                $"{deal.Status} {deal.Amount:0} {deal.Created:yyyy-MM-dd} {deal.Closed ?? deal.ExpectedClose:yyyy-MM-dd}")));
        Assert.All(read.Deals, deal => Assert.StartsWith("Deal 100", deal.Name, StringComparison.Ordinal));
        Assert.All(read.Deals, deal => Assert.Contains(deal.Owner, new[] { "Ann Lee", "Bo Ek" }));
        Assert.Empty(read.Remarks);
        Assert.Contains("check every line that has a remark", map, StringComparison.Ordinal);
    }

    [Fact]
    public void Layouts_AreTheBestKnown() => Assert.InRange(ExportLayouts.Names.Distinct().Count(), 20, 100);

    [Theory]
    [InlineData("ID;Betrag;Phase\r\n1;1.234,50;Offen\r\n2;99,00;Gewonnen\r\n", "\"numberCulture\": \"de-DE\"")]
    [InlineData("Id,Amount,Stage\n1,12k,Open\n2,1.5m,Won\n", "// \"numberStyles\": [\"factor\"]")]
    [InlineData("Id,Amount,Stage\n1,\"12,34,567\",Open\n2,100,Won\n", "\"numberStyles\": [\"lakhs\"]")]
    [InlineData("Id,Amount,Stage\n1,(5),Open\n2,5-,Won\n", "\"numberStyles\": [\"brackets\", \"trailingMinus\"]")]
    [InlineData("Id,Stage,Created\n1,Open,3/4/2026\n2,Won,1/2/2026\n", "which number is the day and which the month")]
    [InlineData("Id,Stage,Created\n1,Open,3/14/2026\n2,Won,1/2/2026\n", "\"dateFormats\": [\"M/d/yyyy\"]")]
    [InlineData("Id,Stage,Created\n1,Open,14/3/2026\n2,Won,1/2/2026\n", "\"dateFormats\": [\"d/M/yyyy\"]")]
    [InlineData("Id,Stage,Created\n1,Open,1777593600\n2,Won,1777680000\n", "\"dateFormats\": [\"unixSeconds\"]")]
    [InlineData("Id,Stage,Created\n1,Open,1777593600000\n2,Won,1777680000000\n", "\"dateFormats\": [\"unixMilliseconds\"]")]
    [InlineData("Id;Phase;Erstellt am\n1;Offen;3. März 2026\n2;Gewonnen;12. Mai 2026\n", "\"dateCulture\": \"de-DE\"")]
    [InlineData("Id,Stage,Currency\n1,Open,Euro\n2,Won,US Dollar\n",
        "\"aliases\": { \"currency\": { \"Euro\": \"EUR\", \"US Dollar\": \"USD\" } }")]
    [InlineData("Id,Stage,Amount,Pipeline\n1,Open,1,New\n2,Won,1,Renewal\n",
        "// \"rows\": [{ \"column\": \"Pipeline\", \"oneOf\": [\"New\", \"Renewal\"] }]")]
    [InlineData("Id,Stage,Amount,Modified On\n1,Open,1,2026-01-01\n1,Won,1,2026-02-01\n",
        "\"duplicates\": { \"newestBy\": \"Modified On\" }")]
    [InlineData("Stage,Amount\nOpen,1\nWon,1\n", "\"id\": { \"rowNumber\": true }")]
    [InlineData("Id,Stage,Amount,Amount\n1,Open,1,2\n2,Won,1,2\n", "\"amount\": 3")]
    [InlineData("Id,Stage,Amount\n1,Open,n/a\n2,Won,1\n", "\"missing\": [\"n/a\"]")]
    [InlineData("Id,Stage,Opportunity Amount USD\n1,Open,1\n2,Won,2\n", "\"amount\": \"Opportunity Amount USD\"")]
    [InlineData("Id,Stage,Opportunity Amount USD\n1,Open,1\n2,Won,2\n", "\"currency\": \"USD\", // from the name of the column")]
    [InlineData("Id,Stage,Amount,Deal Value (EUR)\n1,Open,1,2\n2,Won,2,3\n", "\"amount\": \"Amount\"")]
    [InlineData("mql_id,Stage\nx1,Open\nx2,Won\n", "\"id\": \"mql_id\"")]
    [InlineData("unpaid,Stage\nx1,Open\nx2,Won\n", "\"id\": { \"rowNumber\": true }")]
    [InlineData("Id,Result Of Sale\n1,Won\n2,Loss\n", "\"column\": \"Result Of Sale\"")]
    [InlineData("Id,Result Of Sale\n1,Won\n2,Later\n", "\"status\": \"open\"")]
    [InlineData("Id,won_date\n1,2026-01-02\n2,2026-01-03\n", "\"status\": \"won\"")]
    [InlineData("Id,won_date\n1,2026-01-02\n2,\n", "\"status\": \"open\"")]
    [InlineData("Id,Geschlossen,Gewonnen\n1,Ja,Ja\n2,Nein,Nein\n", "\"trueValues\": [\"Ja\"]")]
    [InlineData("Report\nOf today\nId,Stage,Amount\n1,Open,1\n2,Won,1\n", "\"firstLine\": 3")]
    [InlineData("Id,Stage,Amount\n1,Open,1\n2,Won,1\nTotal,,2\n", "\"footer\": [\"Total\"]")]
    [InlineData("Id,Name,Stage\n1,\"a \\\"b\\\", c\",Open\n2,x,Won\n", "\"escape\": \"\\\\\"")]
    public void Of_KindOfFile_SaysHowItIsWritten(string file, string line)
    {
        var map = Suggest(Encoding.UTF8.GetBytes(file), "deals.csv");
        Assert.Contains(line, map, StringComparison.Ordinal);
        if (!map.Contains("// \"numberStyles\"", StringComparison.Ordinal))
        {
            var read = DealFiles.Read(map, file);
            Assert.True(read.Faults.Count == 0, string.Join('\n', read.Faults) + map);
            Assert.NotEmpty(read.Deals);
        }
    }

    [Fact]
    public void Of_StageThatALateRowHas_IsInTheMap()
    {
        var deals = new StringBuilder("Id,Stage,Created\n");
        for (var i = 0; i < 6_000; i++) deals.Append(CultureInfo.InvariantCulture, $"{i},Open,2026-01-02\n");
        var map = Suggest(Encoding.UTF8.GetBytes(deals + "x,Negotiation,2026-01-02\nTotal,,\n"), "deals.csv");
        Assert.Contains("\"open\": [\"Open\", \"Negotiation\"]", map, StringComparison.Ordinal);
        Assert.Contains("\"footer\": [\"Total\"]", map, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_LastDealNamedLikeATotal_IsADeal() =>
        Assert.DoesNotContain("footer", Suggest("Account,Stage,Amount\nAcme,Open,1\nTotal Energies,Won,\n"u8.ToArray(), "deals.csv"),
            StringComparison.Ordinal);

    [Fact]
    public void Of_TextOfWindows_NamesItsEncoding()
    {
        byte[] file = Encoding.Latin1.GetBytes("Id;Ägare;Fas\n1;Åsa;Öppen\n2;Bo;Vunnen\n");
        var map = Suggest(file, "deals.csv");
        Assert.Contains("\"encoding\": \"windows-1252\"", map, StringComparison.Ordinal);
        Assert.Equal("Åsa", DealFiles.Read(map, file, "deals.csv").Deals[0].Owner);
    }

    [Fact]
    public void Of_JsonLines_HasNamesWithinNames()
    {
        const string File =
            """
            {"id":1,"deal":{"stage":"Won"},"stage":"Won","amount":5}
            {"id":2,"stage":"Open","amount":7}
            """;
        Assert.Equal(2, DealFiles.Read(Suggest(Encoding.UTF8.GetBytes(File), "deals.jsonl"), File).Deals.Count);
    }

    [Theory]
    [InlineData("%PDF-1.7", "this is a PDF")]
    [InlineData("", "it has no rows")]
    public void Of_NoTable_IsRefused(string file, string fault)
    {
        var e = Assert.Throws<InputException>(() => Suggest(Encoding.UTF8.GetBytes(file), "deals.csv"));
        Assert.Contains(fault, e.Faults.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SuggestMap_PrintsTheMapAndStandsAlone()
    {
        using var folder = new TemporaryFolder();
        var deals = folder.Write("deals.csv", "Id,Stage,Amount\n1,Open,1\n2,Won,1\n");
        var run = ReviewRun.Of("--suggest-map", deals);
        Assert.Equal((0, ""), (run.ExitCode, run.ErrorText));
        Assert.StartsWith("{\n  // Suggested for deals.csv", run.Text, StringComparison.Ordinal);
        var refused = ReviewRun.Of("--suggest-map", deals, "--learn");
        Assert.Equal((2, $"--suggest-map \"{deals}\": can't be combined with other options"), (refused.ExitCode, refused.Errors.Single()));
    }

    private static string Suggest(byte[] file, string name)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, file);
        return MapSuggestion.Of(path);
    }
}
