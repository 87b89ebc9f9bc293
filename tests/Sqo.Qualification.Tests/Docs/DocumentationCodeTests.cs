// Roslyn is here for .NET 10 alone; the other test projects take these files too.
#if !NETFRAMEWORK && !NETSTANDARD_ASSET
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;

namespace Sqo.Qualification.Tests.Docs;

/// <summary>Code in the docs is compiled code.</summary>
public class DocumentationCodeTests
{
    private static readonly CompiledBlocks Docs = new(Blocks());

    [Fact]
    public void Errors_OfTheDocs_AreNone()
    {
        Assert.True(Docs.Blocks.Count >= 100, $"Only {Docs.Blocks.Count} blocks of code were found.");
        Assert.Empty(Docs.Errors());
    }

    [Fact]
    public void Lint_OfTheProfilesOfTheDocs_IsEmpty()
    {
        var profiles = Docs.Blocks.SelectMany((block, i) => Docs.Profiles(i).Select(profile => (block.File, block.Line, Profile: profile)))
            .ToList();
        Assert.True(profiles.Count >= 15, $"Only {profiles.Count} profiles were found.");
        Assert.Empty(
            profiles.SelectMany(made => LintOf(made.Profile).Select(lint => $"{made.File}({made.Line}): {lint.Code}: {lint.Message}")));

        // Its type of opportunity is one of the page.
        static IReadOnlyList<LintWarning> LintOf(object profile) =>
            (IReadOnlyList<LintWarning>)profile.GetType().GetProperty("Lint")!.GetValue(profile)!;
    }

    [Fact]
    public void Quotes_OfFiles_AreInThem()
    {
        var quotes = Pages().SelectMany(page => CodeBlock.Quoted(File.ReadAllText(page))
            .Select(quote => (Page: Path.GetFileName(page), quote.Source, quote.Text))).ToList();
        Assert.True(quotes.Count >= 8, $"Only {quotes.Count} quotes were found.");
        Assert.All(quotes, quote =>
        {
            Assert.NotEmpty(quote.Text.Trim());
            var source = File.ReadAllText(Path.Combine(Root(), quote.Source));
            Assert.Contains(Indentless(quote.Text), Indentless(source), StringComparison.Ordinal);
        });

        static string Indentless(string text) =>
            string.Join("\n", text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    [Fact]
    public void Output_OfTheDocs_IsWhatTheySay()
    {
        var printing = Enumerable.Range(0, Docs.Blocks.Count).Where(i => Docs.Blocks[i].Printed is not null).ToList();
        Assert.True(printing.Count >= 7, $"Only {printing.Count} blocks say what they print.");
        var wrong = printing.Where(i => Docs.Output(i) != Docs.Blocks[i].Printed)
            .Select(i => $"{Docs.Blocks[i].File}({Docs.Blocks[i].Line}) prints\n{Docs.Output(i)}\n").ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Theory]
    [InlineData("p.Criterion(\"budget\", d => d.Budget).AtLeast(10_000m).Required();")]
    [InlineData("using Sqo.Qualification;\n\nDecision first = profile.Decide(deal, asOf);")]
    [InlineData(
        "var profile = QualificationProfile.Create(new Own());\n\nclass Own : " +
        "IProfileConfiguration<Deal>\n{\n    public string Name => \"own\";\n    public void " +
        "Define(ProfileBuilder<Deal> p) => p.QualifyAt(5);\n}")]
    [InlineData(
        "public class Own : ValueCondition<string>\n{\n    public override Requirement Requirement => new(\"own\");\n    protected " +
        "override Answer Evaluate(string value, in EvaluationContext context) => Answer.Met;\n    protected override void " +
        "Declare(DeclarationWriter writer) { }\n}")]
    public void Errors_GoodCode_AreNone(string code) => Assert.Empty(new CompiledBlocks([Planted(code)]).Errors());

    [Theory]
    [InlineData("p.Criterion(\"budget\", d => d.Budget)\n    .AtMuch(10);", "docs/planted.md(5): CS1061")]
    [InlineData("p.Criterion(\"budget\", d => d.Price).AtLeast(10);", "docs/planted.md(4): CS1061")]
    [InlineData("var profile = QualificationProfile.Create<Deal>(\"x\", p => { ... });", "docs/planted.md(4): CS")]
    [InlineData("profile.Decide(deal, asOf)", "docs/planted.md(4): CS1002")]
    [InlineData("profile.Explain(deal, asOf).Texts();", "docs/planted.md(4): CS1061")]
    [InlineData("using Sqo.Nothing;", "docs/planted.md(4): CS0234")]
    [InlineData("result.ToText(ExplanationTexts.English);\nclass Own : Missing;", "docs/planted.md(5): CS0246")]
    [InlineData("if (result.IsQualified)\n{", "docs/planted.md(5): CS1513")]
    [InlineData("using System.Linq;\nDecision first = profile.Decide(deal, asOf);", "docs/planted.md(5): CS0246")]
    public void Errors_BadCode_NameTheFileAndTheLine(string code, string start) =>
        Assert.StartsWith(start, new CompiledBlocks([Planted(code)]).Errors().First(), StringComparison.Ordinal);

    /// <summary>The errors of the compiler that docs/troubleshooting.md lists.</summary>
    [Theory]
    [InlineData("p.Criterion(\"fit\", d => d.Industry).AtLeast(10);", "CS1061")]
    [InlineData("p.Criterion(\"fit\", d => null).IsPresent();", "CS0121")]
    [InlineData("p.Criterion(\"fit\", d => d.Budget > 5 ? 1 : \"no\").IsPresent();", "CS0029")]
    public void Errors_OfTheCompiler_AreThoseOfThePage(string code, string id)
    {
        Assert.Contains($": {id}: ", new CompiledBlocks([Planted(code)]).Errors().First(), StringComparison.Ordinal);
        Assert.Contains(id, File.ReadAllText(Path.Combine(Root(), "docs/troubleshooting.md")), StringComparison.Ordinal);
    }

    private static CodeBlock Planted(string code) => CodeBlock.In("docs/planted.md", $"# Planted\n\n```csharp\n{code}\n```\n").Single();

    private static List<CodeBlock> Blocks()
    {
        string[] sources = [.. Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
        return [
            .. Pages().SelectMany(file => CodeBlock.In(Name(file), File.ReadAllText(file))),
            .. sources.SelectMany(file => CodeBlock.InComments(Name(file), File.ReadAllText(file)))];

        static string Name(string file) => Path.GetRelativePath(Root(), file).Replace('\\', '/');
    }

    private static string[] Pages() => [
        Path.Combine(Root(), "README.md"),
        .. Directory.EnumerateFiles(Path.Combine(Root(), "src"), "README.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
        .. Directory.EnumerateFiles(Path.Combine(Root(), "docs"), "*.md").Order(StringComparer.Ordinal)];

    private static string Root([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../.."));
}
#endif
