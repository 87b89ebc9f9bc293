using System;
using System.IO;
using Sqo.Qualification.Generation;

// Writes the overloads for each value type and the frameworks. After changing a table in this folder, run it from the root of the
// repository and commit the files. A test fails while the files don't match the tables.
//
//   dotnet run --project eng/Generate
foreach (var (path, text) in GeneratedSources.All())
{
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, text);
    Console.WriteLine(path);
}
