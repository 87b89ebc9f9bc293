using System;
using System.Globalization;
using System.IO;
using System.Linq;
using WeeklyAudit;
using Xunit;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>The sample WeeklyAudit within this process.</summary>
public sealed class WeeklyAuditTests
{
    [Fact]
    public void Run_OneWeekAtATimeFromAFile_IsTheSameAsAllAtOnce()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "audit.db");
        string[] apart = [.. Enumerable.Range(0, 4).SelectMany(_ => WeeksOf(Run("--database", file, "--weeks", "1")))];
        string[] atOnce = WeeksOf(Run("--weeks", "4"));
        Assert.Equal(atOnce, apart);
        Assert.Equal(4, atOnce.Count(line => line.StartsWith("Week ", StringComparison.Ordinal)));
        Assert.Contains("Week 4, 2026-01-26", atOnce);
        // Decisions of the week before are there, or nothing would cross.
        Assert.Contains(atOnce, line => line.Contains("Became SQOs: D", StringComparison.Ordinal));
        Assert.Contains(atOnce, line => line.Contains("stopped being SQOs: D", StringComparison.Ordinal));
        // A deal that is rejected again is not drawn again: of 200 open deals in the last week, only some are drawn.
        const string Drawn = "  Rejected for the first time: ";
        int[] drawn = [.. atOnce.Where(line => line.StartsWith(Drawn, StringComparison.Ordinal))
            .Select(line => int.Parse(line[Drawn.Length..line.IndexOf(',', StringComparison.Ordinal)], CultureInfo.InvariantCulture))];
        Assert.Equal(4, drawn.Length);
        Assert.All(drawn, count => Assert.InRange(count, 15, 50));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("21")]
    public void Run_WeeksOutOfRange_AreRefused(string weeks)
    {
        using var errors = new StringWriter();
        Assert.NotEqual(0, WeeklyProgram.Run(["--weeks", weeks], TextWriter.Null, errors));
        Assert.Contains($"--weeks is {weeks}; it must be from 1 to 20.", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FileThatIsNoDatabase_IsRefused()
    {
        using var folder = new TemporaryFolder();
        using var errors = new StringWriter();
        var file = folder.Write("audit.db", new string('x', 4_096));
        Assert.Equal(2, WeeklyProgram.Run(["--database", file], TextWriter.Null, errors));
        Assert.Contains("The database can't be used", errors.ToString(), StringComparison.Ordinal);
    }

    private static string Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter();
        Assert.True(WeeklyProgram.Run(arguments, output, errors) == 0, errors.ToString());
        return output.ToString();
    }

    // Without the report at the end of a run.
    private static string[] WeeksOf(string text) => text.Split("\n\n")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
