#:property PublishAot=false
#:property SignAssembly=false

// Checks that the packages in a folder contain what the project promises, and nothing else.
//
//   dotnet run eng/check-package.cs -- FOLDER             checks every package in FOLDER
//   dotnet run eng/check-package.cs -- FOLDER OTHER       checks that the assemblies and symbols in OTHER are the same bytes
//   dotnet run eng/check-package.cs -- --tool FOLDER      checks what the page of the tool shows: text, icon, addresses
//
// Prints one line per package and one per fault; the exit code is 0 only if there is no fault. Add new packages to promises.

using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

Promise[] promises =
[
    new("Sqo.Qualification", ["net462", "netstandard2.0", "net10.0"], Dependencies: [])
    {
        Content = ["schemas/sqo-profile.schema.json"],
        // For .NET Standard 2.0 it has the assembly that is compiled against .NET Framework 4.6.2, and serves both.
        Folders = ["netstandard2.0", "net10.0"],
        FrameworkFolder = "netstandard2.0",
        MostBytes = 2_000_000,
    },
    new("Sqo.Qualification.DependencyInjection", ["netstandard2.0", "net10.0"], Dependencies:
    [
        "Sqo.Qualification",
        "Microsoft.Bcl.AsyncInterfaces",
        "Microsoft.Bcl.TimeProvider",
        "Microsoft.Extensions.Configuration.Abstractions",
        "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions",
        "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.Options",
        "Microsoft.Extensions.Primitives",
        "System.Diagnostics.DiagnosticSource",
        "System.Threading.Tasks.Extensions",
    ])
    {
        ExtensionsVersions = new() { ["netstandard2.0"] = "8.0.0", ["net10.0"] = "10.0.0" },
    },
    new("Sqo.Qualification.Testing", ["netstandard2.0", "net10.0"], Dependencies: ["Sqo.Qualification"]),
];

var tool = new Promise("Sqo.Qualification.Review", [], Dependencies: []) { Readme = "samples/PipelineReview/README.md" };

if (args.Length is not (1 or 2))
{
    Console.Error.WriteLine("usage: dotnet run eng/check-package.cs -- [--tool] FOLDER [OTHER]");
    return 2;
}

var folder = args[0];
var faults = new List<string>();
if (args is ["--tool", var tools])
{
    var path = Directory.GetFiles(tools, "*.nupkg").Single(file => tool.Owns(Path.GetFileName(file), ".nupkg"));
    using var zip = ZipFile.OpenRead(path);
    var version = new PackageCheck(tool, new FileInfo(path).Length, zip, zip, faults).CheckPage();
    if (faults.Count == 0) Console.WriteLine($"{tool.Id} {version}: {new FileInfo(path).Length} bytes");
}
else if (args.Length == 2)
{
    new Comparison(faults).Compare(folder, args[1]);
}
else
{
    var names = Directory.GetFiles(folder, "*nupkg").Select(Path.GetFileName).ToList();
    foreach (var promise in promises)
    {
        var package = names.SingleOrDefault(name => promise.Owns(name!, ".nupkg"));
        var symbols = names.SingleOrDefault(name => promise.Owns(name!, ".snupkg"));
        names.RemoveAll(name => name == package || name == symbols);
        if (package is null || symbols is null)
        {
            faults.Add($"{promise.Id}: no package, or no symbol package, in {folder}");
            continue;
        }

        var path = Path.Combine(folder, package);
        using var packageZip = ZipFile.OpenRead(path);
        using var symbolsZip = ZipFile.OpenRead(Path.Combine(folder, symbols));
        new PackageCheck(promise, new FileInfo(path).Length, packageZip, symbolsZip, faults).Run();
    }

    faults.AddRange(names.Select(name => $"{name}: this package is unknown; add it to eng/check-package.cs"));
}

foreach (var fault in faults) Console.WriteLine("FAULT " + fault);
return faults.Count == 0 ? 0 : 1;

/// <summary>The expected contents of a package: its targets, and the packages on which it may depend.</summary>
internal sealed record Promise(string Id, string[] Targets, string[] Dependencies)
{
    /// <summary>The folders with an assembly: by default one per target.</summary>
    public string[] Folders { get; init; } = Targets;

    /// <summary>The folder whose assembly refers to .NET Framework, so that a plug-in takes it without facades; null for none.</summary>
    public string? FrameworkFolder { get; init; }

    /// <summary>The file in the repository that is the package's README.md.</summary>
    public string Readme { get; init; } = Id == "Sqo.Qualification" ? "README.md" : $"src/{Id}/README.md";

    /// <summary>The contents besides assemblies.</summary>
    public string[] Content { get; init; } = [];

