using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using PipelineReview.Profiles;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview;

/// <summary>The commands about profiles as data: what is odd in one, and what differs between two.</summary>
internal static class ProfileCommands
{
    /// <summary>The exit code if something is odd or differs.</summary>
    public const int Found = 1;

    private const int Nothing = 0;

    /// <summary>The command that prints what is odd in a profile.</summary>
    public static Command Lint(TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = "The JSON file of the profile." };
        var command = new Command("lint", "Prints what is odd in a profile: exit code 1 if something is, 0 if nothing is.") { file };
        command.SetAction(result =>
        {
            QualificationProfile<Deal> profile = ProfileFile.Read(result.GetRequiredValue(file));
            foreach (LintWarning warning in profile.Lint)
            {
                output.WriteLine($"{warning.Code}: {warning.Message}");
            }

            return profile.Lint.Count > 0 ? Found : Nothing;
        });
        return command;
    }

    /// <summary>The command that prints what differs between two profiles.</summary>
    public static Command Diff(TextWriter output)
    {
        var before = new Argument<string>("BEFORE") { Description = "The JSON file of the one profile." };
        var after = new Argument<string>("AFTER") { Description = "The JSON file of the other one." };
        var command = new Command("diff", "Prints what differs between two profiles: exit code 1 if something does, 0 if nothing does.")
        {
            before, after,
        };
        command.SetAction(result =>
        {
            IReadOnlyList<string> differences = ProfileDifferences.Of(
                ProfileFile.Read(result.GetRequiredValue(before)), ProfileFile.Read(result.GetRequiredValue(after)));
            foreach (string difference in differences)
            {
                output.WriteLine(difference);
            }

            return differences.Count > 0 ? Found : Nothing;
        });
        return command;
    }
}
