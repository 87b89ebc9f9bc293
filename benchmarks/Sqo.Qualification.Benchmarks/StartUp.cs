using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>The first decision of a fresh process: the program starts itself again and again, and each child times its own.</summary>
public static class StartUp
{
    private const int Processes = 21;

    /// <summary>In the child: milliseconds from the first line to the first decision.</summary>
    public static double First(string who)
    {
        var opportunity = Opportunities.Make(1)[0];
        var start = Stopwatch.GetTimestamp();
        var score = who == "hand" ? Hand(opportunity) : Library(opportunity);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return score >= 0 ? elapsed : double.NaN;
    }

    public static void Compare()
    {
        var hand = Median("hand");
        var library = Median("library");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first decision, median of {Processes} processes: hand-written {hand:F1} ms, library {library:F1} ms, difference {library - hand:F1} ms"));
    }

    // Apart, so that neither waits for the other to be compiled.
    private static double Hand(Opportunity opportunity) => HandWritten.Decide(opportunity, Opportunities.AsOf).Score;

    private static double Library(Opportunity opportunity) => LibraryProfile.Create().Decide(opportunity, Opportunities.AsOf).Score;

    private static double Median(string who)
    {
        var times = new List<double>();
        for (var i = 0; i < Processes; i++)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
            // Under the dotnet host the program itself is the first argument.
            if (Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)) start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
            start.ArgumentList.Add("--first");
            start.ArgumentList.Add(who);
            using var child = Process.Start(start)!;
            times.Add(double.Parse(child.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture));
            child.WaitForExit();
        }

        return times.Order().ElementAt(Processes / 2);
    }
}