    /// <summary>The size in bytes that the package must stay below.</summary>
    public long MostBytes { get; init; } = long.MaxValue;

    /// <summary>The lowest version of the Microsoft.Extensions packages that works, per target: nobody is forced to upgrade.</summary>
    public Dictionary<string, string> ExtensionsVersions { get; init; } = [];

    public bool Owns(string file, string extension) =>
        file.StartsWith(Id + ".", StringComparison.Ordinal) && file.EndsWith(extension, StringComparison.Ordinal)
            && char.IsDigit(file[Id.Length + 1]);
}

internal sealed class PackageCheck(Promise promise, long bytes, ZipArchive package, ZipArchive symbols, List<string> faults)
{
    private const int MostBytesOfIcon = 4_000;

    private static readonly string Root = Path.GetDirectoryName((string)AppContext.GetData("EntryPointFileDirectoryPath")!)!;

    private static readonly string Repository = XDocument.Load(Path.Combine(Root, "Directory.Build.props"))
        .Descendants("RepositoryUrl").Single().Value;

    public void Run()
    {
        var before = faults.Count;
        var version = CheckPage();
        CheckDependencies();
        CheckFiles();
        foreach (var target in promise.Folders) CheckTarget(target);
        CheckNoNativeCode();
        CheckSize();
        if (faults.Count == before)
        {
            Console.WriteLine(
                $"{promise.Id} {version}: {string.Join(", ", promise.Targets)}; dependencies: " +
                $"{(promise.Dependencies.Length == 0 ? "none" : string.Join(", ", promise.Dependencies))}; {bytes} bytes");
        }
    }

    /// <summary>Checks what the page of a package shows, and returns its version.</summary>
    public string CheckPage()
    {
        Require(Member("id")?.Value == promise.Id, "the nuspec has another id");
        Require(
            Member("license") is { Value: "MIT" } license && (string?)license.Attribute("type") == "expression",
            "the license is not the expression MIT");
        Require(Member("readme")?.Value == "README.md", "the nuspec names no README.md");
        Require(Member("icon")?.Value == "icon.png", "the nuspec names no icon.png");
        Require(Member("projectUrl")?.Value == Repository, $"the address of the project is not {Repository}");
        foreach (var name in new[] { "version", "authors", "description", "tags", "copyright", "releaseNotes" })
        {
            Require(!string.IsNullOrWhiteSpace(Member(name)?.Value), $"the nuspec has no {name}");
        }

        var repository = Member("repository");
        Require(((string?)repository?.Attribute("commit"))?.Length == 40, "the nuspec doesn't contain its commit");
        Require((string?)repository?.Attribute("url") == Repository, $"the address of the repository is not {Repository}");
        RequireFile("README.md", promise.Readme);
        RequireFile("icon.png", "docs/images/icon.png");
        Require(package.GetEntry("icon.png") is not { Length: > MostBytesOfIcon }, $"icon.png has more than {MostBytesOfIcon} bytes");
        return Member("version")?.Value ?? "";
    }

    private void CheckDependencies()
    {
        // A group for every target, so that NuGet never falls back to another target's group, and only promised dependencies.
        var groups = Member("dependencies")?.Elements().ToDictionary(g => ShortName((string)g.Attribute("targetFramework")!)) ?? [];
        RequireSame(promise.Targets, groups.Keys, "dependency groups");
        foreach (var (target, group) in groups)
        {
            var found = group.Elements().Select(d => (string)d.Attribute("id")!);
            Require(!found.Except(promise.Dependencies).Any(), $"{target} depends on {string.Join(", ", found)}");
            foreach (var dependency in group.Elements())
            {
                var id = (string)dependency.Attribute("id")!;
                var version = (string)dependency.Attribute("version")!;
                if (!id.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                    || !promise.ExtensionsVersions.TryGetValue(target, out var lowest))
                {
                    continue;
                }
                Require(version == lowest, $"{target} needs {id} {version}; the lowest that works is {lowest}");
            }
        }
    }

    private void CheckFiles()
    {
        string[] own = [
            $"{promise.Id}.nuspec", "README.md", "icon.png", .. promise.Content,
            .. promise.Folders.SelectMany(t => new[] { $"lib/{t}/{promise.Id}.dll", $"lib/{t}/{promise.Id}.xml" })];
        var found = package.Entries.Select(e => e.FullName).Where(n =>
            n != "[Content_Types].xml" && !n.StartsWith("_rels/") && !n.StartsWith("package/"));
        RequireSame(own, found, "files");
    }

    private void CheckTarget(string target)
    {
        var dll = $"lib/{target}/{promise.Id}.dll";
        if (package.GetEntry(dll) is null) return;

        var image = Bytes(package, dll);
        using var assembly = new PEReader(new MemoryStream(image));
        var metadata = assembly.GetMetadataReader();
        CheckStrongName(dll, image, assembly);
        CheckReferences(target, dll, metadata);
        CheckDocumentation(target, metadata);
        CheckSymbols(target, assembly);
    }

