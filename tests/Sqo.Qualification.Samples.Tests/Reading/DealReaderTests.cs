using System;
using System.Linq;
using PipelineReview;
using PipelineReview.Reading;
using Xunit;
using static Sqo.Qualification.Samples.Tests.DealFiles;

namespace Sqo.Qualification.Samples.Tests.Reading;

public sealed class DealReaderTests
{
    private const string NoStage = "\"id\": \"id\", \"amount\": \"amount\"";

    [Theory]
    [InlineData("true,true", "Won")]
    [InlineData("true,false", "Lost")]
    [InlineData("false,false", "Open")]
    [InlineData("false,", "Open")]
    [InlineData(",true", "Won")]
    public void Status_ClosedAndWon_GiveOpenWonAndLost(string flags, string expected) => Assert.Equal(
        expected,
        Read(Map("\"status\": { \"closed\": \"closed\", \"won\": \"won\" }", NoStage, stages: ""), "id,amount,closed,won\n"
            + $"a,1,{flags}\n")
            .Deals.Single().Status.ToString());

    [Theory]
    [InlineData("1,0", "Won")]
    [InlineData("0,1", "Lost")]
    [InlineData("0,0", "Open")]
    public void Status_WonAndLost_GiveOpenWonAndLost(string flags, string expected) => Assert.Equal(
        expected,
        Read(Map("\"status\": { \"won\": \"won\", \"lost\": \"lost\" }", NoStage, stages: ""), "id,amount,won,lost\n" + $"a,1,{flags}\n")
            .Deals.Single().Status.ToString());

    [Theory]
    [InlineData("false,true", "closed no, won yes contradict each other")]
    [InlineData("true,", "closed yes, won missing don't say whether the deal is open, won or lost")]
    [InlineData(",false", "closed missing, won no don't say whether the deal is open, won or lost")]
    [InlineData("maybe,true", "closed \"maybe\": is not one of true, yes, 1 or false, no, 0")]
    public void Status_FlagsThatDoNotSay_AreRejected(string flags, string fault) => Assert.Equal(
        fault,
        Read(Map("\"status\": { \"closed\": \"closed\", \"won\": \"won\" }", NoStage, stages: ""), "id,amount,closed,won\n"
            + $"a,1,{flags}\n")
            .Faults.Single());

    [Fact]
    public void Status_Constant_NeedsNoStage()
    {
        var deal = Read(Map("\"status\": \"won\"", NoStage, stages: ""), "id,amount\na,1\n").Deals.Single();
        Assert.Equal((DealStatus.Won, null), (deal.Status, deal.Stage));
    }

    [Fact]
    public void Status_OwnColumn_LeavesTheStageAName()
    {
        var map = Map(
            "\"status\": { \"column\": \"status\", \"open\": [\"Open\"], \"won\": [\"Won\"] }", NoStage + ", \"stage\": \"stage\"",
                stages: "");
        var read = Read(map, "id,amount,stage,status\na,1,Anything,won\nb,1,Else,lost\nc,1,,\n");
        Assert.Equal(("Anything", DealStatus.Won), (read.Deals.Single().Stage, read.Deals.Single().Status));
        Assert.Equal(
            ["status \"lost\": is not one of the map's values of the status: Open, Won", "status is missing; every deal needs a status"],
            read.Faults);
    }

    [Theory]
    [InlineData("\"status\": \"maybe\"", "",
        "status \"maybe\": must be \"open\", \"won\" or \"lost\" for all deals, or an object with a column or with flags")]
    [InlineData("\"status\": { \"won\": \"closed\" }", "",
        "status: must have a column with its values for open, won and lost, or the columns of two flags of closed, won and lost")]
    [InlineData("\"status\": { \"column\": \"stage\" }", "", "status: must name at least one value")]
    [InlineData("\"status\": \"won\"", Stages, "stages: can't be combined with status, which gives the status of the deals")]
    [InlineData("", "\"stages\": { }", "stages: must name at least one stage")]
    [InlineData("", "", "stages: is required: the stages that are open, won and lost")]
    public void Status_FaultyMap_IsRefused(string status, string stages, string fault) =>
        Assert.Equal(fault, Fault(Map(status, stages: stages)));

