using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>
/// The public data set of 78,025 opportunities of a seller of car parts, which is not part of the project: in
/// <c>shared/data/winloss</c> beside the checkout. Each is its values in the order of the columns; no value is quoted.
/// </summary>
internal static class WinLossData
{
    public static string? File { get; } =
        CrmData.Folder is { } crm && Path.Combine(crm, "../winloss/WA_Fn-UseC_-Sales-Win-Loss.csv") is var path
            && System.IO.File.Exists(path)
            ? path
            : null;

    public static (string[] Names, List<string[]> Rows) Read()
    {
        var lines = System.IO.File.ReadAllLines(File!);
        return (lines[0].Split(','), lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).ToList());
    }
}
