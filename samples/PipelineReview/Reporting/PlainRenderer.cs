using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace PipelineReview.Reporting;

/// <summary>Writes the review as plain text, independent of the target and the width of the window.</summary>
internal sealed class PlainRenderer(TextWriter output)
{
    private const string Gap = "  ";
    private const int Width = 120;
    private const int ChartWidth = 60;

    public void Write(IReadOnlyList<Block> document)
    {
        foreach ((int i, Block block) in document.Index())
        {
            if (i > 0 && block is Heading)
            {
                output.WriteLine();
            }

            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Heading heading:
                output.WriteLine(heading.Text);
                output.WriteLine(new string('=', heading.Text.Length));
                break;
            case Lead lead:
                WriteWrapped("", lead.Text);
                break;
            case Note note:
                WriteWrapped("", note.Text);
                break;
            case Grid grid:
                Write(grid);
                break;
            case DealList list:
                Write(list.AsGrid());
                break;
            case FanChart chart:
                Write(chart);
                break;
            case Cards cards:
                Write(cards);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, null);
        }
    }

    private void Write(Grid grid)
    {
        int[] widths = [.. grid.Columns.Select((column, i) => grid.Rows.Select(row => row[i].Length).Append(column.Heading.Length).Max())];
        WriteRow([.. grid.Columns.Select(column => column.Heading)]);
        WriteRow([.. widths.Select(width => new string('-', width))]);
        foreach (IReadOnlyList<string> row in grid.Rows)
        {
            WriteRow(row);
        }

        void WriteRow(IReadOnlyList<string> cells)
        {
            var line = new StringBuilder();
            for (int i = 0; i < cells.Count; i++)
            {
                line.Append(i == 0 ? "" : Gap).Append(grid.Columns[i].IsNumber ? cells[i].PadLeft(widths[i]) : cells[i].PadRight(widths[i]));
            }

            output.WriteLine(line.ToString().TrimEnd(' '));
        }
    }

    private void Write(FanChart chart)
    {
        output.WriteLine(chart.Title);
        FanBar[] bars = FanBar.Of(chart, ChartWidth);
        int labels = bars.Max(bar => bar.Label.Length);
        foreach (FanBar bar in bars)
        {
            string line = new string('#', bar.Won) + new string(' ', bar.Low) + new string('-', bar.Range);
            if (bar.Middle is { } middle)
            {
                line = $"{line[..middle]}|{line[(middle + 1)..]}";
            }

            output.WriteLine($"{bar.Label.PadRight(labels)}{Gap}{line.PadRight(ChartWidth)}{Gap}{bar.Value}".TrimEnd(' '));
        }

        WriteWrapped("", $"# {chart.Words.Won}; - {chart.Words.Range}; | {chart.Words.Middle}");
    }

    private void Write(Cards cards)
    {
        int width = cards.Deals.Count.ToString(CultureInfo.InvariantCulture).Length;
        string indent = new(' ', width + 2);
        foreach ((int i, Card card) in cards.Deals.Index())
        {
            string rank = (i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(width);
            output.WriteLine($"{rank}. {card.Id}{Gap}{Joined(", ", card.Name, card.Account, card.Owner)}");
            output.WriteLine($"{indent}{cards.Headings.Value}: {card.Value.Text}{Gap}{cards.Headings.Score}: {card.Score.Text}");
            foreach (CardDetail detail in card.Details)
            {
                string label = $"{indent}{detail.Label}: ";
                foreach ((int j, string point) in detail.Points.Index())
                {
                    WriteWrapped(j == 0 ? label : new string(' ', label.Length), point);
                }
            }
        }
    }

    /// <summary>Breaks a text between words, with a hanging indent. Only tables may be wider.</summary>
    private void WriteWrapped(string start, string text)
    {
        var line = new StringBuilder(start);
        int used = 0;
        foreach (string word in text.Split(' '))
        {
            if (used > 0 && line.Length + 1 + word.Length > Width)
            {
                output.WriteLine(line.ToString());
                line.Clear().Append(' ', start.Length);
                used = 0;
            }

            line.Append(used++ > 0 ? " " : "").Append(word);
        }

        output.WriteLine(line.ToString());
    }

    private static string Joined(string separator, params ReadOnlySpan<string> texts) =>
        string.Join(separator, texts.ToArray().Where(text => text.Length > 0));
}
