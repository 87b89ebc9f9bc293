#if !NETFRAMEWORK && !NETSTANDARD_ASSET
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Sqo.Qualification.Tests.Docs;

/// <summary>Blocks of code, compiled together, which takes a tenth of the time; each has a namespace of its own.</summary>
internal sealed class CompiledBlocks(IReadOnlyList<CodeBlock> blocks)
{
    // What the pages speak of without saying where it comes from. Properties, since the locals of a block may have their names.
    private const string Surroundings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Sqo.Qualification;

        public sealed class Deal
        {
            public decimal? Budget { get; init; }
            public decimal? Spent { get; init; }
            public bool? HasDecisionMaker { get; init; }
            public bool? HasIncumbent { get; init; }
            public bool? DemoRequested { get; init; }
            public string? Industry { get; init; }
            public int? Employees { get; init; }
            public double? Growth { get; init; }
            public double? EngagementScore { get; init; }
            public DateTime? LastActivity { get; init; }
            public IReadOnlyList<CustomerActivity>? Events { get; init; }
            public IReadOnlyList<string>? Tags { get; init; }
            public EvidenceLevel Pain { get; init; }
            public bool? HasBudget { get; init; }
            public QualificationAnswers? Answers { get; init; }
            public string? Stage { get; init; }
            public IReadOnlyList<string>? Competitors { get; init; }
            public string? Incumbent { get; init; }
            public IReadOnlyList<string>? Answered { get; init; }
        }

        public sealed class StartupProfile(decimal minimumBudget) : IProfileConfiguration<Deal>
        {
            public string Name => "startup";
            public void Define(ProfileBuilder<Deal> p) => p.Criterion("budget", d => d.Budget).AtLeast(minimumBudget).Required();
        }

        public interface IPriceList
        {
            decimal MinimumBudget { get; }
        }

        public static class ShownProfiles
        {
            public static List<object> All { get; } = new();

            public static TProfile Taken<TProfile>(TProfile profile)
                where TProfile : notnull
            {
                All.Add(profile);
                return profile;
            }
        }

        public abstract class Page
        {
            protected ProfileBuilder<Deal> p { get; } = null!;
            protected QualificationProfile<Deal> profile { get; } = null!;
            protected Deal deal { get; } = null!;
            protected Deal[] deals { get; } = null!;
            protected Decision[] decisions { get; } = null!;
            protected QualificationResult result { get; } = null!;
            protected QualificationResult earlier { get; } = null!;
            protected TextFormats formats { get; } = null!;
            protected string json { get; } = "";
            protected DateTime asOf { get; }
            protected CancellationToken cancellationToken { get; }
            protected IServiceCollection services { get; } = null!;
            protected IServiceProvider provider { get; } = null!;
            protected IConfiguration configuration { get; } = null!;
            protected FieldMap<Deal> fields { get; } = null!;
            protected IQualifier<Deal> qualifier { get; } = null!;
            protected AnswerTable<Deal> table { get; } = null!;
            protected DealOutcomes outcomes { get; } = null!;
            protected IReadOnlyList<Lead> leads { get; } = null!;
            protected IReadOnlyList<Opportunity> opportunities { get; } = null!;
            protected PipelineHistory history { get; } = null!;
            protected RevenueForecast forecast { get; } = null!;
        }
        """;

    // Closer to a block than the console of the process, which other tests share.
    private const string OwnConsole = """
        namespace Shown;
        internal static class Console
        {
            public static System.IO.StringWriter Out { get; } = new() { NewLine = "\n" };
            public static void WriteLine(string? value) => Out.WriteLine(value);
            public static void WriteLine(object? value) => Out.WriteLine(value);
        }
        """;

    private static readonly MetadataReference[] References = [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => IsShown(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path))];

    private readonly CSharpCompilation _compilation = Compilation(blocks.Select((block, i) =>
        CSharpSyntaxTree.ParseText(block.Wrapped(NameOf(i)), CodeBlock.Options, NameOf(i))));

    private Assembly? _assembly;

    /// <summary>The blocks.</summary>
    public IReadOnlyList<CodeBlock> Blocks => blocks;

    /// <summary>What the compiler says against them, one line an error, with the page and its line.</summary>
    public IEnumerable<string> Errors() => _compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(diagnostic => (Place: PlaceOf(diagnostic), Text: $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"))
        .OrderBy(error => error.Place.File, StringComparer.Ordinal).ThenBy(error => error.Place.Line)
        .Select(error => $"{error.Place.File}({error.Place.Line}): {error.Text}");

    /// <summary>The profiles that a block makes, as far as it runs without what the page leaves out.</summary>
    public IReadOnlyList<object> Profiles(int block)
    {
        if (!blocks[block].Code.Contains("QualificationProfile.Create", StringComparison.Ordinal)) return [];
        var shown = (IList)Loaded().GetType("ShownProfiles")!.GetProperty("All")!.GetValue(null)!;
        shown.Clear();
        try
        {
            Run(block);
        }
        catch (TargetInvocationException e) when (
            e.InnerException is NullReferenceException or ArgumentException or QualificationProfileException { ProfileName.Length: 0 }
                || blocks[block].Printed is not null)
        {
            // What the page speaks of is not there, or the page says that it throws; what was made before that is looked at.
        }

        return [.. shown.Cast<object>()];
    }

    /// <summary>What a block prints, and what it throws, if anything.</summary>
    public string Output(int block)
    {
        var console = (StringWriter)Loaded().GetType("Shown.Console")!.GetProperty("Out")!.GetValue(null)!;
        console.GetStringBuilder().Clear();
        try
        {
            Run(block);
        }
        catch (TargetInvocationException e)
        {
            console.WriteLine($"{e.InnerException!.GetType().Name}: {e.InnerException.Message}");
        }

        return console.ToString().ReplaceLineEndings("\n").TrimEnd();
    }

    private void Run(int block)
    {
        var type = Loaded().GetType($"Shown.{NameOf(block)}.Block")!;
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            type.GetMethod("Run", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(Activator.CreateInstance(type), null);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private Assembly Loaded()
    {
        if (_assembly is not null) return _assembly;
        using var image = new MemoryStream();
        Assert.True(_compilation.Emit(image).Success, string.Join("\n", Errors()));
        return _assembly = Assembly.Load(image.ToArray());
    }

    // A brace that is missing in a block is missed after it.
    private (string File, int Line) PlaceOf(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetMappedLineSpan();
        if (place.HasMappedPath) return (place.Path, place.StartLinePosition.Line + 1);
        var i = Enumerable.Range(0, blocks.Count).FirstOrDefault(i => NameOf(i) == place.Path, -1);
        return i < 0 ? (place.Path, place.StartLinePosition.Line + 1)
            : (blocks[i].File, blocks[i].Line + blocks[i].Code.AsSpan().Count('\n'));
    }

    private static string NameOf(int block) => string.Create(CultureInfo.InvariantCulture, $"Block{block}");

    private static CSharpCompilation Compilation(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Docs",
        [
            CSharpSyntaxTree.ParseText(Surroundings, CodeBlock.Options, "surroundings"),
            CSharpSyntaxTree.ParseText(OwnConsole, CodeBlock.Options, "console"),
            .. trees,
        ],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static bool IsShown(string file) =>
        (file.StartsWith("System.", StringComparison.Ordinal) || file.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            || file.StartsWith("Sqo.Qualification", StringComparison.Ordinal))
        && !file.EndsWith(".Tests.dll", StringComparison.Ordinal);
}
#endif
