using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>The sample WebApi as its users see it: over HTTP, all tests at one process.</summary>
public sealed class WebApiTests(RunningWebApi api) : IClassFixture<RunningWebApi>
{
    // The program goes by the clock of the machine; what hangs on dates is told in days from now.
    private static string Deal(string budget = "48000") => $$"""
        {
          "account": "Nordlys Health", "industry": "health", "employees": 140, "budget": {{budget}}, "decisionMaker": "documented",
          "problems": ["churn", "reporting"], "decisionDate": "{{Day(45)}}", "engagementScore": 50, "hadDemo": false, "lastActivity": "{{Day(-9)}}"
        }
        """;

    [Fact]
    public async Task Qualify_GoodDeal_IsQualifiedAndExplained()
    {
        var all = await api.PostAsync("/qualify", Deal());
        var answer = all["result"]!;

        // 20 + 10 + 25 + 15 points, and half of 20.
        Assert.Equal("qualified", (string?)answer["verdict"]);
        Assert.Equal("Qualified", (string?)answer["verdictText"]);
        Assert.Equal(80m, (decimal)answer["score"]!);
        Assert.Equal(80m, (decimal)answer["lowest"]!);
        Assert.Equal(80m, (decimal)answer["highest"]!);
        Assert.Equal(60m, (decimal)answer["threshold"]!);
        Assert.Equal("startup", (string?)answer["profileName"]);
        Assert.Equal(64, ((string?)answer["fingerprint"])!.Length);
        Assert.Equal(0, (DateTime.UtcNow - answer["asOf"]!.GetValue<DateTime>()).TotalMinutes, tolerance: 10);
        Assert.Equal("Book a meeting with the decision maker this week.", (string?)answer["nextActions"]![0]!["text"]);
        Assert.Empty(answer["questions"]!.AsArray());

        var activity = answer["criteria"]!.AsArray().Single(criterion => (string?)criterion!["id"] == "activity")!;
        Assert.Equal(10m, (decimal)activity["points"]!);
        Assert.Contains("Nordlys", (string?)all["account"], StringComparison.Ordinal);
        Assert.Contains("Budget", (string?)answer["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qualify_LittleKnown_AsksForTheRest()
    {
        var deal = """{ "account": "Brightwater Bank", "industry": "fintech", "employees": 310 }""";
        var answer = (await api.PostAsync("/qualify", deal))["result"]!;
        Assert.Equal("needsDiscovery", (string?)answer["verdict"]);
        Assert.Equal(30m, (decimal)answer["lowest"]!);
        Assert.Equal(100m, (decimal)answer["highest"]!);
        Assert.Contains(
            answer["questions"]!.AsArray(), question =>
            (string?)question!["id"] == "budget" && (string?)question["text"] == "What has been set aside for this, this year?");
    }

    [Fact]
    public async Task Qualify_SmallBudget_IsNearMissAndSaysWhatItWouldTake()
    {
        var answer = (await api.PostAsync("/qualify", Deal(budget: "7500")))["result"]!;
        Assert.Equal("nearMiss", (string?)answer["verdict"]);
        Assert.Equal("budget", (string?)answer["remedies"]![0]![0]!["id"]);
        var budget = answer["criteria"]!.AsArray().Single(criterion => (string?)criterion!["id"] == "budget")!;
        Assert.Equal("unmet", (string?)budget["state"]);
        Assert.True((bool)budget["isRequired"]!);
        Assert.Contains("10,000", (string?)budget["requirement"], StringComparison.Ordinal);
        Assert.Contains("7,500", (string?)budget["actual"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", "Kvalificerad", "Beslutsfattare")]
    [InlineData("en;q=0.4, sv-SE;q=0.9", "Kvalificerad", "Beslutsfattare")]
    [InlineData("sv;q=0.4, en-GB", "Qualified", "Decision maker")]
    [InlineData("sv;q=0", "Qualified", "Decision maker")]
    [InlineData("de", "Qualified", "Decision maker")]
    [InlineData(null, "Qualified", "Decision maker")]
    public async Task Qualify_AcceptLanguage_ChoosesTheTexts(string? language, string verdict, string label)
    {
        var answer = (await api.PostAsync("/qualify", Deal(), language))["result"]!;
        Assert.Equal("qualified", (string?)answer["verdict"]);
        Assert.Equal(verdict, (string?)answer["verdictText"]);
        Assert.Contains(answer["criteria"]!.AsArray(), criterion => (string?)criterion!["label"] == label);
    }

    [Fact]
    public async Task Qualify_ProfileByName_IsThatOne()
    {
        var answer = (await api.PostAsync("/qualify?profile=enterprise", Deal()))["result"]!;
        Assert.Equal("enterprise", (string?)answer["profileName"]);
        Assert.Equal("disqualified", (string?)answer["verdict"]);

        var problem = await api.RefusalAsync("/qualify?profile=nobody", Deal(), HttpStatusCode.NotFound);
        Assert.Equal("There is no profile \"nobody\"; there are \"startup\", \"enterprise\".", (string?)problem["detail"]);
    }

    [Fact]
    public async Task Qualify_WrongDeal_NamesEveryFieldWithValueAndRule()
    {
        var problem = await api.RefusalAsync("/qualify", """{ "account": "A", "budget": "much", "employees": 12.5, "decisionMaker": "perhaps", "hadDemo": 1, "decisionDate": "soon", "budgt": 3 }""");
        Assert.Equal("The deal can't be judged", (string?)problem["title"]);
        Assert.Equal(
            ["#/budget: \"much\" must be a number", "#/employees: 12.5 must be a whole number of at most 2147483647"],
            Faults(problem).Take(2));
        Assert.StartsWith("#/decisionMaker: \"perhaps\" must be one of \"", Faults(problem)[2], StringComparison.Ordinal);
        Assert.Equal("#/hadDemo: 1 must be true or false", Faults(problem)[3]);
        Assert.Equal("#/decisionDate: \"soon\" must be a date such as \"2026-12-01\"", Faults(problem)[4]);
        Assert.StartsWith("#/budgt: 3 is no field; fields are account, industry,", Faults(problem)[5], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "account": " ", "budget": -1, "engagementScore": 101 }""", "#/account: \" \" must have a visible character", "#/budget: -1 must be at least 0", "#/engagementScore: 101 must be from 0 to 100")]
    [InlineData("""{ "budget": 12000 }""", "#/account:  is missing; it must be a text with a visible character")]
    [InlineData("""{ "account": null }""", "#/account: null must be a text")]
    [InlineData("""[]""", "#: [] must be an object")]
    [InlineData("""{ "account": """, "#:  must be JSON: line 1, byte 14 is not")]
    [InlineData("""{ "account": "A", "Account": "B" }""", "#/account: \"B\" must be there only once")]
    public async Task Qualify_BrokenRule_IsNamed(string deal, params string[] faults) =>
        Assert.Equal(faults, Faults(await api.RefusalAsync("/qualify", deal)));

    [Fact]
    public async Task Qualify_NoJson_IsAProblemToo() =>
        await api.RefusalAsync("/qualify", "hello", HttpStatusCode.UnsupportedMediaType, "text/plain");

    [Fact]
    public async Task Batch_Deals_AreDecidedInOrder()
    {
        var answer = await api.PostAsync("/qualify/batch", $$"""[{{Deal()}}, {{Deal(budget: "7500")}}, { "account": "Blank" }]""");
        Assert.Equal(["qualified", "nearMiss", "needsDiscovery"], answer["deals"]!.AsArray().Select(deal => (string?)deal!["verdict"]));
        Assert.Equal(["budget", "demo"], answer["deals"]![1]!["unmet"]!.AsArray().Select(id => (string?)id));

        var problem = await api.RefusalAsync("/qualify/batch", """[{ "account": "A" }, { "account": "B", "budget": "much" }]""");
        Assert.Equal(["#/1/budget: \"much\" must be a number"], Faults(problem));
    }

    [Fact]
    public async Task Profiles_Both_AreListedWithTheirCriteria()
    {
        var profiles = (await api.GetAsync("/profiles")).AsArray();
        Assert.Equal(["startup", "enterprise"], profiles.Select(profile => (string?)profile!["name"]));
        Assert.Equal("2026.4", (string?)profiles[0]!["version"]);
        Assert.Contains(
            profiles[0]!["criteria"]!.AsArray(), c =>
            (string?)c!["id"] == "budget" && (bool)c["isRequired"]!
            && ((string?)c["requirement"])!.Contains("10,000", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OpenApi_Document_TellsWhatIsPostedAndAnswered()
    {
        var document = await api.GetAsync("/openapi/v1.json");
        Assert.StartsWith("3.", (string?)document["openapi"], StringComparison.Ordinal);
        var post = document["paths"]!["/qualify"]!["post"]!;
        Assert.NotNull(post["requestBody"]!["content"]!["application/json"]!["schema"]);
        Assert.NotNull(post["responses"]!["200"]!["content"]!["application/json"]);
        Assert.NotNull(post["responses"]!["400"]!["content"]!["application/problem+json"]);
        Assert.NotNull(document["components"]!["schemas"]!["Deal"]!["properties"]!["budget"]);
        Assert.NotNull(document["paths"]!["/qualify/batch"]!["post"]);
        Assert.NotNull(document["paths"]!["/profiles"]!["get"]);
    }

    private static string Day(int fromNow) => DateTime.UtcNow.AddDays(fromNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string[] Faults(JsonNode problem) =>
        [.. problem["errors"]!.AsArray().Select(fault => $"{fault!["pointer"]}: {fault["value"]} {fault["rule"]}")];

    [Theory]
    [InlineData("/qualify", "{\"account\": \"\\uD83D\"}")]
    [InlineData("/qualify", "{\"account\": \"a\", \"\\uDE80\": 1}")]
    [InlineData("/qualify", "{\"account\": \"a\", \"problems\": [\"\\uD83D!\"]}")]
    [InlineData("/qualify/batch", "[{\"account\": \"\\uD83D\"}]")]
    [InlineData("/qualify", "")]
    public async Task Qualify_TextThatIsNone_IsRefusedAndNoErrorInTheLog(string path, string json)
    {
        await api.RefusalAsync(path, json);
        Assert.DoesNotContain("fail: ", api.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qualify_BytesThatAreNoUtf8_AreRefusedAndNoErrorInTheLog()
    {
        foreach (var bad in new byte[][] { [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF8, 0x88] })
        {
            var (status, body) = await api.PostBytesAsync("/qualify", [.. "{\"account\": \""u8, .. bad, .. "\"}"u8]);
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains("UTF-8", body, StringComparison.Ordinal);
            (status, _) = await api.PostBytesAsync("/qualify", [.. "{\"account\": \"a\", \""u8, .. bad, .. "\": 1}"u8]);
            Assert.Equal(HttpStatusCode.BadRequest, status);
        }

        Assert.Equal(HttpStatusCode.OK, (await api.PostBytesAsync("/qualify", [0xEF, 0xBB, 0xBF, .. "{\"account\": \"𠮷野家 🚀\"}"u8])).Status);
        Assert.DoesNotContain("fail: ", api.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qualify_MegabytesOfUnknownFields_AreAnsweredShortly()
    {
        var fields = string.Join(",", Enumerable.Range(0, 300_000).Select(i => $"\"x{i}\":1"));
        var (status, _, body) = await api.SendAsync(HttpMethod.Post, "/qualify", $"{{\"account\":\"a\",{fields}}}");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.InRange(body.Length, 1, 60_000);
        Assert.Equal(101, JsonNode.Parse(body)!["errors"]!.AsArray().Count);
        (status, _, body) = await api.SendAsync(HttpMethod.Post, "/qualify", $"{{\"account\":\"a\",\"{new string('n', 1_000_000)}\":1}}");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.InRange(body.Length, 1, 2_000);
        Assert.InRange(api.MostMemory, 0, 250_000_000);
    }

    [Fact]
    public async Task Qualify_BodyThatIsTooLong_IsRefusedAndNoErrorInTheLog()
    {
        var (status, body) = await api.PostBytesAsync("/qualify/batch", new byte[5_000_000]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal(413, (int)JsonNode.Parse(body)!["status"]!);
        Assert.DoesNotContain("fail: ", api.Log, StringComparison.Ordinal);
    }
}
