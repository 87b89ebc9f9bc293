using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>The sample WebApi on a free port, over a copy of its settings.</summary>
public sealed class RunningWebApi : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SampleProcess? _process;
    private HttpClient? _client;

    public string Settings { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var built = SampleProcess.FolderOf("WebApi");
        Settings = await File.ReadAllTextAsync(Path.Combine(built, "appsettings.json"));
        _folder.Write("appsettings.json", Settings);
        _folder.Write("startup.profile.json", await File.ReadAllTextAsync(Path.Combine(built, "startup.profile.json")));

        // Files are looked at anew every few seconds: a machine can be out of what it takes to be told of changes.
        var environment = new Dictionary<string, string> { ["DOTNET_USE_POLLING_FILE_WATCHER"] = "1" };
        _process = SampleProcess.Start("WebApi", _folder.Path, environment, "--contentRoot", _folder.Path, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information");
        const string Mark = "Now listening on: ";
        var line = await _process.WaitForLineAsync(Mark);
        _client = new HttpClient { BaseAddress = new Uri(line[(line.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..].Trim()), Timeout = SampleProcess.Patience };
    }

    /// <summary>What the program has printed.</summary>
    public string Log => string.Join("\n", [.. _process!.Output, .. _process.Errors]);

    /// <summary>The most memory that the program has had, in bytes.</summary>
    public long MostMemory => _process!.MostMemory;

    /// <summary>Posts bytes as they are.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PostBytesAsync(string path, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        // A server that refuses a body may close the connection while it is sent; so its answer to the headers comes first.
        request.Headers.ExpectContinue = true;
        using var response = await _client!.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Puts other settings in place.</summary>
    public void Become(string settings) => _folder.Write("appsettings.json", settings);

    public async Task<(HttpStatusCode Status, string? Type, string Body)> SendAsync(HttpMethod method, string path, string? json = null, string? language = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, type);
        if (language is not null) request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var response = await _client!.SendAsync(request);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }

    public async Task<JsonNode> GetAsync(string path) => Ok(await SendAsync(HttpMethod.Get, path));

    public async Task<JsonNode> PostAsync(string path, string json, string? language = null) => Ok(await SendAsync(HttpMethod.Post, path, json, language));

    /// <summary>Posts what is refused.</summary>
    /// <returns>The problem details.</returns>
    public async Task<JsonNode> RefusalAsync(string path, string json, HttpStatusCode status = HttpStatusCode.BadRequest, string type = "application/json")
    {
        var response = await SendAsync(HttpMethod.Post, path, json, type: type);
        Assert.True(response.Status == status, $"{response.Status}: {response.Body}");
        Assert.Equal("application/problem+json", response.Type);
        var problem = JsonNode.Parse(response.Body)!;
        Assert.Equal((int)status, (int)problem["status"]!);
        return problem;
    }

    /// <summary>Asks again until the answer is as it should be: a changed file is noticed some time after it is written.</summary>
    public async Task EventuallyAsync(string what, Func<Task<bool>> isSo)
    {
        for (var end = DateTime.UtcNow + SampleProcess.Patience; DateTime.UtcNow < end; await Task.Delay(200))
        {
            if (await isSo()) return;
        }

        Assert.Fail($"It never came to be that {what}.\n{_process!.Log}");
    }

    public async Task DisposeAsync()
    {
        _client?.Dispose();
        if (_process is not null) await _process.DisposeAsync();
        _folder.Dispose();
    }

    private static JsonNode Ok((HttpStatusCode Status, string? Type, string Body) response)
    {
        Assert.True(response.Status == HttpStatusCode.OK, $"{response.Status}: {response.Body}");
        return JsonNode.Parse(response.Body)!;
    }
}
