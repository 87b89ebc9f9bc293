using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>A sample that runs as a process of its own. It is ended when this is disposed.</summary>
internal sealed class SampleProcess : IAsyncDisposable
{
    // Long enough for a machine that is busy with everything else; nothing waits that long when all is well.
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly SemaphoreSlim _news = new(0);

    private SampleProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, e) => Take(_output, e.Data);
        _process.ErrorDataReceived += (_, e) => Take(_errors, e.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public long MostMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    public IReadOnlyList<string> Output => [.. _output];

    public IReadOnlyList<string> Errors => [.. _errors];

    /// <summary>The folder that holds what was built of a sample.</summary>
    public static string FolderOf(string sample) => Path.GetDirectoryName(PathOf(sample))!;

    public static SampleProcess Start(string sample, string workingFolder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        // The program that runs the tests, when they are run by "dotnet test": of the right version, wherever it is installed.
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["exec", PathOf(sample), .. arguments]) start.ArgumentList.Add(argument);

        // What the machine or the runner of the tests has set for other programs is not for this one.
        var foreign = start.Environment.Keys.Where(key => key.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || key is "DOTNET_ENVIRONMENT" or "URLS").ToList();
        foreach (var key in foreign) start.Environment.Remove(key);
        foreach (var (key, value) in environment) start.Environment[key] = value;
        return new SampleProcess(start);
    }

    /// <summary>Waits for a line of the output that contains a text.</summary>
    public async Task<string> WaitForLineAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (_output.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } found) return found;
            if (_process.HasExited) throw new InvalidOperationException($"The program has ended, with {_process.ExitCode}, and never printed \"{text}\".\n{Log}");
            try
            {
                await _news.WaitAsync(TimeSpan.FromSeconds(1), patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"The program has not printed \"{text}\" in {Patience}.\n{Log}");
            }
        }
    }

    /// <summary>Waits for the end of the program.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitForExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The program has not ended in {Patience}.\n{Log}");
        }

        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _news.Dispose();
    }

    public string Log => string.Join("\n", _output.Concat(_errors).TakeLast(40));

    public static string PathOf(string sample) => Path.GetFullPath(
        typeof(SampleProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == sample).Value!);

    private void Take(ConcurrentQueue<string> lines, string? line)
    {
        if (line is null) return;
        lines.Enqueue(line);
        try
        {
            _news.Release();
        }
        catch (ObjectDisposedException)
        {
            // The last words of a program that is not wanted any more.
        }
    }
}
