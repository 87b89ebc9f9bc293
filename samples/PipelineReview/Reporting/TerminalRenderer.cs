using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PipelineReview.Reporting;

/// <summary>Shows the review in a terminal. Texts are never used as markup, so a bracket in a name is shown as a bracket.</summary>
internal sealed class TerminalRenderer(IAnsiConsole console)
{
    private const int LeastChartWidth = 16;
    private const int MostChartWidth = 60;
    private const int ColumnGaps = 6;

    private static readonly Style Faint = new(decoration: Decoration.Dim);
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style WonStyle = new(Color.Green);
    private static readonly Style RangeStyle = new(Color.Blue);
    private static readonly Style MiddleStyle = new(Color.White);

    public void Write(IReadOnlyList<Block> document)
    {
        foreach (Block block in document)
        {
            switch (block)
            {
                case Heading heading:
                    console.WriteLine();
                    console.Write(new Rule(Markup.Escape(heading.Text)).LeftJustified().RuleStyle(new Style(Color.Blue)));
                    break;
                case Lead lead:
                    console.Write(new Text(lead.Text, Strong));
                    console.WriteLine();
                    break;
                case Note note:
                    console.Write(new Text(note.Text, Faint));
                    console.WriteLine();
                    break;
                case Grid grid:
                    console.Write(TableOf(grid));
                    break;
                case DealList list:
                    console.Write(TableOf(list.AsGrid()));
                    break;
                case FanChart chart:
                    console.Write(TableOf(chart));
                    break;
                case Cards cards:
                    console.Write(TableOf(cards));
                    break;
                default:
                    throw new InvalidOperationException($"There is no look for {block.GetType().Name}.");
            }
        }
    }

    private static Table TableOf(Grid grid)
    {
        Table table = new Table().Border(TableBorder.Rounded).BorderStyle(Faint);
        foreach (Column column in grid.Columns)
        {
            table.AddColumn(ColumnOf(column.Heading, column.IsNumber));
        }

        foreach (IReadOnlyList<string> row in grid.Rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        return table;
    }

    private Table TableOf(FanChart chart)
    {
        Table table = new Table().Border(TableBorder.None).Title(new TableTitle(Markup.Escape(chart.Title)));
        table.AddColumn(ColumnOf("", isNumber: false));
        table.AddColumn(new TableColumn(new Paragraph()
            .Append("█ ", WonStyle).Append($"{chart.Words.Won}  ")
            .Append("▒ ", RangeStyle).Append($"{chart.Words.Range}  ")
            .Append("┃ ", MiddleStyle).Append(chart.Words.Middle)));
        table.AddColumn(ColumnOf("", isNumber: true));
        FanBar[] bars = FanBar.Of(chart, MostChartWidth);
        int room = console.Profile.Width - bars.Max(bar => bar.Label.Length) - bars.Max(bar => bar.Value.Length) - ColumnGaps;
        foreach (FanBar bar in FanBar.Of(chart, Math.Clamp(room, LeastChartWidth, MostChartWidth)))
        {
            var line = new Paragraph().Append(new string('█', bar.Won), WonStyle);
            if (bar.Middle is { } middle)
            {
                int before = Math.Max(0, middle - bar.Low);
                line.Append(new string(' ', bar.Low))
                    .Append(new string('▒', before), RangeStyle)
                    .Append("┃", MiddleStyle)
                    .Append(new string('▒', Math.Max(0, bar.Range - before - 1)), RangeStyle);
            }

            table.AddRow(new Text(bar.Label), line, new Text(bar.Value));
        }

        return table;
    }

    private static Table TableOf(Cards cards)
    {
        Table table = new Table().Border(TableBorder.Rounded).BorderStyle(Faint).ShowRowSeparators();
        table.AddColumn(ColumnOf("#", isNumber: true));
        table.AddColumn(ColumnOf(cards.Headings.Deal, isNumber: false));
        table.AddColumn(ColumnOf(cards.Headings.Value, isNumber: true));
        table.AddColumn(ColumnOf(cards.Headings.Score, isNumber: true));
        table.AddColumn(ColumnOf(cards.Headings.Details, isNumber: false));
        foreach ((int i, Card card) in cards.Deals.Index())
        {
            table.AddRow(
                new Text((i + 1).ToString(CultureInfo.InvariantCulture)),
                Stack([new Text(card.Id, new Style(decoration: Decoration.Bold)), .. TextsOf(card.Name, card.Account, card.Owner)]),
                new Text(card.Value.Text),
                new Text(card.Score.Text),
                Stack([.. card.Details.SelectMany(detail => ParagraphsOf(detail, cards.Headings.Details))]));
        }

        return table;
    }

    private static TableColumn ColumnOf(string heading, bool isNumber)
    {
        var column = new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold)));
        return isNumber ? column.RightAligned() : column;
    }

    private static IEnumerable<Text> TextsOf(params ReadOnlySpan<string> texts) =>
        texts.ToArray().Where(text => text.Length > 0).Select(text => new Text(text));

    // Don't repeat the heading of the column.
    private static IEnumerable<Paragraph> ParagraphsOf(CardDetail detail, string heading) => detail.Points.Select((point, i) =>
        new Paragraph().Append(i == 0 && detail.Label != heading ? $"{detail.Label}: " : "", StyleOf(detail.Mood)).Append(point));

    private static Style StyleOf(CardMood mood) => new(mood switch
    {
        CardMood.Good => Color.Green,
        CardMood.Bad => Color.Red,
        _ => Color.Yellow,
    });

    private static Rows Stack(IRenderable[] parts) => new(parts);
}
