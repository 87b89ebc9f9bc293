using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;
using Spectre.Console;
using Sqo.Qualification;

namespace Campaigns;

/// <summary>The campaigns as a table, for the terminal and as CSV; the last row has all of them.</summary>
internal sealed class CampaignTable
{
    private static readonly string[] Columns =
    [
        "campaign", "rank", "leads", "mqls", "sqos", "won", "lost", "open", "rate", "low", "high", "shrunkRate", "adjustedP", "wonValue",
        "spend", "costPerSqo", "costLow", "costHigh", "return",
    ];

    // What fits into a terminal of 80 columns.
    private static readonly string[] Shown = ["campaign", "rank", "leads", "mqls", "sqos", "won", "lost", "open", "rate"];

    private readonly List<object?[]> _rows;

    public CampaignTable(CampaignFunnel funnel, ExplanationTexts texts)
    {
        _rows = [.. funnel.Campaigns.Select(row => Row(
            row.Name ?? texts[MessageIds.CampaignsUnknown], row.Figures, row.Rank, row.ShrunkRate, row.ToOthers?.AdjustedPValue))];
        _rows.Add(Row(texts[MessageIds.CampaignsAll], funnel.All, null, null, null));

        object?[] Row(string name, FunnelFigures figures, int? rank, double? shrunk, double? adjusted)
        {
            ObservedRate rate = figures.Rate(funnel.Compared);
            UnitCost? cost = figures.CostPer(ConversionEvent.QualifiedOpportunity);
            return
            [
                name, rank, figures.Leads, figures.MarketingQualified, figures.QualifiedOpportunities, figures.Won, figures.Lost,
                figures.Open, rate.Value, rate.Interval()?.Low, rate.Interval()?.High, shrunk, adjusted, figures.WonValue, figures.Spend,
                cost?.Value, cost?.Interval()?.Low, cost?.Interval()?.High, figures.Return,
            ];
        }
    }

    /// <summary>Writes the CSV, in the invariant culture, with shares to five decimals.</summary>
    public void Write(string path)
    {
        var options = new CsvWriterOptions { FormatProvider = CultureInfo.InvariantCulture, Injection = CsvInjection.Escape };
        using FileStream file = File.Create(path);
        using CsvWriter csv = CsvWriter.Create(file, options, leaveOpen: true);
        foreach (string column in Columns)
        {
            csv.WriteField(column);
        }

        csv.EndRecord();
        foreach (object?[] row in _rows)
        {
            foreach (object? cell in row)
            {
                csv.WriteField(Text(cell, 5));
            }

            csv.EndRecord();
        }
    }

    /// <summary>Shows the columns that count.</summary>
    public void Show(IAnsiConsole console)
    {
        int[] shown = Array.ConvertAll(Shown, column => Array.IndexOf(Columns, column));
        Table table = new Table().Border(TableBorder.Simple);
        foreach (int column in shown)
        {
            table.AddColumn(new TableColumn(Columns[column]) { Alignment = column == 0 ? Justify.Left : Justify.Right });
        }

        foreach (object?[] row in _rows)
        {
            // Names are text, not markup.
            table.AddRow(shown.Select(i => new Text(Text(row[i], 4))));
        }

        console.Write(table);
    }

    private static string Text(object? cell, int decimals) => cell switch
    {
        null => "",
        double number => Math.Round(number, decimals).ToString(CultureInfo.InvariantCulture),
        decimal number => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)cell,
    };
}
