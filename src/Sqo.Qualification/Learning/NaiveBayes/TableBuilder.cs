using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>Converts the counts of one segment, or of several together, to log-odds.</summary>
internal static class TableBuilder
{
    public static NaiveBayesTable Build<T>(
        NaiveBayesFields<T> fields, NaiveBayesOptions options, string? name, IReadOnlyCollection<SegmentCounts> segments)
    {
        var deals = new ValueCounts();
        foreach (var segment in segments) deals.Add(segment.Deals);
        var names = fields.All.Select(field => field.Name).ToArray();
        var values = new Dictionary<string, NaiveBayesEvidence>[names.Length];
        double? priorWon = null, priorLost = null;
        if (options.FollowsOdoo)
        {
            var stageField = Array.FindIndex(fields.All, field => field.Kind == NaiveBayesFieldKind.Progress);
            var rows = Pool(segments, stageField, _ => true);
            // The stages are in order of sequence.
            var first = Array.Find(fields.All[stageField].Stages, stage => stage.Segment is null);
            if (first is not null && rows.TryGetValue(first.Name, out var row))
            {
                double won = row.SmoothedWon(options.Smoothing), lost = row.SmoothedLost(options.Smoothing);
                priorWon = won / (won + lost);
                priorLost = lost / (won + lost);
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = i == stageField ? Judge(fields.All[i], rows, options, won, lost) : Odoo(fields.All[i], i);
                }
            }
            else
            {
                for (var i = 0; i < values.Length; i++) values[i] = [];
            }
        }
        else
        {
            priorWon = (double)deals.Won / (deals.Won + deals.Lost);
            priorLost = (double)deals.Lost / (deals.Won + deals.Lost);
            for (var i = 0; i < values.Length; i++) values[i] = Own(fields.All[i], i);
        }

        return new NaiveBayesTable(name, deals, priorWon, priorLost, names, values);

        // Sums over the rows, each with its own smoothing; rows of tags with too little support are not included.
        Dictionary<string, NaiveBayesEvidence> Odoo(NaiveBayesField<T> field, int index)
        {
            var isTags = field.Kind == NaiveBayesFieldKind.Tags;
            var rows = Pool(segments, index, row => !isTags || row.Won + row.Lost + (2 * options.Smoothing) >= options.MinimumTagSupport);
            var result = Judge(
                field, rows, options, rows.Values.Sum(row => row.Won) + (rows.Values.Sum(row => row.Rows) * options.Smoothing),
                rows.Values.Sum(row => row.Lost) + (rows.Values.Sum(row => row.Rows) * options.Smoothing));
            if (isTags) AddIgnored(field, Pool(segments, index, _ => true), result);
            return result;
        }

        Dictionary<string, NaiveBayesEvidence> Own(NaiveBayesField<T> field, int index)
        {
            var all = Pool(segments, index, _ => true);
            // Smoothing is added once for each of the values that make up a whole: the values of a field, or yes and no for reaching a
            // stage.
            if (field.Kind == NaiveBayesFieldKind.Progress)
            {
                var reached = all.Values.DefaultIfEmpty(new PooledCounts()).ToList();
                return Judge(
                    field, all, options, reached.Max(row => row.Won) + (2 * options.Smoothing),
                    reached.Max(row => row.Lost) + (2 * options.Smoothing), once: true);
            }

            var least = field.Kind == NaiveBayesFieldKind.Tags ? options.MinimumTagSupport : options.MinimumSupport;
            var rows = all.Where(pair => pair.Value.Won + pair.Value.Lost >= least)
                .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
            var result = Judge(field, rows, options, rows.Values.Sum(row => row.Won) + (rows.Count * options.Smoothing),
                rows.Values.Sum(row => row.Lost) + (rows.Count * options.Smoothing), once: true);
            AddIgnored(field, all, result);
            return result;
        }
    }

    private static Dictionary<string, PooledCounts> Pool(
        IReadOnlyCollection<SegmentCounts> segments, int field, Func<ValueCounts, bool> takes)
    {
        var pooled = new Dictionary<string, PooledCounts>(StringComparer.Ordinal);
        foreach (var segment in segments)
        {
            foreach (var row in segment.Fields[field])
            {
                if (!takes(row.Value)) continue;
                pooled.TryGetValue(row.Key, out var sum);
                pooled[row.Key] = new(sum.Won + row.Value.Won, sum.Lost + row.Value.Lost, sum.Rows + 1);
            }
        }

        return pooled;
    }

    private static Dictionary<string, NaiveBayesEvidence> Judge<T>(
        NaiveBayesField<T> field, Dictionary<string, PooledCounts> rows, NaiveBayesOptions options, double totalWon, double totalLost,
        bool once = false)
    {
        var result = new Dictionary<string, NaiveBayesEvidence>(StringComparer.Ordinal);
        foreach (var pair in rows)
        {
            var row = once ? pair.Value with { Rows = 1 } : pair.Value;
            result.Add(pair.Key, new NaiveBayesEvidence(
                field.Name, field.Kind, pair.Key, row.Won, row.Lost, row.SmoothedWon(options.Smoothing) / totalWon,
                row.SmoothedLost(options.Smoothing) / totalLost));
        }

        return result;
    }

    private static void AddIgnored<T>(
        NaiveBayesField<T> field, Dictionary<string, PooledCounts> all, Dictionary<string, NaiveBayesEvidence> judged)
    {
        foreach (var pair in all)
        {
            if (judged.ContainsKey(pair.Key)) continue;
            judged.Add(
                pair.Key,
                new NaiveBayesEvidence(field.Name, field.Kind, pair.Key, pair.Value.Won, pair.Value.Lost, NaiveBayesSkip.TooLittleSupport));
        }
    }

    /// <summary>The counts of a value, and from how many rows.</summary>
    private readonly record struct PooledCounts(long Won, long Lost, int Rows)
    {
        public double SmoothedWon(double smoothing) => Won + (Rows * smoothing);

        public double SmoothedLost(double smoothing) => Lost + (Rows * smoothing);
    }
}
