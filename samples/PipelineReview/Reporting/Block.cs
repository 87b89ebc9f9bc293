using System;
using System.Collections.Generic;

namespace PipelineReview.Reporting;

/// <summary>A piece of the review: what it says, without how it looks. All texts are printable as they are.</summary>
/// <remarks>Public, with its kinds: what the components of the page are given has to be.</remarks>
public abstract record Block;

public sealed record Heading(string Text) : Block;

public sealed record Note(string Text) : Block;

/// <summary>A table.</summary>
/// <param name="Columns">The headings of the columns.</param>
/// <param name="Rows">The rows, each with a cell for each column.</param>
public sealed record Grid(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;

public sealed record Column(string Heading, bool IsNumber = false);

/// <summary>What was won by month, and the range of what is to come.</summary>
/// <param name="Title">What it shows, for those who can't see it too.</param>
/// <param name="Words">The names of what is drawn.</param>
/// <param name="Months">The months: those that are over first, with what was won, then those that are forecast.</param>
/// <param name="Value">Puts an amount into words.</param>
public sealed record FanChart(string Title, FanWords Words, IReadOnlyList<FanMonth> Months, Func<double, string> Value) : Block;

public sealed record FanWords(string Won, string Open, string NewBusiness, string Range, string Middle, string Month, string Numbers);

/// <summary>A month of the chart.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Won">What was won; null when it is forecast.</param>
/// <param name="Forecast">What is to come; null when it is over.</param>
public sealed record FanMonth(string Label, double? Won, FanRange? Forecast);

/// <summary>What is to come in a month.</summary>
/// <param name="Low">P10.</param>
/// <param name="Middle">P50.</param>
/// <param name="High">P90.</param>
/// <param name="Open">The mean of what open deals bring; null where they are not told apart.</param>
/// <param name="NewBusiness">The mean of what deals bring that don't exist yet; null where they are not told apart.</param>
public sealed record FanRange(double Low, double Middle, double High, double? Open, double? NewBusiness);

/// <summary>Deals with what there is to say about each.</summary>
public sealed record Cards(CardHeadings Headings, IReadOnlyList<Card> Deals) : Block;

public sealed record CardHeadings(string Deal, string Value, string Score, string Details);

public sealed record Card(string Id, string Name, string Account, string Owner, string Value, string Score, IReadOnlyList<CardDetail> Details);

public sealed record CardDetail(CardMood Mood, string Label, IReadOnlyList<string> Points);

public enum CardMood
{
    Good,
    Bad,
    Open,
}
