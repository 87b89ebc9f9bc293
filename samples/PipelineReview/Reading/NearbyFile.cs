using System;
using System.Collections.Generic;
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

    /// <summary>Reads a file with a header, of any kind; a CSV file has the deals file's delimiter, encoding and escape.</summary>
    /// <param name="folder">The folder of the deals file.</param>
    /// <param name="file">The file as the map names it.</param>
    /// <param name="where">The name of the file's place in the map, for messages.</param>
    /// <param name="map">The map of the deals.</param>
    /// <param name="faults">Where the faults go.</param>
    /// <param name="read">Makes something of the path, the header and the rows after it; null after a fault.</param>
    /// <returns>What was made; null, and a fault, if the file can't be read.</returns>
    public static T? Read<T>(
        string folder, string file, string where, DealMap map, FaultList faults,
        Func<string, TableHeader, IEnumerator<TableRecord>, T?> read)
        where T : class
    {
        if (Find(folder, file, where, faults) is not { } path)
        {
            return null;
        }

        try
        {
            using TableFile table = TableFile.Open(path, map.Format with { Sheet = null });
            using IEnumerator<TableRecord> records = table.Records().GetEnumerator();
            return TableHeader.Read(records, Path.GetFileName(path), $"{where}.file", file, isHeader: true, faults) is { } header
                ? read(path, header, records)
                : null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            faults.Add($"{where}.file", file, $"must be a file beside the deals that can be read: {e.Message}");
            return null;
        }
    }
}
