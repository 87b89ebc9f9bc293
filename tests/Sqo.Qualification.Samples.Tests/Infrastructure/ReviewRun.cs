using System.Collections.Generic;
using System.IO;
using System.Linq;
using PipelineReview;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>
/// A run of the sample PipelineReview within this process, to its end: a process of its own would cost nearly all of a test's time.
/// </summary>
internal sealed class ReviewRun
{
    private ReviewRun(int exitCode, string output, string errors)
    {
        ExitCode = exitCode;
        Text = output;
        ErrorText = errors;
    }

    public int ExitCode { get; }

    /// <summary>What it printed.</summary>
    public string Text { get; }

    public string ErrorText { get; }

    public IReadOnlyList<string> Output => LinesOf(Text);

    public IReadOnlyList<string> Errors => LinesOf(ErrorText);

    /// <summary>The last of what it printed.</summary>
    public string Log => string.Join("\n", Output.Concat(Errors).TakeLast(40));

    public static ReviewRun Of(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exitCode = ReviewProgram.Run(arguments, output, errors, isTerminal: false);
        return new ReviewRun(exitCode, output.ToString(), errors.ToString());
    }

    private static string[] LinesOf(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');
}
