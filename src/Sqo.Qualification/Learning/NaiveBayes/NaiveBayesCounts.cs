using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The counts that naive Bayes learns from: how many won and how many lost deals of a segment had each value of each field. They can be
/// counted deal by deal, merged, saved and loaded.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>
/// Not safe for use by several threads at once; let each thread count by itself, and <see cref="Merge"/> the counts. The order of the
/// deals does not matter: the same deals give the same bytes of <see cref="ToJson"/>. A call that throws leaves the counts as they
/// were.
/// </remarks>
public sealed class NaiveBayesCounts<T>
{
    private const string Format = "sqo-naive-bayes/1";

    private readonly Dictionary<string, SegmentCounts> _segments = new(StringComparer.Ordinal);
    private readonly List<Change> _changes = [];

    /// <summary>Creates empty counts.</summary>
    /// <param name="fields">The fields to count.</param>
    /// <param name="options">How to count and judge.</param>
    /// <value>The default options are <see cref="NaiveBayesOptions.Default"/>.</value>
    /// <exception cref="ArgumentNullException"><paramref name="fields"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">With Odoo's rules: the fields don't have exactly one stage.</exception>
    /// <example><code>
    /// var fields = new NaiveBayesFields&lt;Deal>(f => f.Category("industry", d => d.Industry).Tags("tags", d => d.Tags));
    /// var counts = new NaiveBayesCounts&lt;Deal>(fields);
    /// counts.AddAll(deals, d => d.Stage switch { "won" => true, "lost" => false, _ => null });
    /// </code></example>
    public NaiveBayesCounts(NaiveBayesFields<T> fields, NaiveBayesOptions? options = null)
    {
        Fields = Guard.NotNull(fields);
        Options = options ?? NaiveBayesOptions.Default;
        var stages = fields.All.Count(field => field.Kind == NaiveBayesFieldKind.Progress);
        if (Options.FollowsOdoo && stages != 1)
        {
            throw new ArgumentException(
                $"There are {stages} progress fields; by Odoo's rules there must be exactly one, the stage.", nameof(fields));
        }
    }

    /// <summary>The fields that are counted.</summary>
    public NaiveBayesFields<T> Fields { get; }

    /// <summary>How it counts and judges.</summary>
    public NaiveBayesOptions Options { get; }

    /// <summary>The number of won deals counted.</summary>
    public long Won => _segments.Values.Sum(segment => segment.Deals.Won);

    /// <summary>The number of lost deals counted.</summary>
    public long Lost => _segments.Values.Sum(segment => segment.Deals.Lost);

    /// <summary>
    /// Every count, by segment (deals without one first), field in the order declared, and value; segments and values in ordinal order.
    /// A new list.
    /// </summary>
    public IReadOnlyList<NaiveBayesCount> Rows =>
    [
        .. from segment in Ordered(_segments)
           from index in Enumerable.Range(0, Fields.All.Length)
           from row in Ordered(segment.Value.Fields[index])
           select new NaiveBayesCount(
               segment.Key.Length == 0 ? null : segment.Key, Fields.All[index].Name, row.Key, row.Value.Won, row.Value.Lost),
    ];

    /// <summary>Counts a closed deal.</summary>
    /// <param name="deal">The deal.</param>
    /// <param name="won">Whether it was won; otherwise it was lost.</param>
    /// <exception cref="ArgumentException">The deal was lost in a stage that the field does not have.</exception>
    /// <exception cref="InvalidOperationException">A selector threw; the message names its field.</exception>
    public void Add(T deal, bool won) => Count(deal, won, 1);

    /// <summary>Counts deals.</summary>
    /// <param name="deals">The deals.</param>
    /// <param name="won">Whether a deal was won; <see langword="null"/> if it is open, so that it is not counted.</param>
    /// <remarks>The deals before one that can't be counted stay counted.</remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A deal was lost in a stage that the field does not have.</exception>
    /// <exception cref="InvalidOperationException">A selector threw; the message names its field.</exception>
    public void AddAll(IEnumerable<T> deals, Func<T, bool?> won)
    {
        Guard.NotNull(won);
        foreach (var deal in Guard.NotNull(deals))
        {
            if (won(deal) is { } known) Add(deal, known);
        }
    }

