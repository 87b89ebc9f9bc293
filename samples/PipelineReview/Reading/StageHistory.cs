using System;
using System.Collections.Generic;
using System.IO;

namespace PipelineReview.Reading;

/// <summary>The stages that deals have gone through, from a file.</summary>
internal sealed class StageHistory
{
    private readonly Dictionary<string, List<StageEntry>> _byId = new(StringComparer.Ordinal);

    private StageHistory(string path) => FullPath = path;

    public string FullPath { get; }

    /// <summary>The stages of a deal, in the order of the file; empty if it is not in it.</summary>
    public IReadOnlyList<StageEntry> Of(string id) => _byId.GetValueOrDefault(id) ?? [];

    /// <summary>Reads the file. Rows without an id, a stage or a date are added to <paramref name="rejected"/>.</summary>
    /// <param name="map">Where the stages are.</param>
    /// <param name="dealMap">The map that contains it, for the forms of dates and the missing values.</param>
    /// <param name="folder">The folder of the deals file.</param>
    /// <param name="where">The name of the history in messages.</param>
    /// <param name="rejected">Where the rejected rows go.</param>
    /// <param name="faults">Where the faults go.</param>
    public static StageHistory? Load(
        StageHistoryMap map, DealMap dealMap, string folder, string where, List<RejectedRow> rejected, FaultList faults) =>
        NearbyFile.Read(folder, map.File, where, dealMap, faults, (path, header, records) =>
        {
            int id = header.Find(map.Id, $"{where}.id", faults);
            int stage = header.Find(map.Stage, $"{where}.stage", faults);
            int entered = header.Find(map.Entered, $"{where}.entered", faults);
            if (id < 0 || stage < 0 || entered < 0)
            {
                return null;
            }

            var history = new StageHistory(path);
            var parser = new CellParser(dealMap);
            string file = Path.GetFileName(path);
            while (records.MoveNext())
            {
                TableRecord record = records.Current;
                if (RejectedRow.OfShape(file, record, header.Count) is { } misshapen)
                {
                    rejected.Add(misshapen);
                }
                else if (history.Add(record, dealMap, parser, (id, stage, entered), map) is { } fault)
                {
                    string? known = record[id].Length > 0 ? record[id] : null;
                    rejected.Add(new RejectedRow(file, record.Line, known, fault.Reason, fault.Text));
                }
            }

            return history;
        });

    private (RejectReason Reason, string Text)? Add(
        TableRecord record, DealMap dealMap, CellParser parser, (int Id, int Stage, int Entered) columns, StageHistoryMap map)
    {
        (int, ColumnRef)[] all = [(columns.Id, map.Id), (columns.Stage, map.Stage), (columns.Entered, map.Entered)];
        foreach ((int index, ColumnRef column) in all)
        {
            if (record[index].Length == 0 || dealMap.Missing.Contains(record[index]))
            {
                return (RejectReason.MissingId, $"{Printable.Clip(column.ToString())} is missing; every change of stage needs one");
            }
        }

        if (!CellParser.TryText(record[columns.Stage], out string? stage, out string? rule))
        {
            return (RejectReason.UnreadableText, Fault(map.Stage, record[columns.Stage], rule));
        }

        if (!parser.TryDate(record.Cell(columns.Entered), out DateTime at, out rule))
        {
            return (RejectReason.UnreadableDate, Fault(map.Entered, record[columns.Entered], rule));
        }

        if (!_byId.TryGetValue(record[columns.Id], out List<StageEntry>? entries))
        {
            _byId.Add(record[columns.Id], entries = []);
        }

        entries.Add(new StageEntry(at, stage));
        return null;
    }

    private static string Fault(ColumnRef column, string value, string rule) =>
        $"{Printable.Clip(column.ToString())} {Printable.Quote(value)}: {rule}";
}
