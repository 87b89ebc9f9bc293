#if !NETFRAMEWORK && !NETSTANDARD_ASSET
using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sqo.Qualification.Tests.Docs;

/// <summary>A block of C# in a page: using directives, statements, types, in that order and each if there are any.</summary>
/// <param name="File">The page, from the root of the repository.</param>
/// <param name="Line">The line of the page that the code starts on.</param>
/// <param name="Code">The code.</param>
/// <param name="Printed">What the page says that it prints, or throws; null if it says nothing.</param>
internal sealed record CodeBlock(string File, int Line, string Code, string? Printed = null)
{
    // What a program gets without asking. A block that starts with a using directive has to name all the others itself.
    private const string ImplicitUsings =
        "using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; " +
        "using System.Threading.Tasks;";

    private const string UsualUsings =
        "using System.Globalization; using Microsoft.Extensions.Configuration; using Microsoft.Extensions.DependencyInjection; " +
        "using Sqo.Qualification; using Sqo.Qualification.Testing;";

    public static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    /// <summary>The blocks of C# of a page.</summary>
    public static IEnumerable<CodeBlock> In(string file, string page)
    {
        var lines = page.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() != "```csharp" || (i > 0 && QuotedFile(lines[i - 1]) is not null)) continue;
            var code = lines.Skip(i + 1).TakeWhile(line => line.Trim() != "```").ToList();
            var after = i + code.Count + 2;
            var printed = lines.Skip(after).Take(4).ToList() is ["", "It prints" or "It throws", "", "```text"]
                ? string.Join("\n", lines.Skip(after + 4).TakeWhile(line => line != "```")) : null;
            yield return new CodeBlock(file, i + 2, string.Join("\n", code), printed);
            i += code.Count + 1;
        }
    }

    /// <summary>
    /// The code as a file of its own, which keeps the profiles that it creates; in a namespace, so that its Deal comes before the usual
    /// one.
    /// </summary>
    public string Wrapped(string name)
    {
        var root = CSharpSyntaxTree.ParseText(Code, Options).GetCompilationUnitRoot();
        if (root.ContainsDiagnostics) return Wrapped(name, root);
        var calls = root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression.ToString().StartsWith("QualificationProfile.Create", StringComparison.Ordinal));
        var taking = root.ReplaceNodes(
            calls, (_, call) => SyntaxFactory.ParseExpression($"global::ShownProfiles.Taken({call.WithoutTrivia()})").WithTriviaFrom(call))
            .ToFullString();
        return (this with { Code = taking }).Wrapped(name, CSharpSyntaxTree.ParseText(taking, Options).GetCompilationUnitRoot());
    }

    private string Wrapped(string name, CompilationUnitSyntax root)
    {
        var statements = root.Usings.Count == 0 ? 0 : root.Usings.FullSpan.End;
        var types = root.Members.FirstOrDefault(member => member is not GlobalStatementSyntax)?.FullSpan.Start ?? Code.Length;
        return $$"""
            {{ImplicitUsings}} {{(statements == 0 ? UsualUsings : "")}}
            {{Slice(0, statements)}}
            namespace Shown.{{name}};
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

    /// <summary>The file that a comment before a block names, of which the block is a part: the file is compiled, not the block.</summary>
    public static string? QuotedFile(string line) =>
        line.StartsWith("<!-- from ", StringComparison.Ordinal) ? line["<!-- from ".Length..^" -->".Length] : null;

    /// <summary>The blocks of a page that are parts of files.</summary>
    public static IEnumerable<(string Source, string Text)> Quoted(string page)
    {
        var lines = page.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (QuotedFile(lines[i]) is { } source)
            {
                var text = lines.Skip(i + 2).TakeWhile(line => !line.StartsWith("```", StringComparison.Ordinal));
                yield return (source, string.Join("\n", text));
            }
        }
    }

    /// <summary>The examples of the documentation comments of a file.</summary>
    public static IEnumerable<CodeBlock> InComments(string file, string source)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].TrimStart().StartsWith("/// <example", StringComparison.Ordinal)) continue;
            var comment = lines.Skip(i).TakeWhile(line => line.TrimStart().StartsWith("///", StringComparison.Ordinal))
                .Select(line => line.TrimStart() is "///" ? "" : line.TrimStart()[4..]).ToList();
            var end = comment.FindIndex(line => line.Contains("</example>", StringComparison.Ordinal));
            var code = XElement.Parse(string.Join("\n", comment.Take(end + 1)), LoadOptions.PreserveWhitespace).Element("code")!.Value;
            yield return new CodeBlock(file, i + (code.StartsWith('\n') ? 2 : 1), code.Trim('\n'));
            i += end;
        }
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
