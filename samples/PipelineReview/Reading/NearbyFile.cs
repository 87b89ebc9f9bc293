using System.IO;
using System.Linq;

namespace PipelineReview.Reading;

/// <summary>A file that a map names, in the folder of the deals or below.</summary>
internal static class NearbyFile
{
    /// <summary>The path; null, and a fault, if it is outside the folder. The map may not be trustworthy.</summary>
    public static string? Find(string folder, string file, string where, FaultList faults)
    {
        if (Path.IsPathRooted(file) || file.Contains('\0') || file.Split('/', '\\').Contains(".."))
        {
            faults.Add($"{where}.file", file, "must be a file in the folder of the deals, without .. and not from the root");
            return null;
        }

        return Path.Combine(folder, file);
    }
}
