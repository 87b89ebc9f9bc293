using System.Collections.Generic;

namespace PipelineReview.Reporting;

/// <summary>A piece of the printed review: what it says, without how it looks. All texts are printable as they are.</summary>
internal abstract record Block;

internal sealed record Heading(string Text) : Block;

internal sealed record Note(string Text) : Block;

/// <summary>A table.</summary>
/// <param name="Columns">The headings of the columns.</param>
/// <param name="Rows">The rows, each with a cell for each column.</param>
internal sealed record Grid(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;

internal sealed record Column(string Heading, bool IsNumber = false);

/// <summary>Deals with what there is to say about each.</summary>
internal sealed record Cards(CardHeadings Headings, IReadOnlyList<Card> Deals) : Block;

internal sealed record CardHeadings(string Deal, string Value, string Score, string Details);

internal sealed record Card(string Id, string Name, string Account, string Owner, string Value, string Score, IReadOnlyList<CardDetail> Details);

internal sealed record CardDetail(CardMood Mood, string Label, IReadOnlyList<string> Points);

internal enum CardMood
{
    Good,
    Bad,
    Open,
}
