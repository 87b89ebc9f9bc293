using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;
using static Sqo.Qualification.Samples.Tests.ReviewRuns;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>The sample PipelineReview as a program: the headline, the plan of the week, and the page of one owner.</summary>
public sealed class PipelineReviewPlanTests
{
    private const string PlanMap =
        """
        {
          "columns": {
            "id": "id", "account": "account", "owner": "owner", "stage": "stage", "amount": "amount", "created": "created",
            "closed": "closed", "expectedClose": "expected", "qualified": "qualified", "answered": "answered", "effortHours": "effort"
          },
          "stages": { "open": ["open"], "won": ["won"], "lost": ["lost"] },
          "dateFormats": ["yyyy-MM-dd"], "currency": "EUR", "profile": "hardware", "effortHours": 3, "asOf": "2025-06-30"
        }
        """;

    private const string PlanHeader = "id,account,owner,stage,amount,created,closed,expected,qualified,answered,effort\n";

    [Fact]
    public void Plan_OverdueAnswer_ComesFirstAndHoursHold()
    {
        using var folder = new TemporaryFolder();
        var (review, output) = Review(folder, Open("Ann", 8) + Open("Bo", 1) + History(), "--hours", "7");
        var owners = review["plan"]!["owners"]!.AsArray();
        Assert.Equal(["Ann", "Bo"], owners.Select(owner => (string?)owner!["owner"]));
        var ann = owners[0]!["deals"]!.AsArray();

        // The least deal of Ann waits for its answer; 3 hours as the map says, and the second deal takes the hour that its row says.
        Assert.Equal(("Ann1", "overdue"), ((string?)ann[0]!["id"], (string?)ann[0]!["mustDo"]));
        Assert.All(ann.Skip(1), deal => Assert.Null(deal!["mustDo"]));
        Assert.Equal(3, (double)ann.Single(deal => (string?)deal!["id"] == "Ann8")!["hours"]!);
        Assert.Equal(1, (double)ann.Single(deal => (string?)deal!["id"] == "Ann2")!["hours"]!);
        Assert.Equal(7, ann.Sum(deal => (double)deal!["hours"]!));
        var first = output.First(line => line.Contains("Ann1 ", StringComparison.Ordinal));
        Assert.EndsWith("Must do: the answer is overdue", first, StringComparison.Ordinal);
        Assert.Contains(output, line => line == "Answers to customers: 1 overdue");

        // Since Friday, June 20: due on Monday, and overdue since the 24th.
        var answer = Assert.Single(review["answers"]!["overdue"]!.AsArray())!;
        Assert.Equal(("Ann1", "2025-06-23", 5), ((string?)answer["id"], (string?)answer["due"], (int)answer["workingDaysOverdue"]!));

        // Every open deal is somewhere, and only there.
        var plan = review["plan"]!;
        string[] ids =
        [
            .. owners.SelectMany(owner => owner!["deals"]!.AsArray())
                .Concat(plan["leftOut"]!.AsArray())
                .Concat(plan["notWeighed"]!.AsArray())
                .Select(deal => (string)deal!["id"]!),
        ];
        Assert.Equal(review["openDeals"]!.AsArray().Select(deal => (string)deal!["id"]!).Order(), ids.Order());
    }

    [Fact]
    public void Plan_AnswersBeyondTheHours_AreReportedAsOverload()
    {
        using var folder = new TemporaryFolder();
        var (review, output) = Review(folder, Open("Ann", 3) + History(), "--hours", "2");
        var ann = review["plan"]!["owners"]![0]!;
        Assert.Equal(1, (double)ann["overload"]!);
        Assert.Equal("Ann1", (string?)Assert.Single(ann["deals"]!.AsArray())!["id"]);
        Assert.Contains(output, line => line == "Ann: what must be done takes 1 hours more than there are.");
    }

