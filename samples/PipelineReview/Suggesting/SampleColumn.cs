using System;
using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reading;

namespace PipelineReview.Suggesting;

/// <summary>A column of a sample.</summary>
/// <param name="Name">Its name; "" if it has none.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Cells">All cells.</param>
internal sealed record SampleColumn(string Name, int Number, IReadOnlyList<TableCell> Cells)
{
    private static readonly string[] DealWords = ["opportunity", "deal", "potential"];

    private static readonly string[] UsualMissing =
    [
        "n/a", "na", "-", "--", "none", "null", "\\N", "(blank)", "(none)", "(no value)", "k.a.", "(leer)", "s/o", "(vide)", "#N/A",
        "nan", "?",
    ];

    private IReadOnlyList<TableCell>? _values;
    private IReadOnlyList<string>? _missing;

    public string PlainName { get; } = FieldNames.Plain(Name);

    /// <summary>The name without what it is of, as Title in Deal - Title; the whole name if there is no such part.</summary>
    public string PlainPart { get; } = FieldNames.Plain(Name[(Name.IndexOf(" - ", StringComparison.Ordinal) + 1)..]);

    /// <summary>The name without the word for a deal before it and the currency after it, as Amount in Opportunity Amount (USD).</summary>
    public string PlainCore { get; } = CoreOf(Name);

    /// <summary>The code of the currency after the name; null if there is none.</summary>
    public string? Currency { get; } = CurrencyAfter(WordsOf(Name));

    /// <summary>Whether it is named as the id of something.</summary>
    public bool IsNamedId { get; } = WordsOf(Name) is [.., string last] && last.Equals("id", StringComparison.OrdinalIgnoreCase);

    /// <summary>The texts that usually mean "not given", as they are written here.</summary>
    public IReadOnlyList<string> Missing => _missing ??=
        [.. Cells.Select(cell => cell.Text).Where(IsMissing).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The cells that have a value.</summary>
    public IReadOnlyList<TableCell> Values => _values ??= [.. Cells.Where(cell => cell.Text.Length > 0 && !IsMissing(cell.Text))];

    public IEnumerable<string> Texts => Values.Select(cell => cell.Text);

    /// <summary>The different texts, the most frequent first.</summary>
    public IReadOnlyList<string> Distinct =>
    [
        .. Texts.GroupBy(text => text, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(texts => texts.Count()).Select(texts => texts.Key),
    ];

    /// <summary>Whether every row has a value that no other has.</summary>
    public bool IsUnique => Values.Count == Cells.Count && Texts.Distinct(StringComparer.Ordinal).Count() == Cells.Count;

    private static string[] WordsOf(string name) =>
        name.Split([' ', '_', '-', '.', '(', ')', '[', ']', '/'], StringSplitOptions.RemoveEmptyEntries);

    private static string CoreOf(string name)
    {
        string[] words = WordsOf(name);
        int start = words.Length > 1 && DealWords.Contains(words[0], StringComparer.OrdinalIgnoreCase) ? 1 : 0;
        int end = words.Length - (CurrencyAfter(words) is null ? 0 : 1);
        return start < end ? FieldNames.Plain(string.Concat(words[start..end])) : "";
    }

    // In capitals, as codes are written: "amount usd" could be anything.
    private static string? CurrencyAfter(string[] words) =>
        words.Length > 1 && CurrencyNames.IsCode(words[^1]) ? words[^1] : null;

    private static bool IsMissing(string text) => UsualMissing.Contains(text, StringComparer.OrdinalIgnoreCase);
}