    /// <summary>Removes a deal: one that was reopened, or counted with values that have changed.</summary>
    /// <param name="deal">The deal, with the values that it was counted with.</param>
    /// <param name="won">What it was counted as.</param>
    /// <remarks>
    /// With Odoo's rules nothing is rejected: a count that would fall below 0 stays at 0, and a value that was never counted is added
    /// instead.
    /// </remarks>
    /// <exception cref="ArgumentException">The deal was lost in a stage that the field does not have.</exception>
    /// <exception cref="InvalidOperationException">
    /// No such deal was counted, and the message names the field and value; or a selector threw.
    /// </exception>
    public void Remove(T deal, bool won) => Count(deal, won, -1);

    /// <summary>Adds other counts, as if their deals had been counted here.</summary>
    /// <param name="other">Counts of the same fields, by the same rules; they are not changed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The fields, their stages or the rules are different.</exception>
    public void Merge(NaiveBayesCounts<T> other)
    {
        Guard.NotNull(other);
        if (other.Options.FollowsOdoo != Options.FollowsOdoo) throw new ArgumentException(
            "One counts by Odoo's rules and the other does not.", nameof(other));
        if (!other.Fields.All.Select(Signature).SequenceEqual(Fields.All.Select(Signature)))
        {
            throw new ArgumentException(
                $"The fields are {string.Join(", ", Fields.All.Select(Signature))} here and " +
                $"{string.Join(", ", other.Fields.All.Select(Signature))} there; they must be the same.",
                nameof(other));
        }

        if (other.Fields.Segment is null != Fields.Segment is null)
        {
            throw new ArgumentException(
                $"Deals are counted {(Fields.Segment is null ? "without" : "by")} segments here and " +
                $"{(other.Fields.Segment is null ? "without" : "by")} them there; it must be the same.",
                nameof(other));
        }

        foreach (var pair in other._segments)
        {
            var segment = SegmentFor(pair.Key);
            segment.Deals.Add(pair.Value.Deals);
            for (var i = 0; i < Fields.All.Length; i++)
            {
                foreach (var row in pair.Value.Fields[i]) RowFor(segment.Fields[i], row.Key).Add(row.Value);
            }
        }
    }

    /// <summary>Creates the model from the current counts.</summary>
    /// <returns>The model; later counts don't change it.</returns>
    /// <exception cref="TooFewOutcomesException">There are fewer won or fewer lost deals than <see cref="Options"/> requires.</exception>
    public NaiveBayesModel<T> Train() => TryTrain(out var model, out var reason)
        ? model!
        : throw new TooFewOutcomesException(reason!, Won, Lost, Options.MinimumWon, Options.MinimumLost);

    /// <summary>Creates the model from the current counts, if there are enough deals.</summary>
    /// <param name="model">The model, or <see langword="null"/>.</param>
    /// <param name="reason">Why there is none, or <see langword="null"/>.</param>
    /// <returns>Whether there is a model.</returns>
    public bool TryTrain(out NaiveBayesModel<T>? model, out string? reason)
    {
        reason = TooFewOutcomesException.Reason("Naive Bayes", Won, Lost, Options.MinimumWon, Options.MinimumLost);
        model = reason is null ? new NaiveBayesModel<T>(Fields, Options, _segments) : null;
        return model is not null;
    }

    /// <summary>Reads counts from the JSON that <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="fields">The fields that were counted, with the same names and kinds in the same order.</param>
    /// <param name="options">How to count and judge; with Odoo's rules or not, as when they were counted.</param>
    /// <returns>The counts.</returns>
    /// <value>The default options are <see cref="NaiveBayesOptions.Default"/>.</value>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> or <paramref name="fields"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">With Odoo's rules: the fields don't have exactly one stage.</exception>
    /// <exception cref="FormatException">
    /// The text is not JSON of counts, or is for other fields or rules; the message says what is wrong.
    /// </exception>
    public static NaiveBayesCounts<T> Parse(string json, NaiveBayesFields<T> fields, NaiveBayesOptions? options = null)
    {
        var counts = new NaiveBayesCounts<T>(fields, options);
        var root = JsonMembers.Read(json, "the counts", Format);
        var rules = root.Text("rules");
        if (rules != counts.Rules) throw new FormatException(
            $"The counts were made by the rules \"{rules}\"; the options have \"{counts.Rules}\".");
        var declared = string.Join(", ", fields.All.Select(Signature));
        var found = string.Join(", ", root.List("fields").Select(field =>
            field as string ?? throw new FormatException("The list \"fields\" holds something that is not a text.")));
        if (found != declared) throw new FormatException($"The counts are of the fields {found}; the fields are {declared}.");
        foreach (var item in root.List("segments")) counts.ReadSegment(JsonMembers.Object(item, "a segment"));
        return counts;
    }

