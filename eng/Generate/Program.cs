using System;
using System.IO;
using Sqo.Qualification.Generation;

// Writes the families of alike members and the frameworks: run it after a change to a table in this folder, from the root of the
// repository, and commit what it writes. A test fails while the files are not what the tables say.
//
//   dotnet run --project eng/Generate
foreach (var (path, text) in GeneratedSources.All())
{
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, text);
    Console.WriteLine(path);
}
