using System;
using System.Collections.Generic;
using System.Linq;

namespace PipelineReview.Reporting;

/// <summary>A part of the review: its content, without its appearance. All texts are printable.</summary>
/// <remarks>Public, like the derived types, because parameters of the page's components must be.</remarks>
public abstract record Block;

public sealed record Heading(string Text) : Block;

/// <summary>What to read first.</summary>
public sealed record Lead(string Text) : Block;

public sealed record Note(string Text) : Block;

/// <summary>A table.</summary>
/// <param name="Columns">The headings of the columns.</param>
/// <param name="Rows">The rows, each with a cell for each column.</param>
public sealed record Grid(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;

/// <summary>A column of a table.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="IsNumber">Whether it holds numbers.</param>
/// <param name="IsId">Whether it holds ids, which are not broken.</param>
/// <param name="IsGroup">Whether its values are ordered, so that a table of texts need not repeat them.</param>
public sealed record Column(string Heading, bool IsNumber = false, bool IsId = false, bool IsGroup = false);

/// <summary>A list of deals, which the page can search and sort.</summary>
/// <param name="Columns">The headings of the columns.</param>
/// <param name="Rows">The deals, in order.</param>
/// <param name="Details">The heading of the details; null if there are none.</param>
public sealed record DealList(IReadOnlyList<Column> Columns, IReadOnlyList<DealRow> Rows, string? Details = null) : Block
{
    /// <summary>The list as a table of texts.</summary>
    public Grid AsGrid() => new(
        Columns,
        [
            .. Rows.Select((row, i) => (IReadOnlyList<string>)
            [
                .. row.Cells.Select((cell, j) =>
                    Columns[j].IsGroup && i > 0 && Rows[i - 1].Cells[j].Text == cell.Text ? "" : cell.Text),
            ]),
        ]);
}

/// <summary>A deal of a list.</summary>
/// <param name="Owner">The name of its owner.</param>
/// <param name="Link">Its address in the CRM, for the cell with its id; null if it is not known.</param>
/// <param name="Cells">A cell for each column.</param>
/// <param name="Details">The reasons; may be empty.</param>
public sealed record DealRow(string Owner, string? Link, IReadOnlyList<Cell> Cells, IReadOnlyList<CardDetail> Details)
{
    public DealRow(string owner, string? link, IReadOnlyList<Cell> cells)
        : this(owner, link, cells, [])
    {
    }
}

/// <summary>A cell of a list.</summary>
/// <param name="Text">What it shows.</param>
/// <param name="Order">What it is sorted by; null to sort by the text, or if the value is not known.</param>
public sealed record Cell(string Text, double? Order = null)
{
    public static implicit operator Cell(string text) => new(text);
}

/// <summary>The amounts won by month, and the range of the coming months.</summary>
/// <param name="Title">What it shows, also for screen readers.</param>
/// <param name="Words">The texts of the legend.</param>
/// <param name="Months">The months: first the past ones with the amounts won, then the forecast ones.</param>
/// <param name="Value">Formats an amount.</param>
public sealed record FanChart(string Title, FanWords Words, IReadOnlyList<FanMonth> Months, Func<double, string> Value) : Block;

public sealed record FanWords(string Won, string Open, string NewBusiness, string Range, string Middle, string Month, string Numbers);

/// <summary>A month of the chart.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Won">The amount won; null in a forecast month.</param>
/// <param name="Forecast">The forecast; null in a past month.</param>
public sealed record FanMonth(string Label, double? Won, FanRange? Forecast);

/// <summary>The forecast of a month.</summary>
/// <param name="Low">P10.</param>
/// <param name="Middle">P50.</param>
/// <param name="High">P90.</param>
/// <param name="Open">The mean of open deals; null if the forecast doesn't separate them.</param>
/// <param name="NewBusiness">The mean of deals that don't exist yet; null if the forecast doesn't separate them.</param>
public sealed record FanRange(double Low, double Middle, double High, double? Open, double? NewBusiness);

/// <summary>Deals with their details.</summary>
public sealed record Cards(CardHeadings Headings, IReadOnlyList<Card> Deals) : Block
{
    /// <summary>The deals as a list with a column for each of their facts.</summary>
    public DealList AsList() => new(
        [
            new Column(Headings.Id, IsId: true), new Column(Headings.Deal), new Column(Headings.Account), new Column(Headings.Owner),
            new Column(Headings.Value, IsNumber: true), new Column(Headings.Score, IsNumber: true),
        ],
        [
            .. Deals.Select(card => new DealRow(
                card.Owner, card.Link, [card.Id, card.Name, card.Account, card.Owner, card.Value, card.Score], card.Details)),
        ],
        Headings.Details);
}

public sealed record CardHeadings(string Id, string Deal, string Account, string Owner, string Value, string Score, string Details);

public sealed record Card(
    string Id, string Name, string Account, string Owner, Cell Value, Cell Score, IReadOnlyList<CardDetail> Details, string? Link);

public sealed record CardDetail(CardMood Mood, string Label, IReadOnlyList<string> Points);

public enum CardMood
{
    Good,
    Bad,
    Open,
}
