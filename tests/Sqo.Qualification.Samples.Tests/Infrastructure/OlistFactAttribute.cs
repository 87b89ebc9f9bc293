using System.IO;
using System.Runtime.CompilerServices;
using Xunit;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>
/// A test on the public leads and deals of Olist, which are not part of the project: in <c>shared/data/olist</c> beside the checkout.
/// Skipped, and said so, where they are missing.
/// </summary>
internal sealed class OlistFactAttribute : FactAttribute
{
    public OlistFactAttribute()
    {
        if (Folder.Length == 0) Skip = "There is no folder shared/data/olist beside the checkout.";
    }

    public static string Folder { get; } = Find();

    private static string Find([CallerFilePath] string thisFile = "")
    {
        for (var folder = Path.GetDirectoryName(thisFile); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var data = Path.Combine(folder, "shared", "data", "olist");
            if (Directory.Exists(data)) return data;
        }

        return "";
    }
}
