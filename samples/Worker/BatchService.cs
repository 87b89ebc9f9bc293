using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sqo.Qualification;

namespace Worker;

/// <summary>Reads, judges and writes deal by deal, then stops the program. Only a few deals are in memory at a time.</summary>
internal sealed class BatchService(
    IAsyncQualifier<Deal> qualifier,
    CreditRegister register,
    IOptions<BatchOptions> options,
    IHostEnvironment environment,
    IHostApplicationLifetime lifetime,
    ILogger<BatchService> log) : BackgroundService
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var path = Path.Combine(environment.ContentRootPath, options.Value.Input);
        try
        {
            await JudgeAsync(path, stoppingToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // The deals before the bad line have been written; the exit code shows that the output is incomplete.
            log.LogError("{Problem}", e.Message);
            Environment.ExitCode = 1;
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private async Task JudgeAsync(string path, CancellationToken cancellationToken)
    {
        var count = new int[Enum.GetValues<Verdict>().Length];
        using var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n" };
        await foreach (var decided in qualifier.DecideAllAsync(
            DealsIn(path, cancellationToken), options.Value.AsOf?.UtcDateTime, options.Value.AtOnce, cancellationToken))
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(Row.Of(decided), Json));
            count[(int)decided.Decision.Verdict]++;
        }

        await output.FlushAsync(cancellationToken);
        log.LogInformation(
            "{Deals} deals by {Profile}: {Qualified} qualified, {Discovery} need discovery; " +
            "the credit register was asked {Inquiries} times.",
            count.Sum(), qualifier.Profile, count[(int)Verdict.Qualified], count[(int)Verdict.NeedsDiscovery], register.Inquiries);
    }

    private static async IAsyncEnumerable<Deal> DealsIn(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) yield return Parse(line, path, number);
        }
    }

    private static Deal Parse(string line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<Deal>(line, Json) ?? throw new JsonException("The line is null.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}, line {number}: {e.Message}", e);
        }
    }
}