    /// <summary>Code compiled ahead of time works only with the runtime version that compiled it.</summary>
    private void CheckNoNativeCode()
    {
        foreach (var entry in package.Entries.Where(entry => entry.FullName.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using var assembly = new PEReader(new MemoryStream(Bytes(package, entry.FullName)));
            Require(assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size == 0, $"{entry.FullName} holds native code");
        }
    }

    private void CheckSize() => Require(bytes < promise.MostBytes, $"the package has {bytes} bytes; it must be below {promise.MostBytes}");

    private void CheckStrongName(string dll, byte[] image, PEReader assembly)
    {
        var key = StrongName.ReadKey(File.ReadAllBytes(Path.Combine(Root, "eng", "Sqo.Qualification.snk")));
        var publicKey = assembly.GetMetadataReader().GetAssemblyDefinition().GetAssemblyName().GetPublicKey() ?? [];
        Require(StrongName.IsPublicKeyOf(key, publicKey), $"{dll} isn't signed with the key of eng/Sqo.Qualification.snk");
        Require(StrongName.IsValid(key, image, assembly), $"{dll} has a strong name that doesn't verify");
    }

    private void CheckReferences(string target, string dll, MetadataReader metadata)
    {
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        foreach (var handle in metadata.AssemblyReferences)
        {
            var name = metadata.GetString(metadata.GetAssemblyReference(handle).Name);
            var known = target switch
            {
                _ when target == promise.FrameworkFolder => name is "mscorlib" or "System" or "System.Core" or "System.Numerics",
                "netstandard2.0" => name == "netstandard",
                _ => name.StartsWith("System.", StringComparison.Ordinal) && File.Exists(Path.Combine(runtime, name + ".dll")),
            };
            Require(known || promise.Dependencies.Contains(name), $"{dll} refers to {name}");
        }
    }

    private void CheckDocumentation(string target, MetadataReader metadata)
    {
        var file = $"lib/{target}/{promise.Id}.xml";
        if (package.GetEntry(file) is null) return;

        // The compiler checks every member (CS1591); this checks that the file belongs to the assembly.
        using var stream = new MemoryStream(Bytes(package, file));
        var documented = XDocument.Load(stream).Descendants("member").Select(m => (string)m.Attribute("name")!).ToHashSet();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if ((type.Attributes & System.Reflection.TypeAttributes.VisibilityMask) != System.Reflection.TypeAttributes.Public) continue;
            var name = $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
            Require(documented.Contains("T:" + name), $"{file} doesn't document {name}");
        }
    }

    private void CheckSymbols(string target, PEReader assembly)
    {
        var file = $"lib/{target}/{promise.Id}.pdb";
        if (symbols.GetEntry(file) is null)
        {
            faults.Add($"{promise.Id}: the symbol package has no {file}");
            return;
        }

        var bytes = Bytes(symbols, file);
        Require(bytes.AsSpan().StartsWith("BSJB"u8), $"{file} is not a portable PDB");
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(bytes));
        var pdb = provider.GetMetadataReader();

        var entries = assembly.ReadDebugDirectory();
        var id = new BlobContentId(pdb.DebugMetadataHeader!.Id);
        var entry = entries.Single(e => e.Type == DebugDirectoryEntryType.CodeView);
        Require(
            assembly.ReadCodeViewDebugDirectoryData(entry).Guid == id.Guid && entry.Stamp == id.Stamp, $"{file} is of another assembly");
        Require(entries.Any(e => e.Type == DebugDirectoryEntryType.Reproducible), $"the {target} assembly is not deterministic");

        foreach (var handle in pdb.Documents)
        {
            var path = pdb.GetString(pdb.GetDocument(handle).Name);
            var embedded = pdb.GetCustomDebugInformation(handle).Any(h =>
                pdb.GetGuid(pdb.GetCustomDebugInformation(h).Kind) == StrongName.EmbeddedSource);
            Require(embedded, $"{file} doesn't embed {path}");
            Require(path.StartsWith("/_", StringComparison.Ordinal), $"{file} contains the path of the build: {path}");
        }
    }

    private XElement? Member(string name) => XDocument.Parse(
        Encoding.UTF8.GetString(Bytes(package, promise.Id + ".nuspec")).TrimStart('\uFEFF')).Root!
        .Elements().Single().Elements().SingleOrDefault(e => e.Name.LocalName == name);

    private static string ShortName(string framework) => framework
        .Replace(".NETFramework4.6.2", "net462", StringComparison.Ordinal)
        .Replace(".NETStandard", "netstandard", StringComparison.Ordinal);

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private void Require(bool holds, string fault)
    {
        if (!holds) faults.Add($"{promise.Id}: {fault}");
    }

    private void RequireFile(string name, string file) => Require(
        package.GetEntry(name) is not null
            && Bytes(package, name).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Root, file))), $"{name} is not {file}");

    private void RequireSame(IEnumerable<string> expected, IEnumerable<string> found, string what)
    {
        foreach (var name in expected.Except(found)) faults.Add($"{promise.Id}: {what}: {name} is missing");
        foreach (var name in found.Except(expected)) faults.Add($"{promise.Id}: {what}: {name} is unexpected");
    }
}