    [Theory]
    [InlineData("{ \"rowNumber\": true }", "1|2")]
    [InlineData("{ \"columns\": [\"deal\", \"client\"], \"separator\": \" / \" }", "Alpha / C1|Alpha / C2")]
    [InlineData("{ \"columns\": [1, 2] }", "Alpha C1|Alpha C2")]
    public void Id_NoColumn_IsMadeOfTheRowOrOfSeveralColumns(string id, string expected)
    {
        var read = Read(
            Map("\"status\": \"open\"", $"\"id\": {id}, \"amount\": \"amount\"", stages: ""),
                "deal,client,amount\nAlpha,C1,1\nAlpha,C2,2\n");
        Assert.Equal(expected, string.Join('|', read.Deals.Select(deal => deal.Id)));
    }

    [Theory]
    [InlineData("\"id\": [\"a\", \"b\"]",
        "columns.id: must be one column; { \"columns\": [...], \"separator\": \" / \" } makes the id of several")]
    [InlineData("\"id\": { }", "columns.id: must have either columns or rowNumber")]
    [InlineData("\"id\": 0", "columns.id \"0\": must be the name of a column, or its number from 1")]
    [InlineData("\"id\": 9", "columns.id \"9\": must be the number of a column of deals.csv, from 1 to 6")]
    [InlineData("\"id\": \"id\", \"name\": { \"rowNumber\": true }", "columns.name: can't be the number of the row; only the id can")]
    [InlineData("\"id\": \"id\", \"name\": []", "columns.name \"[]\": must name at least one column")]
    [InlineData("\"id\": \"id\", \"nome\": \"x\"", null)]
    public void Columns_FaultyMap_IsRefused(string columns, string? fault)
    {
        var faults = Faults(Map("\"status\": \"open\"", columns, stages: ""), Header);
        Assert.Contains(faults, each => fault is null ? each.Contains("is not a field of a deal", StringComparison.Ordinal)
            : each == "map.json: " + fault);
    }

    [Fact]
    public void Columns_SeveralOfThem_GiveTheFirstValue()
    {
        var map = Map(
            "\"status\": \"open\"",
            "\"id\": \"id\", \"amount\": [\"arr\", \"acv\"], \"owner\": { \"columns\": [\"first\", \"last\"] }",
            stages: "");
        var read = Read(map, "id,arr,acv,first,last\na,1,2,Ann,Lee\nb,,2,Bo,\nc,,x,,\n");
        Assert.Equal([1m, 2m], read.Deals.Select(deal => deal.Amount!.Value));
        Assert.Equal(["Ann Lee", "Bo"], read.Deals.Select(deal => deal.Owner!.Trim()));
        Assert.Equal("acv \"x\": is not a number in the invariant culture, such as 1,234.5", read.Faults.Single());
    }

    [Fact]
    public void Columns_NameThatStandsTwice_IsFoundByItsNumber()
    {
        const string Csv = "id,Value,Value\na,1,2\n";
        Assert.Equal(
            "columns.amount \"Value\": is the name of 2 columns of deals.csv; name the column by its number, 2 and 3",
            Fault(Map("\"status\": \"open\"", "\"id\": \"id\", \"amount\": \"Value\"", stages: ""), Csv));
        Assert.Equal(2m, Read(Map("\"status\": \"open\"", "\"id\": \"id\", \"amount\": 3", stages: ""), Csv).Deals.Single().Amount);
    }

    [Fact]
    public void Header_None_ColumnsAreNumbers()
    {
        var read = Read(Map("\"status\": \"open\", \"header\": false", "\"id\": 1, \"amount\": 2", stages: ""), "a,1\nb,2\n");
        Assert.Equal(("a b", 2), (string.Join(' ', read.Deals.Select(deal => deal.Id)), read.Rows));
        Assert.Equal(
            "columns.id \"id\": must be a number: deals.csv has no header, and columns 1 to 2",
            Fault(Map("\"status\": \"open\", \"header\": false", "\"id\": \"id\"", stages: ""), "a,1\n"));
    }

    [Theory]
    [InlineData("\"firstLine\": 4", "My report\n\"As of, today\"\n\nid,amount\na,1\nb,2\n", 2, 0)]
    [InlineData("\"footer\": [\"Total\"]", "id,amount\na,1\nb,2\nTotal,3\nCopyright\n", 2, 2)]
    [InlineData("\"footer\": [\"grand total\"]", "id,amount\na,1\nb,2\n,Grand Total: 3\n\"Printed \"by\" me\"\n", 2, 2)]
    [InlineData("\"footer\": 2", "id,amount\na,1\nb,2\nTotal,3\nCopyright\n", 2, 2)]
    [InlineData("\"footer\": 9", "id,amount\na,1\nb,2\n", 0, 2)]
    public void Read_LinesThatAreNoDeals_AreSkippedAndCounted(string members, string csv, int deals, int notTaken)
    {
        var map = Map("\"status\": \"open\", " + members, NoStage, stages: "");
        if (deals == 0)
        {
            Assert.Equal("rows and footer of the map leave out all 2 rows of deals.csv", Faults(map, csv).Single());
            return;
        }

        var read = Read(map, csv);
        Assert.Equal((deals, notTaken, deals + notTaken), (read.Deals.Count, read.NotTaken, read.Rows));
        Assert.Empty(read.Faults);
    }