    [Fact]
    public void Plan_ListOfOwners_NamesThoseWithoutDeals()
    {
        using var folder = new TemporaryFolder();
        folder.Write("team.csv", "name,region\nAnn,North\nCid,South\n=Dora,South\n,South\n");
        var map = PlanMap.Replace("\"effortHours\": 3", "\"effortHours\": 3, \"owners\": { \"file\": \"team.csv\", \"column\": \"name\" }");
        var (review, output) = Review(folder, Open("Ann", 1) + Open("Bo", 1) + History(), map);
        Assert.Contains(output, line => line == "Owners without an open deal: 2: =Dora, Cid.");
        Assert.Equal(["=Dora", "Cid"], review["plan"]!["ownersWithoutDeals"]!.AsArray().Select(name => (string?)name));
        var left = Assert.Single(review["plan"]!["leftOut"]!.AsArray(), deal => (string?)deal!["owner"] == "Bo");
        Assert.Equal("noOwner", (string?)left!["reason"]);
        Assert.Contains(output, line => line.EndsWith("name is missing; it is the name", StringComparison.Ordinal));
    }

    [Fact]
    public void Owner_Known_ShowsOwnDealsAlone()
    {
        using var folder = new TemporaryFolder();
        var page = Path.Combine(folder.Path, "ann.html");
        var (review, output) = Review(folder, Open("Ann", 2) + Open("Bo", 2) + History(), "--owner", "ANN", "--html", page);
        Assert.Equal("Pipeline review: Ann", output[0]);
        Assert.Equal("Ann", (string?)review["owner"]);
        Assert.DoesNotContain("Bo", review.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(output, line => line.Contains("Bo1", StringComparison.Ordinal));
        Assert.DoesNotContain(output, line => line.StartsWith("Forecast for", StringComparison.Ordinal));
        Assert.Contains(output, line => line.Contains("Ann2", StringComparison.Ordinal));
        Assert.DoesNotContain("Bo1", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--owner", "Annn", "near names are Ann")]
    [InlineData("--owner", "nobody at all", "the owners are Ann, Bo")]
    [InlineData("--owner", "\u001b[31m", "is not an owner")]
    [InlineData("--hours", "-1", "must be a number from 0 to 168")]
    [InlineData("--hours", "169", "must be a number from 0 to 168")]
    [InlineData("--hours", "1,5", "must be a number from 0 to 168")]
    [InlineData("--csv", "deals.csv", "must be a folder, or a new one in a folder that exists")]
    [InlineData("--csv", "no/such/folder", "must be a folder, or a new one in a folder that exists")]
    public void Run_BadOption_IsRefusedWithTheRule(string option, string value, string rule)
    {
        using var folder = new TemporaryFolder();
        string[] files = PlanFiles(folder, Open("Ann", 1) + Open("Bo", 1), PlanMap);
        var path = value == "deals.csv" ? files[1] : value;
        var errors = Refused(option, [.. files, $"{option}={path}"]);
        Assert.Contains(rule, errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', errors);
    }

    [Theory]
    [InlineData("id,stage\n1,open\n2,won\n")]
    [InlineData("id,stage,owner\n1,open,\n2,open,\n")]
    [InlineData("id,stage,amount,owner\n1,open,,Ann\n2,open,0,Ann\n3,open,-5,Ann\n")]
    [InlineData("id,stage,amount,created,owner\n1,open,999999999999999,2025-06-30,Ann\n2,open,0.01,2025-06-30,\"<b>=1+1\"\n")]
    [InlineData("id,stage,qualified,owner\n1,open,2025-06-01,\n2,open,2025-07-01,Ann\n")]
    [InlineData("id,stage,effort,owner\n1,open,0,Ann\n2,open,1000,Ann\n3,open,-1,Ann\n4,open,1001,Ann\n5,open,2,Ann\n")]
    public void Run_LittleKnown_IsPlannedAsFarAsItGoes(string deals)
    {
        using var folder = new TemporaryFolder();
        var columns = deals[..deals.IndexOf('\n', StringComparison.Ordinal)].Split(',');
        var names = columns.ToDictionary(column => column == "effort" ? "effortHours" : column, column => column);
        var map = JsonNode.Parse(PlanMap)!.AsObject();
        map["columns"] = new JsonObject(names.Select(name => new KeyValuePair<string, JsonNode?>(name.Key, name.Value)));
        var csv = Path.Combine(folder.Path, "lists");
        var (review, output) = Review(folder, deals, map.ToJsonString(), "--csv", csv, "--culture", "sv-SE");
        Assert.Contains(output, line => line.StartsWith("Veckans plan, ", StringComparison.Ordinal));
        Assert.NotNull(review["plan"]);
        Assert.Equal(15, Directory.GetFiles(csv).Length);
    }

    [Fact]
    public void Run_ShippedDeals_BeginsWithTheHeadlineAndThePlan()
    {
        using var folder = new TemporaryFolder();
        var json = Path.Combine(folder.Path, "review.json");
        var output = Run("--quota", "2500000", "--json", json);
        Assert.StartsWith("Until Jan 31, 2027 the team can expect to win EUR ", output[2], StringComparison.Ordinal);
        Assert.Contains("The chance to reach the quota of EUR 2,500,000 is ", string.Join(' ', output.Take(4)), StringComparison.Ordinal);
        Assert.Contains(output.Take(6), line => line.StartsWith("The greatest risk: ", StringComparison.Ordinal));
        int At(string heading) => output.ToList().FindIndex(line => line.StartsWith(heading, StringComparison.Ordinal));
        int[] order =
        [
            At("Plan of the week"), At("Deals to work on"), At("Open deals that are not in the plan"), At("Deals at risk"),
            At("The best SQOs"), At("Near misses"), At("Deals that need discovery"), At("Stale deals"), At("Forecast for"),
            At("How accurate such forecasts would have been"), At("Open deals by verdict"), At("What stops the open deals"),
            At("Rows that could not be read"),
        ];
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);

        var review = JsonNode.Parse(File.ReadAllText(json))!;
        Assert.False((bool)review["headline"]!["isRoughGuess"]!);
        Assert.All(review["plan"]!["owners"]!.AsArray(), owner => Assert.InRange((double)owner!["used"]!, 0, 20));
        var best = review["best"]!.AsArray().Select(deal => (double)deal!["expectedValue"]!).ToList();
        Assert.Equal(best.OrderDescending(), best);
        Assert.Equal((double)review["forecast"]!["total"]!["total"]!["mean"]!, (double)review["headline"]!["expected"]!);

        // The pipeline of the next month was closer than the default, with errors that its forecasts have, in as many forecasts.
        var closer = review["forecast"]!["backtest"]!["closer"]!.AsArray().Single(each => (int)each!["monthsAhead"]! == 1)!;
        Assert.Equal("weighted-pipeline", (string?)closer["model"]);
        foreach (var (model, wape) in new[] { ((string)closer["model"]!, "wape"), ((string)review["forecast"]!["model"]!, "defaultWape") })
        {
            var score = review["forecast"]!["backtest"]!["scores"]!.AsArray()
                .Single(each => (string?)each!["model"] == model && (int)each["monthsAhead"]! == 1)!;
            Assert.Equal((double)score["wape"]!, (double)closer[wape]!, 9);
            Assert.Equal(score["forecasts"]!.AsArray().Count, (int)closer["forecasts"]!);
        }

        Assert.False((bool)closer["isClear"]!);
        Assert.Contains(
            "Months ahead: 1. \"Plain weighted pipeline\" alone has been closer in the last 12 forecasts, off by 25.5% of the amounts " +
                "won against 30.6%; that may be chance.",
            string.Join(' ', output), StringComparison.Ordinal);
    }

    /// <summary>From the deal of one day, the pace of new ones is a deal a day. Closings are observed from the first one.</summary>
    [Theory]
    [InlineData("1,a,A,open,90000,2025-01-10,\n", 0, 1)]
    [InlineData("1,a,A,open,90000,2025-01-02,\n2,b,B,won,100,2024-01-02,2025-01-05\n", 1, 6)]
    public void Run_LittleHistory_SaysThatTheForecastIsAGuess(string rows, int closed, int days)
    {
        using var folder = new TemporaryFolder();
        var json = Path.Combine(folder.Path, "review.json");
        var output = Run([.. Files(folder, Header + rows), "--as-of", "2025-01-10", "--json", json]);
        Assert.Contains(
            $"That is a rough guess, because the file has little history (closed deals: {closed}; days observed: {days}).",
            string.Join(' ', output.Skip(2).Take(3)), StringComparison.Ordinal);
        Assert.True((bool)JsonNode.Parse(File.ReadAllText(json))!["headline"]!["isRoughGuess"]!);
    }

    [Fact]
    public void Csv_HostileTexts_AreTextsAndNumbersAreNumbers()
    {
        using var folder = new TemporaryFolder();
        string[] hostile = ["=1+1", "+1", "-1", "@SUM(1)", "a;=1+1", "a,=1+1", "\"=1+1\""];
        var deals = new StringBuilder(History());
        foreach (var (i, text) in hostile.Index())
        {
            var account = text.Replace("\"", "\"\"");
            deals.Append(CultureInfo.InvariantCulture, $"X{i},\"{account}\",=cmd,open,1234.5,2025-06-20,,2025-08-01,,,\n");
        }

        var english = Csv(folder, deals.ToString(), "en-US");
        var swedish = Csv(folder, deals.ToString(), "sv-SE");
        Assert.Equal(english, Csv(folder, deals.ToString(), "en-US"));
        Assert.StartsWith("\uFEFF", english, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', english.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.Contains(",1234.5,", english, StringComparison.Ordinal);
        Assert.Contains(";1234,5;", swedish, StringComparison.Ordinal);
        Assert.Contains(",2025-08-01,", english, StringComparison.Ordinal);

        // Whatever separator a spreadsheet splits at: no cell starts like a formula.
        foreach (var separator in new[] { ',', ';', '\t' })
        {
            foreach (var cell in Cells(english, separator).Concat(Cells(swedish, separator)))
            {
                Assert.DoesNotMatch("^[=+@\t\r]|^-[^0-9]|^-1$", cell);
            }
        }

        Assert.Contains("'=cmd", english, StringComparison.Ordinal);
    }

    /// <summary>The cells as a spreadsheet splits them.</summary>
    private static IEnumerable<string> Cells(string csv, char separator)
    {
        var cell = new StringBuilder();
        var isQuoted = false;
        foreach (var c in csv.TrimStart('\uFEFF'))
        {
            if (c == '"') isQuoted = !isQuoted;
            else if (!isQuoted && (c == separator || c is '\r' or '\n'))
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else cell.Append(c);
        }
    }

    private static string Csv(TemporaryFolder folder, string deals, string culture)
    {
        var csv = Path.Combine(folder.Path, "lists");
        Review(folder, deals, PlanMap, "--csv", csv, "--culture", culture);
        return Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(csv, "plan.csv")));
    }

    /// <summary>
    /// Open deals of an owner, each of a greater amount than the one before. The first one of Ann waits for its answer, and the second
    /// ones take an hour.
    /// </summary>
    private static string Open(string owner, int count)
    {
        var text = new StringBuilder();
        for (var i = 1; i <= count; i++)
        {
            var qualified = i == 1 && owner == "Ann" ? "2025-06-20" : "";
            var effort = i == 2 ? "1" : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"{owner}{i},A{i},{owner},open,{i * 1000},2025-06-{10 + i},,2025-08-01,{qualified},,{effort}\n");
        }

        return text.ToString();
    }

    /// <summary>Closed deals of one who is neither Ann nor Bo, long ago.</summary>
    private static string History()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 60; i++)
        {
            var created = FirstDay.AddDays(i - 300);
            var closed = created.AddDays(20 + i);
            text.Append(
                CultureInfo.InvariantCulture,
                $"H{i},A{i},Old,{(i % 2 == 0 ? "won" : "lost")},2000,{created:yyyy-MM-dd},{closed:yyyy-MM-dd},,,,\n");
        }

        return text.ToString();
    }

    private static string[] PlanFiles(TemporaryFolder folder, string deals, string map) =>
    [
        "--deals", folder.Write("deals.csv", deals.StartsWith("id,", StringComparison.Ordinal) ? deals : PlanHeader + deals),
        "--map", folder.Write("deals.map.json", map),
    ];

    private static (JsonNode Review, IReadOnlyList<string> Output) Review(
        TemporaryFolder folder, string deals, params string[] arguments) =>
        arguments is [['{', ..], ..]
            ? Review(folder, deals, arguments[0], arguments[1..])
            : Review(folder, deals, PlanMap, arguments);

    private static (JsonNode Review, IReadOnlyList<string> Output) Review(
        TemporaryFolder folder, string deals, string map, string[] arguments)
    {
        var json = Path.Combine(folder.Path, "review.json");
        var output = Run([.. PlanFiles(folder, deals, map), "--json", json, .. arguments]);
        return (JsonNode.Parse(File.ReadAllText(json))!, output);
    }
}
