using System;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>What happens to the running sample when somebody edits its settings. A process of its own, since it changes.</summary>
public sealed class WebApiReloadTests(RunningWebApi api) : IClassFixture<RunningWebApi>
{
    private const string Deal = """
        { "account": "Nordlys Health", "industry": "health", "employees": 140, "budget": 48000, "decisionMaker": "documented", "problems": ["churn"] }
        """;

    [Fact]
    public async Task Settings_Edited_AreUsedByTheNextRequests()
    {
        Assert.Equal("needsDiscovery", await VerdictAsync());
        Assert.Equal("Healthy", await HealthAsync());
        var fingerprint = await FingerprintAsync();

        // A budget that was enough is no more.
        api.Become(WithBudget("50000"));
        await api.EventuallyAsync("the new bound is in force", async () => await FingerprintAsync() != fingerprint);
        Assert.NotEqual("needsDiscovery", await VerdictAsync());
        Assert.Equal("Healthy", await HealthAsync());

        // What can't be right is refused: the last good profile stays, and the health check tells.
        var good = await FingerprintAsync();
        api.Become(WithBudget("\"plenty\""));
        await api.EventuallyAsync("the health check tells of the wrong bound", async () => await HealthAsync() == "Degraded");
        Assert.Equal(good, await FingerprintAsync());

        api.Become(api.Settings);
        await api.EventuallyAsync("all is well again", async () => await HealthAsync() == "Healthy" && await FingerprintAsync() == fingerprint);
        Assert.Equal("needsDiscovery", await VerdictAsync());
    }

    private string WithBudget(string bound)
    {
        var changed = api.Settings.Replace("\"budget\": { \"AtLeast\": 10000 }", $"\"budget\": {{ \"AtLeast\": {bound} }}", StringComparison.Ordinal);
        Assert.NotEqual(api.Settings, changed);
        return changed;
    }

    private async Task<string?> VerdictAsync() => (string?)(await api.PostAsync("/qualify", Deal))["result"]!["verdict"];

    private async Task<string?> FingerprintAsync() => (string?)(await api.GetAsync("/profiles"))[0]!["fingerprint"];

    private async Task<string> HealthAsync() => (await api.SendAsync(HttpMethod.Get, "/health")).Body;
}