    /// <summary>The counts as JSON, without line ends: the same bytes for the same counts on every platform.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson()
    {
        var json = new StringBuilder("{").Member("format", Format).Member("rules", Rules).Append(",\"fields\":[");
        for (var i = 0; i < Fields.All.Length; i++) json.Append(i == 0 ? "" : ",").AppendText(Signature(Fields.All[i]));
        json.Append("],\"segments\":[");
        var first = true;
        foreach (var segment in Ordered(_segments))
        {
            json.Append(first ? "{" : ",{").Member("segment", segment.Key);
            first = false;
            json.Member("won", segment.Value.Deals.Won).Member("lost", segment.Value.Deals.Lost).Append(",\"fields\":[");
            for (var i = 0; i < Fields.All.Length; i++)
            {
                json.Append(i == 0 ? "[" : ",[");
                var firstRow = true;
                foreach (var row in Ordered(segment.Value.Fields[i]))
                {
                    json.Append(firstRow ? "{" : ",{").Member("value", row.Key).Member("won", row.Value.Won).Member("lost", row.Value.Lost)
                        .Append('}');
                    firstRow = false;
                }

                json.Append(']');
            }

            json.Append("]}");
        }

        return json.Append("]}").ToString();
    }

    private string Rules => Options.FollowsOdoo ? "odoo" : "standard";

    // The meaning of stage counts depends on the order of the stages.
    private static string Signature(NaiveBayesField<T> field) =>
        field.Kind == NaiveBayesFieldKind.Progress ? $"{field.Name} ({field.Kind}: {StagesOf(field)})" : $"{field.Name} ({field.Kind})";

    // Stages with the same sequence are joined, in any order.
    private static string StagesOf(NaiveBayesField<T> field) => string.Join(
        ", ",
        field.Stages.GroupBy(stage => stage.Sequence).Select(place =>
            string.Join(" / ", place.Select(stage => $"\"{stage.Name}\"").OrderBy(name => name, StringComparer.Ordinal))));

    private static IOrderedEnumerable<KeyValuePair<string, TCounts>> Ordered<TCounts>(Dictionary<string, TCounts> counts) =>
        counts.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    private static ValueCounts RowFor(Dictionary<string, ValueCounts> rows, string value)
    {
        if (!rows.TryGetValue(value, out var row)) rows.Add(value, row = new ValueCounts());
        return row;
    }

    private SegmentCounts SegmentFor(string segment)
    {
        if (!_segments.TryGetValue(segment, out var counts)) _segments.Add(segment, counts = new SegmentCounts(Fields.All.Length));
        return counts;
    }

    private void Count(T deal, bool won, int step)
    {
        // Everything is read before anything is changed, because a selector can throw.
        var key = Fields.SegmentOf(deal);
        Read(deal, won);
        if (step < 0 && !Options.FollowsOdoo) CheckCounted(key, won);
        var segment = SegmentFor(key);
        segment.Deals.Step(won, step);
        foreach (var change in _changes)
        {
            var rows = segment.Fields[change.Field];
            if (rows.TryGetValue(change.Value, out var row)) row.Step(won, step);
            else RowFor(rows, change.Value).Step(won, 1); // with Odoo's rules even when a deal is removed
            // With Odoo's rules a row stays, with its smoothing.
            if (row is { IsEmpty: true } && !Options.FollowsOdoo) rows.Remove(change.Value);
        }

        if (segment.Deals.IsEmpty && !Options.FollowsOdoo) _segments.Remove(key);
    }