    [Theory]
    [InlineData("{ \"column\": \"pipeline\", \"oneOf\": [\"new business\"] }", "a")]
    [InlineData("{ \"column\": \"pipeline\", \"noneOf\": [\"Renewal\"] }", "a c")]
    [InlineData("{ \"column\": 3, \"oneOf\": [\"\"] }", "c")]
    [InlineData("{ \"column\": \"pipeline\", \"noneOf\": [\"\"] }, { \"column\": \"amount\", \"oneOf\": [\"2\"] }", "b")]
    public void Rows_Filter_TakesTheRowsOfThatValue(string filters, string expected)
    {
        var read = Read(
            Map($"\"status\": \"open\", \"rows\": [{filters}]", NoStage, stages: ""),
            "id,amount,pipeline\na,1,New Business\nb,2,Renewal\nc,3,\n");
        Assert.Equal(expected, string.Join(' ', read.Deals.Select(deal => deal.Id)));
        Assert.Equal(3, read.Rows);
        Assert.Equal(3, read.Deals.Count + read.NotTaken);
    }

    [Fact]
    public void Rows_NoneTaken_NamesTheValuesThatThereAre() => Assert.Equal(
        "rows and footer of the map leave out all 2 rows of deals.csv; the values that are left out are \"New\", \"Renewal\"",
        Faults(
            Map("\"status\": \"open\", \"rows\": [{ \"column\": \"amount\", \"oneOf\": [\"Nwe\"] }]", NoStage, stages: ""),
            "id,amount\na,New\nb,Renewal\n").Single());

    [Fact]
    public void Rows_FilterWithoutValues_IsRefused() => Assert.Equal(
        "rows[0].oneOf: must list the values of the rows to take, or noneOf those of the rows to leave out",
        Fault(Map("\"rows\": [{ \"column\": \"stage\" }]")));

    [Theory]
    [InlineData("", "1", 0, 2)]
    [InlineData("\"duplicates\": \"first\"", "1", 0, 2)]
    [InlineData("\"duplicates\": \"last\"", "3", 2, 0)]
    [InlineData("\"duplicates\": { \"newestBy\": \"created\" }", "2", 2, 0)]
    public void Duplicates_Rule_KeepsOneRow(string rule, string amount, int replaced, int rejected)
    {
        var read = Read(Map(rule), Header + "a,open,1,2026-01-01,,\na,open,2,2026-03-01,,\nb,open,9,,,\na,open,3,,,\n");
        Assert.Equal(amount, read.Deals.Single(deal => deal.Id == "a").Amount.ToString());
        Assert.Equal((replaced, rejected, 4), (read.Replaced, read.Rejected.Count, read.Rows));
    }

    [Fact]
    public void Duplicates_OtherWord_IsRefused() => Assert.Equal(
        "duplicates \"newest\": must be \"first\", \"last\" or { \"newestBy\": a column of dates }",
            Fault(Map("\"duplicates\": \"newest\"")));

    [Fact]
    public void OneCloseDate_OpenDeal_IsItsPlanWithoutARemark()
    {
        var map = Map(columns: "\"id\": \"id\", \"stage\": \"stage\", \"closed\": \"closed\", \"expectedClose\": 5");
        var read = Read(map, Header + "a,won,1,,2026-02-01,\nc,open,1,,2026-12-31,\n");
        Assert.Equal((null, new DateTime(2026, 12, 31)), (read.Deals[1].Closed, read.Deals[1].ExpectedClose));
        Assert.Equal(new DateTime(2026, 2, 1), read.Deals[0].Closed);
        Assert.Empty(read.Remarks);
    }

