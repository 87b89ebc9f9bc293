#if !NETFRAMEWORK && !NETSTANDARD_ASSET
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sqo.Qualification.Tests.Docs;

/// <summary>A block of C# in a page: using directives, statements, types, in that order and each if there are any.</summary>
/// <param name="File">The page, from the root of the repository.</param>
/// <param name="Line">The line of the page that the code starts on.</param>
/// <param name="Code">The code.</param>
internal sealed record CodeBlock(string File, int Line, string Code)
{
    // What a program gets without asking. A block that starts with a using directive has to name all the others itself.
    private const string ImplicitUsings =
        "using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; " +
        "using System.Threading.Tasks;";

    private const string UsualUsings =
        "using System.Globalization; using Microsoft.Extensions.Configuration; using Microsoft.Extensions.DependencyInjection; " +
        "using Sqo.Qualification;";

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
        }
        """;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    private static readonly Lazy<CSharpCompilation> Compilation = new(() => CSharpCompilation.Create(
        "Docs",
        [CSharpSyntaxTree.ParseText(Surroundings, Options, "surroundings")],
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => IsShown(Path.GetFileName(path)))
                .Select(path => MetadataReference.CreateFromFile(path)),
        ],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)));

    private static bool IsShown(string file) =>
        (file.StartsWith("System.", StringComparison.Ordinal) || file.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            || file.StartsWith("Sqo.Qualification", StringComparison.Ordinal))
        && !file.EndsWith(".Tests.dll", StringComparison.Ordinal);

    /// <summary>The blocks of C# of a page.</summary>
    public static IEnumerable<CodeBlock> In(string file, string page)
    {
        var lines = page.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() != "```csharp") continue;
            var code = lines.Skip(i + 1).TakeWhile(line => line.Trim() != "```").ToList();
            yield return new CodeBlock(file, i + 2, string.Join("\n", code));
            i += code.Count + 1;
        }
    }

    /// <summary>What the compiler says against it, one line an error, with the page and its line.</summary>
    public IEnumerable<string> Errors()
    {
        var tree = CSharpSyntaxTree.ParseText(Wrapped(), Options, "block");
        return Compilation.Value.AddSyntaxTrees(tree).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => (Place: PlaceOf(diagnostic), Text: $"{diagnostic.Id}: {diagnostic.GetMessage()}"))
            .OrderBy(error => error.Place)
            .Select(error => $"{File}({error.Place}): {error.Text}");
    }

    /// <summary>The profiles that the block makes, as far as it runs without what the page leaves out.</summary>
    public IReadOnlyList<object> Profiles()
    {
        var root = CSharpSyntaxTree.ParseText(Code, Options).GetCompilationUnitRoot();
        var calls = root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression.ToString().StartsWith("QualificationProfile.Create", StringComparison.Ordinal)).ToList();
        if (calls.Count == 0) return [];
        var taking = root.ReplaceNodes(
            calls, (_, call) => SyntaxFactory.ParseExpression($"global::ShownProfiles.Taken({call.WithoutTrivia()})").WithTriviaFrom(call))
            .ToFullString();
        using var image = new MemoryStream();
        var emitted = Compilation.Value.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText((this with { Code = taking }).Wrapped(), Options, "block")).Emit(image);
        if (!emitted.Success) throw new InvalidOperationException(
            $"{File}({Line}): {emitted.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error)}");
        var assembly = System.Reflection.Assembly.Load(image.ToArray());
        var block = assembly.GetType("Shown.Block")!;
        try
        {
            block.GetMethod("Run", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.Invoke(
                Activator.CreateInstance(block), null);
        }
        catch (System.Reflection.TargetInvocationException e) when (
            e.InnerException is NullReferenceException or ArgumentNullException or QualificationProfileException { ProfileName.Length: 0 })
        {
            // What the page speaks of is not there; what was made before that is looked at.
        }

        return [.. (List<object>)assembly.GetType("ShownProfiles")!.GetProperty("All")!.GetValue(null)!];
    }

    // A brace that is missing in the block is missed after it.
    private int PlaceOf(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetMappedLineSpan();
        return place.Path == File ? place.StartLinePosition.Line + 1 : Line + Code.AsSpan().Count('\n');
    }

    // In a namespace, so that a block's own Deal comes before the one of the surroundings.
    private string Wrapped()
    {
        var root = CSharpSyntaxTree.ParseText(Code, Options).GetCompilationUnitRoot();
        var statements = root.Usings.Count == 0 ? 0 : root.Usings.FullSpan.End;
        var types = root.Members.FirstOrDefault(member => member is not GlobalStatementSyntax)?.FullSpan.Start ?? Code.Length;
        return $$"""
            {{ImplicitUsings}} {{(statements == 0 ? UsualUsings : "")}}
            {{Slice(0, statements)}}
            namespace Shown;
            internal sealed class Block : Page
            {
                private void Run()
                {
            {{Slice(statements, types)}}
                }
            }
            {{Slice(types, Code.Length)}}
            """;
    }

    /// <summary>A part of the code that says where it comes from.</summary>
    private string Slice(int from, int to)
    {
        var line = Line + Code.AsSpan(0, from).Count('\n');
        var column = from - (Code.AsSpan(0, from).LastIndexOf('\n') + 1);
        return $"#line {line} \"{File}\"\n{new string(' ', column)}{Code[from..to]}\n#line default";
    }
}
#endif
