using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Runtime.InteropServices;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>The first decision of a fresh process: the program starts itself again and again, and each child times its own.</summary>
public static class StartUp
{
    private const int Processes = 21;
    private const string Assembly = "Sqo.Qualification.dll";

    /// <summary>In the child: milliseconds from the first line to the first decision.</summary>
    public static double First(string who)
    {
        var opportunity = Opportunities.Make(1)[0];
        var start = Stopwatch.GetTimestamp();
        var score = who == "hand" ? Hand(opportunity) : Library(opportunity);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return score >= 0 ? elapsed : double.NaN;
    }

    /// <summary>Prints the medians.</summary>
    /// <param name="package">A package of the library, to measure as well what its users get; or none.</param>
    public static void Compare(string? package)
    {
        var own = AppContext.BaseDirectory;
        var packaged = package is null ? null : WithAssemblyOf(package);
        List<(string Name, string Who, string Folder)> contenders = [("hand-written", "hand", own), ("library", "library", own)];
        if (packaged is not null) contenders.Add(("library, from its package", "library", packaged));

        // In turns, so that what else the machine does disturbs all alike.
        var times = contenders.ConvertAll(_ => new List<double>());
        for (var i = 0; i < Processes; i++)
        {
            for (var who = 0; who < contenders.Count; who++) times[who].Add(TimeOf(contenders[who].Who, contenders[who].Folder));
        }

        var medians = times.ConvertAll(list => list.Order().ElementAt(Processes / 2));
        for (var who = 0; who < contenders.Count; who++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{contenders[who].Name}: {medians[who]:F2} ms, {medians[who] - medians[0]:F2} ms more than " +
                $"hand-written (median of {Processes} processes)"));
        }

        if (packaged is not null) Directory.Delete(packaged, recursive: true);
    }

    // Apart, so that neither waits for the other to be compiled.
    private static double Hand(Deal opportunity) => HandWritten.Decide(opportunity, Opportunities.AsOf).Score;

    private static double Library(Deal opportunity) => LibraryProfile.Create().Decide(opportunity, Opportunities.AsOf).Score;

    private static double TimeOf(string who, string folder)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        var start =
            new ProcessStartInfo(isHost ? program : Path.Combine(folder, Path.GetFileName(program))) { RedirectStandardOutput = true };
        // Under the dotnet host the program itself is the first argument.
        if (isHost) start.ArgumentList.Add(Path.Combine(folder, Path.GetFileName(Environment.GetCommandLineArgs()[0])));
        start.ArgumentList.Add("--first");
        start.ArgumentList.Add(who);
        using var child = Process.Start(start)!;
        var time = double.Parse(child.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
        child.WaitForExit();
        return time;
    }

    /// <summary>Copies this program, with the assembly that NuGet would take from the package on this machine.</summary>
    private static string WithAssemblyOf(string package)
    {
        var folder = Directory.CreateTempSubdirectory("startup").FullName;
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        using var zip = ZipFile.OpenRead(package);
        var assembly = zip.GetEntry($"runtimes/{RuntimeInformation.RuntimeIdentifier}/lib/net10.0/{Assembly}")
            ?? zip.GetEntry($"lib/net10.0/{Assembly}");
        assembly!.ExtractToFile(Path.Combine(folder, Assembly), overwrite: true);
        return folder;
    }
}