    [Fact]
    public void Snapshots_ExportsBelowEachOther_GiveTheStateOfAnyDay()
    {
        var map = Map(columns: Columns + ", \"snapshot\": \"day\"");
        const string Csv = "day,id,stage,amount,created,closed,expected\n"
            + "2026-04-30,a,open,90,2026-01-01,,2026-05-15\n2026-05-31,a,open,100,2026-01-01,,2026-06-15\n"
            + "2026-05-31,b,open,5,2026-05-01,,\n2026-06-30,a,won,120,2026-01-01,2026-06-20,2026-06-20\n";
        var read = Read(map, Csv);
        Assert.Equal(4, read.Deals.Count);
        var june = DealSnapshot.Take(read.Deals, read.Map, option: null);
        Assert.Equal((new DateTime(2026, 6, 30), AsOfSource.LatestSnapshot, 2, 0),
            (june.AsOf, june.Source, june.Replaced, june.NotYetKnown));
        Assert.Equal((120m, DealStatus.Won, 2), (june.Deals[1].Amount, june.Deals[1].Status, june.Deals[1].Pushes));
        Assert.Equal("b", june.Gone.Single().Id);
        var may = DealSnapshot.Take(read.Deals, read.Map, new DateTime(2026, 6, 1));
        Assert.Equal((100m, DealStatus.Open, 1, 1), (may.Deals[0].Amount, may.Deals[0].Status, may.Deals[0].Pushes, may.NotYetKnown));
        Assert.Empty(may.Gone);
        Assert.Equal(
            "the day of the review, 2026-01-01, is before the first export of the file, 2026-04-30",
            Assert.Throws<InputException>(() => DealSnapshot.Take(read.Deals, read.Map, new DateTime(2026, 1, 1))).Faults.Single());
    }

    [Fact]
    public void Snapshots_SameDayTwiceOrNoDay_AreRejected()
    {
        var map = Map(columns: "\"id\": \"id\", \"stage\": \"stage\", \"snapshot\": \"created\"");
        Assert.Equal(
            ["id \"a\": is already the id of line 2", "created is missing; every row of several exports needs its day"],
            Read(map, Header + "a,open,1,2026-01-01,,\na,open,1,2026-01-01,,\nb,open,1,,,\n").Faults);
    }

    [Fact]
    public void StageHistory_File_GivesTheStagesOfADeal()
    {
        var map = Map("\"stageHistory\": { \"file\": \"history.csv\", \"id\": \"deal\", \"stage\": \"to\", \"entered\": 3 }");
        var read = Read(
            map, Header + "a,open,1,,,\nb,open,1,,,\n",
            ("history.csv", "deal,to,at\na,Lead,2026-01-01\na,Demo,2026-02-01\nz,Lead,2026-01-01\na,,2026-03-01\na,Demo,soon\na\n"));
        Assert.Equal(["Lead", "Demo"], read.Deals[0].StageHistory.Select(entry => entry.Stage));
        Assert.Equal(["Lead"],
            read.Deals[0].AsOf(new DateTime(2026, 1, 31), amountKnownAtClose: false).StageHistory.Select(entry => entry.Stage));
        Assert.Empty(read.Deals[1].StageHistory);
        Assert.Equal(
            [
                "to is missing; every change of stage needs one", "3 \"soon\": is not a date in the form yyyy-MM-dd",
                "has 1 columns; the header has 3",
            ],
            read.RejectedLookupRows.Select(row => row.Text));
    }

    [Theory]
    [InlineData("2", "\"listSeparator\": \";\"", 2, null)]
    [InlineData("Acme; Globex;acme;", "\"listSeparator\": \";\"", 2, "Acme Globex")]
    [InlineData("Acme", "\"listSeparator\": \";\"", 1, "Acme")]
    [InlineData("2", "", 2, null)]
    [InlineData("", "\"listSeparator\": \";\"", null, null)]
    public void Competitors_CellOfSeveralNames_AreCounted(string cell, string separator, int? count, string? names)
    {
        var deal = Read(Map(separator, Columns + ", \"competitors\": \"c\""), "id,stage,amount,created,closed,expected,c\n"
            + $"a,open,1,,,,{cell}\n").Deals.Single();
        Assert.Equal((count, names), (deal.Competitors, deal.CompetitorNames is null ? null : string.Join(' ', deal.CompetitorNames)));
    }