/// <summary>
/// Verifies a strong name in full: a sandbox of .NET Framework refuses an assembly that is only marked as signed.
/// </summary>
internal static class StrongName
{
    public static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private const int PublicKeyHeader = 12;
    private const int KeyBlobHeader = 20;

    /// <summary>Reads modulus and exponent from a key pair as written by sn.exe: little-endian, after a header of 20 bytes.</summary>
    public static RSAParameters ReadKey(byte[] snk)
    {
        var length = BitConverter.ToInt32(snk, 12) / 8;
        return new RSAParameters
        {
            Exponent = Reverse(snk.AsSpan(16, 3)),
            Modulus = Reverse(snk.AsSpan(KeyBlobHeader, length)),
        };
    }

    public static bool IsPublicKeyOf(RSAParameters key, byte[] publicKey) =>
        publicKey.Length == PublicKeyHeader + KeyBlobHeader + key.Modulus!.Length
        && Reverse(publicKey.AsSpan(PublicKeyHeader + KeyBlobHeader)).AsSpan().SequenceEqual(key.Modulus);

    /// <summary>
    /// The signed data: the headers without padding and with a zero checksum, and the sections without the signature.
    /// </summary>
    public static bool IsValid(RSAParameters key, byte[] image, PEReader assembly)
    {
        var headers = assembly.PEHeaders;
        var directory = headers.CorHeader!.StrongNameSignatureDirectory;
        if (!headers.CorHeader.Flags.HasFlag(CorFlags.StrongNameSigned)
            || !headers.TryGetDirectoryOffset(directory, out var signatureStart))
        {
            return false;
        }

        const int SectionHeader = 40;
        const int ChecksumInOptionalHeader = 64;
        var headersEnd = headers.PEHeaderStartOffset + headers.CoffHeader.SizeOfOptionalHeader
            + (headers.SectionHeaders.Length * SectionHeader);
        var signed = image.ToArray();
        signed.AsSpan(headers.PEHeaderStartOffset + ChecksumInOptionalHeader, 4).Clear();

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(signed, 0, headersEnd);
        var sectionsStart = headers.SectionHeaders.Min(s => s.PointerToRawData);
        hash.AppendData(signed, sectionsStart, signatureStart - sectionsStart);
        hash.AppendData(signed.AsSpan(signatureStart + directory.Size));

        using var rsa = RSA.Create(key);
        var signature = Reverse(image.AsSpan(signatureStart, directory.Size));
        return rsa.VerifyHash(hash.GetHashAndReset(), signature, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
    }

    private static byte[] Reverse(ReadOnlySpan<byte> bytes)
    {
        var reversed = bytes.ToArray();
        Array.Reverse(reversed);
        return reversed;
    }
}

/// <summary>Compares two builds of the same source, file by file within the packages.</summary>
internal sealed class Comparison(List<string> faults)
{
    public void Compare(string folder, string other)
    {
        var compared = 0;
        foreach (var path in Directory.GetFiles(folder, "*nupkg"))
        {
            var twin = Path.Combine(other, Path.GetFileName(path));
            if (!File.Exists(twin))
            {
                faults.Add($"{Path.GetFileName(path)}: not in {other}");
                continue;
            }

            using var zip = ZipFile.OpenRead(path);
            using var twinZip = ZipFile.OpenRead(twin);
            foreach (var entry in zip.Entries.Where(e =>
                Path.GetExtension(e.Name) is ".dll" or ".pdb" or ".xml" && e.Name != "[Content_Types].xml"))
            {
                compared++;
                if (twinZip.GetEntry(entry.FullName) is not { } twinEntry || Hash(entry) != Hash(twinEntry))
                {
                    faults.Add($"{Path.GetFileName(path)}: {entry.FullName} differs between two builds");
                }
            }
        }

        if (compared == 0) faults.Add("There is nothing to compare.");
        Console.WriteLine($"{compared} files compared");
    }

    private static string Hash(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return Convert.ToHexString(SHA256.HashData(stream));
    }
}