    private void Read(T deal, bool won)
    {
        _changes.Clear();
        for (var i = 0; i < Fields.All.Length; i++)
        {
            var field = Fields.All[i];
            if (field.Kind == NaiveBayesFieldKind.Tags)
            {
                if (field.TagsOf(deal) is not { } tags) continue;
                for (var j = 0; j < tags.Count; j++)
                {
                    if (!NaiveBayesField<T>.IsIdle(tags, j)) _changes.Add(new(i, tags[j]!));
                }
            }
            else if (field.Kind == NaiveBayesFieldKind.Progress && won)
            {
                foreach (var stage in field.Stages) _changes.Add(new(i, stage.Name));
            }
            else if (field.ValueOf(deal) is { } value)
            {
                if (field.Kind == NaiveBayesFieldKind.Category) _changes.Add(new(i, value));
                else ReadReached(field, i, value);
            }
        }
    }

    private void ReadReached(NaiveBayesField<T> field, int index, string value)
    {
        var own = field.Stage(value)
            ?? throw new ArgumentException(
                $"A deal was lost in \"{value}\"; the field \"{field.Name}\" has the stages " +
                $"{string.Join(", ", field.Stages.Select(stage => $"\"{stage.Name}\""))}.",
                "deal");
        foreach (var stage in field.Stages)
        {
            if (stage.Sequence <= own.Sequence) _changes.Add(new(index, stage.Name));
        }
    }

    private void CheckCounted(string key, bool won)
    {
        _segments.TryGetValue(key, out var segment);
        var outcome = won ? "won" : "lost";
        if (!Has(segment?.Deals)) throw new InvalidOperationException(
            $"No {outcome} deal of the segment \"{key}\" was counted, so none can be taken out.");
        foreach (var change in _changes)
        {
            segment!.Fields[change.Field].TryGetValue(change.Value, out var row);
            if (!Has(row))
            {
                throw new InvalidOperationException(
                    $"No {outcome} deal with \"{change.Value}\" in the field \"{Fields.All[change.Field].Name}\" was counted for the " +
                    $"segment \"{key}\", so none can be taken out.");
            }
        }

        bool Has(ValueCounts? counts) => counts is not null && (won ? counts.Won : counts.Lost) > 0;
    }

    private void ReadSegment(Dictionary<string, object?> members)
    {
        var key = members.Text("segment");
        if (_segments.ContainsKey(key)) throw new FormatException($"The segment \"{key}\" appears twice.");
        var segment = SegmentFor(key);
        segment.Deals.Won = members.Count("won");
        segment.Deals.Lost = members.Count("lost");
        var fields = members.List("fields");
        if (fields.Count != Fields.All.Length) throw new FormatException(
            $"The segment \"{key}\" has {fields.Count} lists of counts for {Fields.All.Length} fields.");
        for (var i = 0; i < fields.Count; i++)
        {
            var field = Fields.All[i];
            foreach (var item in fields[i] as List<object?> ?? throw new FormatException(
                $"The counts of the field \"{field.Name}\" are not a list."))
            {
                var row = JsonMembers.Object(item, "a count");
                var value = row.Text("value");
                if (value.Length == 0) throw new FormatException($"The field \"{field.Name}\" has an empty value.");
                if (segment.Fields[i].ContainsKey(value)) throw new FormatException(
                    $"The field \"{field.Name}\" has the value \"{value}\" twice in the segment \"{key}\".");
                if (field.Kind == NaiveBayesFieldKind.Progress && field.Stage(value) is null) throw new FormatException(
                    $"The field \"{field.Name}\" has no stage \"{value}\".");
                var counts = RowFor(segment.Fields[i], value);
                counts.Won = row.Count("won");
                counts.Lost = row.Count("lost");
                // With Odoo's rules, neither is true after deals were removed that were never counted.
                if (Options.FollowsOdoo) continue;
                if (counts.IsEmpty) throw new FormatException($"The value \"{value}\" of the field \"{field.Name}\" has no deal.");
                if (counts.Won > segment.Deals.Won || counts.Lost > segment.Deals.Lost)
                {
                    throw new FormatException(
                        $"More deals have the value \"{value}\" of the field \"{field.Name}\" than the segment \"{key}\" has.");
                }
            }
        }
    }

    private readonly struct Change(int field, string value)
    {
        public readonly int Field = field;
        public readonly string Value = value;
    }
}