    [Theory]
    [InlineData("2026-01-05 email; 2026-02-01: Web page;2026-03-01", "email,Web page,")]
    [InlineData("2026-01-05=phone", "phone")]
    public void Touches_CellOfSeveral_AreDatesWithChannels(string cell, string channels)
    {
        var deal = Read(
            Map("\"listSeparator\": \";\"", Columns + ", \"touches\": \"t\""), "id,stage,amount,created,closed,expected,t\n"
                + $"a,open,1,,,,{cell}\n")
            .Deals.Single();
        Assert.Equal(channels, string.Join(',', deal.Touches.Select(touch => touch.Channel)));
        Assert.Equal(new DateTime(2026, 1, 5), deal.Touches[0].At);
    }

    [Fact]
    public void Touches_NoDate_IsRejected() => Assert.Equal(
        "t \"email 2026-01-05\": must be a date in a form of the map, then perhaps the channel after a space, a colon or an equals sign",
        Read(
            Map("\"listSeparator\": \";\"", Columns + ", \"touches\": \"t\""),
            "id,stage,amount,created,closed,expected,t\na,open,1,,,,email 2026-01-05\n").Faults.Single());

    [Theory]
    [InlineData("Best Case", "", ForecastCategory.BestCase)]
    [InlineData("commit", "", ForecastCategory.Commit)]
    [InlineData("Sure", "\"forecastCategories\": { \"commit\": [\"sure\"] }", ForecastCategory.Commit)]
    public void ForecastCategory_Name_IsThatOfTheMap(string text, string names, ForecastCategory expected) => Assert.Equal(
        expected,
        Read(Map(names, Columns + ", \"forecastCategory\": \"f\""), "id,stage,amount,created,closed,expected,f\n" + $"a,open,1,,,,{text}\n")
            .Deals.Single().Category);

    [Fact]
    public void Escape_Backslash_MakesTheNextCharacterOrdinary()
    {
        const string Csv = "id,name,amount\n1,\"a \\\"quoted\\\" name\",1\n2,plain\\, with comma,2\n3,\"two\\\nlines\",3\n"
            + "4,C:\\temp,4\n5,\"say \"\"hi\"\"\",5\n6,\\N,6\n";
        var read = Read(
            Map("\"status\": \"open\", \"escape\": \"\\\\\", \"missing\": [\"\\\\N\"]",
                "\"id\": \"id\", \"name\": \"name\", \"amount\": \"amount\"", stages: ""),
            Csv);
        Assert.Empty(read.Faults);
        Assert.Equal(
            ["a \"quoted\" name", "plain, with comma", "two lines", "C:\\temp", "say \"hi\"", null], read.Deals.Select(deal => deal.Name));
        Assert.Equal([2, 3, 4, 6, 7, 8], read.Deals.Select(deal => deal.Line));
    }

    [Theory]
    [InlineData("\"escape\": \"x\"", "escape \"x\": must be a backslash, written as \"\\\\\" in JSON")]
    [InlineData("\"numberStyles\": [\"roman\"]",
        "numberStyles \"roman\": is not a style; the styles are currency, percent, brackets, trailingMinus, lakhs, factor")]
    [InlineData("\"probabilityUnit\": \"permille\"",
        "probabilityUnit \"permille\": must be \"fraction\", from 0 to 1, or \"percent\", from 0 to 100")]
    [InlineData("\"listSeparator\": \" \"", "listSeparator \" \": must be what stands between the values of a cell, such as a semicolon")]
    [InlineData("\"firstLine\": 0", "firstLine \"0\": must be a whole number from 1 on")]
    [InlineData("\"footer\": [\"\"]", "footer \"\": must be the start of a line, such as Total")]
    [InlineData("\"dateCulture\": \"no-such\"", "dateCulture \"no-such\": is not a culture that is known here, such as en-US or sv-SE")]
    public void Map_FaultyMember_IsRefused(string member, string fault) => Assert.Equal(fault, Fault(Map(member)));

    [Theory]
    [InlineData("http://crm.example.com/{id}")]
    [InlineData("https://{id}.example.com/")]
    [InlineData("https://crm.example.com/")]
    [InlineData("https://ann:secret@crm.example.com/{id}")]
    [InlineData("javascript:alert({id})")]
    public void DealUrl_NoPattern_IsRefused(string url) => Assert.Equal(
        $"dealUrl \"{url}\": must be an address that starts with https:// and has {{id}} after the host, where the id of the deal goes",
        Fault(Map($"\"dealUrl\": \"{url}\"")));

    [Fact]
    public void DealUrl_Id_IsEscaped() => Assert.Equal(
        "https://crm.example.com/deal/a%2F%3Fb%22", DealLink.Of("https://crm.example.com/deal/{id}", "a/?b\""));
}
