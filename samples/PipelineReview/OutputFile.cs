using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace PipelineReview;

/// <summary>A file that the review is written to, and never one that was read.</summary>
internal static class OutputFile
{
    private const string IsRead = "must be another file than those that are read: the deals, the map and its look-ups";

    /// <summary>Checks that the file can be written.</summary>
    /// <param name="option">The option that names the file.</param>
    /// <param name="path">The file; null when there is none.</param>
    /// <param name="read">The files that are read, as far as they are known.</param>
    /// <param name="faults">Where the faults go.</param>
    public static void Check(string option, string? path, IEnumerable<string> read, FaultList faults)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            if (string.IsNullOrWhiteSpace(path) || Directory.Exists(path)
                || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            {
                faults.Add(option, path, "must be a file in a folder that exists");
            }
            else if (read.Any(file => IsSame(file, path)))
            {
                faults.Add(option, path, IsRead);
            }
        }
        catch (Exception e) when (e is ArgumentException or IOException or NotSupportedException)
        {
            faults.Add(option, path, $"must be the name of a file: {e.Message}");
        }
    }

    /// <summary>Checks that files can be written to a folder, which is created when its parent exists.</summary>
    /// <param name="option">The option that names the folder.</param>
    /// <param name="path">The folder; null when there is none.</param>
    /// <param name="faults">Where the faults go.</param>
    public static void CheckFolder(string option, string? path, FaultList faults)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            if (string.IsNullOrWhiteSpace(path) || File.Exists(path) || !(Directory.Exists(path) || Directory.Exists(ParentOf(path))))
            {
                faults.Add(option, path, "must be a folder, or a new one in a folder that exists");
            }
        }
        catch (Exception e) when (e is ArgumentException or IOException or NotSupportedException)
        {
            faults.Add(option, path, $"must be the name of a folder: {e.Message}");
        }
    }

    /// <summary>Creates a folder unless it exists.</summary>
    /// <exception cref="InputException">It can't be created.</exception>
    public static void CreateFolder(string option, string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            var faults = new FaultList();
            faults.Add(option, path, $"must be a folder that can be created: {e.Message}");
            faults.ThrowIfAny();
        }
    }

    /// <summary>Deletes what an earlier run has written, but nothing that was read.</summary>
    /// <param name="option">The option that names the file or its folder.</param>
    /// <param name="path">The file, which need not exist.</param>
    /// <param name="read">The files that were read.</param>
    /// <exception cref="InputException">It can't be deleted.</exception>
    public static void Delete(string option, string path, IEnumerable<string> read)
    {
        try
        {
            if (File.Exists(path) && !read.Any(file => IsSame(file, path)))
            {
                File.Delete(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var faults = new FaultList();
            faults.Add(option, path, $"must be a file that can be deleted, since this review does not have this list: {e.Message}");
            faults.ThrowIfAny();
        }
    }

    /// <summary>Whether two names are of one file, links followed.</summary>
    public static bool IsSame(string left, string right) => string.Equals(
        Target(left), Target(right), OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    /// <param name="option">The option that names the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="read">The files that were read.</param>
    /// <param name="content">The content.</param>
    /// <exception cref="InputException">It can't be written, or is one that was read.</exception>
    public static void Write(string option, string path, IReadOnlyList<string> read, ReadOnlySpan<byte> content)
    {
        var faults = new FaultList();
        Check(option, path, read, faults);
        faults.ThrowIfAny();
        var held = new List<FileStream>();
        try
        {
            // While they are open for reading they can't be opened for writing, not even under another name, which a comparison would miss.
            held.AddRange(read.Select(file => new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read)));
            using var output = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            output.Write(content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            faults.Add(option, path, $"must be a file that can be written, and {IsRead}: {e.Message}");
        }
        finally
        {
            held.ForEach(file => file.Dispose());
        }

        faults.ThrowIfAny();
    }

    private static string? ParentOf(string folder) => Path.GetDirectoryName(Path.GetFullPath(Path.TrimEndingDirectorySeparator(folder)));

    private static string Target(string path)
    {
        string full = Path.GetFullPath(path);
        return File.Exists(full) ? new FileInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full : full;
    }
}
