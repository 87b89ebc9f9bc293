using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Reads records into opportunities, and finds what is wrong with them.</summary>
internal sealed class OpportunityReader
{
    private readonly OpportunityDraft _draft = new();
    private readonly List<OpportunityFault> _faults = [];
    private readonly Dictionary<string, int> _places;
    private readonly List<Opportunity> _opportunities;
    private readonly List<Touchpoint> _touchpoints = [];
    private readonly List<StageChange> _stageChanges = [];
    private FieldNames? _names;
    private int _position = -1;

    private OpportunityReader(int expected)
    {
        _places = new Dictionary<string, int>(expected, StringComparer.Ordinal);
        _opportunities = new List<Opportunity>(expected);
    }

    public static OpportunityValidation Read<T>(IEnumerable<T> records, Action<T, OpportunityDraft> fill)
    {
        var reader = new OpportunityReader(records switch
        {
            ICollection<T> collection => collection.Count,
            IReadOnlyCollection<T> collection => collection.Count,
            _ => 0,
        });
        foreach (var record in records)
        {
            reader._position++;
            if (record is null)
            {
                reader.Add("record.null", null, "The record", null, "a missing record can't be read");
                continue;
            }

            reader._draft.Clear();
            string[]? competitors;
            try
            {
                fill(record, reader._draft);
                // The caller's collections may be computed as they are read.
                competitors = reader._draft.Competitors is { } given ? [.. given.Select(PipelineText.OrNull).OfType<string>()] : null;
                Copy(reader._draft.Touchpoints, reader._touchpoints);
                Copy(reader._draft.StageChanges, reader._stageChanges);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(
                    $"The code that fills an opportunity has thrown at record {InvariantText.Of((long)reader._position)} (from 0): {exception.Message}", exception);
            }

            if (reader.Make(competitors) is { } opportunity) reader._opportunities.Add(opportunity);
        }

        return new OpportunityValidation(reader._opportunities, reader._faults, reader._position + 1);
    }

    private static void Copy<TItem>(IEnumerable<TItem>? items, List<TItem> copy)
    {
        copy.Clear();
        if (items is not null) copy.AddRange(items);
    }

    private Opportunity? Make(string[]? competitors)
    {
        var before = _faults.Count;
        var id = PipelineText.OrNull(_draft.Id);
        if (id is null) Add("id.blank", null, "Id", _draft.Id is null ? null : "blank", "every opportunity has an id");
        else if (_places.TryGetValue(id, out var first)) Add("id.duplicate", id, "Id", id, $"record {InvariantText.Of((long)first)} has the same; an id is there once");
        CheckNumbers(id);
        CheckDates(id);
        CheckEvents(id);
        foreach (var name in _draft.FieldTable.Keys)
        {
            if (PipelineText.OrNull(name) is null) Add("field.blank", id, "Fields", "a field with a blank name", "a field has a name");
        }

        if (_faults.Count > before) return null;
        // One that can't be right takes no id: a later record of it may be good.
        _places.Add(id!, _position);
        return new Opportunity(id!, _draft, competitors, Touchpoints(), StageChanges(), Fields());
    }

    private void CheckNumbers(string? id)
    {
        if (_draft.Amount < 0) Add("amount.negative", id, nameof(OpportunityDraft.Amount), InvariantText.Of(_draft.Amount.Value), "an amount is 0 or above");
        if (_draft.ClosedAmount is { } closedAmount)
        {
            if (closedAmount < 0) Add("closed-amount.negative", id, nameof(OpportunityDraft.ClosedAmount), InvariantText.Of(closedAmount), "an amount is 0 or above");
            if (_draft.Outcome == OpportunityOutcome.Open) Add("closed-amount.open", id, nameof(OpportunityDraft.ClosedAmount), InvariantText.Of(closedAmount), "an open opportunity is not closed at anything");
        }

        if (_draft.Probability is { } probability && !(probability is >= 0 and <= 1))
        {
            Add("probability.range", id, nameof(OpportunityDraft.Probability), InvariantText.Of(probability), "a probability lies from 0 to 1, so 45 % is 0.45");
        }

        if (_draft.Category is { } category)
        {
            if (category is < ForecastCategory.Omitted or > ForecastCategory.Closed) Add("category.undefined", id, nameof(OpportunityDraft.Category), InvariantText.Of((long)category), "it is none of the categories");
            else if (category == ForecastCategory.Closed && _draft.Outcome != OpportunityOutcome.Won) Add("category.not-won", id, nameof(OpportunityDraft.Category), "Closed", "only a won opportunity is in it");
        }
    }

    private void CheckDates(string? id)
    {
        var created = CheckDate(id, nameof(OpportunityDraft.Created), _draft.Created);
        CheckDate(id, nameof(OpportunityDraft.ExpectedClose), _draft.ExpectedClose);
        var closed = CheckDate(id, nameof(OpportunityDraft.Closed), _draft.Closed);
        if (_draft.Outcome is < OpportunityOutcome.Open or > OpportunityOutcome.Lost)
        {
            Add("outcome.undefined", id, nameof(OpportunityDraft.Outcome), InvariantText.Of((long)_draft.Outcome), "it is none of the outcomes");
        }
        else if (_draft.Outcome == OpportunityOutcome.Open)
        {
            if (_draft.Closed is { } day) Add("closed.open", id, nameof(OpportunityDraft.Closed), DayNumber.Text(DayNumber.Of(day)), "an open opportunity has no day on which it was closed; say whether it was won or lost");
        }
        else if (_draft.Closed is null)
        {
            Add("closed.missing", id, nameof(OpportunityDraft.Closed), null, $"one that was {(_draft.Outcome == OpportunityOutcome.Won ? "won" : "lost")} has the day on which it was");
        }

        if (created is { } from && closed is { } to && to < from)
        {
            Add("closed.before-created", id, nameof(OpportunityDraft.Closed), DayNumber.Text(to), $"it must not be before Created, {DayNumber.Text(from)}");
        }
    }

    private void CheckEvents(string? id)
    {
        for (var i = 0; i < _touchpoints.Count; i++)
        {
            if (_touchpoints[i] is null) Add("touchpoint.null", id, Place(nameof(OpportunityDraft.Touchpoints), i), null, "a contact must not be null");
            else CheckMoment(id, nameof(OpportunityDraft.Touchpoints), i, _touchpoints[i].Given);
        }

        for (var i = 0; i < _stageChanges.Count; i++)
        {
            if (_stageChanges[i] is null)
            {
                Add("stage-change.null", id, Place(nameof(OpportunityDraft.StageChanges), i), null, "a change must not be null");
                continue;
            }

            CheckMoment(id, nameof(OpportunityDraft.StageChanges), i, _stageChanges[i].Given);
            if (_stageChanges[i].Stage.Length == 0) Add("stage-change.blank", id, Place(nameof(OpportunityDraft.StageChanges), i) + ".Stage", null, "a change names the stage that was entered");
        }
    }

    private void CheckMoment(string? id, string list, int index, DateTime? at)
    {
        if (at is null) Add("date.missing", id, Place(list, index) + ".At", null, "it needs its date");
        else if (!IsDate(at.Value)) CheckDate(id, Place(list, index) + ".At", at);
    }

    private int? CheckDate(string? id, string field, DateTime? value)
    {
        if (value is not { } given) return null;
        if (IsDate(given)) return DayNumber.Of(given);
        if (given.Kind == DateTimeKind.Local) Add("date.local", id, field, InvariantText.Of(given) + " of kind Local", "that depends on the time zone of the machine; give it in UTC or with an unspecified kind");
        else Add("date.unset", id, field, DayNumber.Text(DayNumber.None), "that is what a date holds that was never set; give null for an unknown one");
        return null;
    }

    private static bool IsDate(DateTime value) => value.Kind != DateTimeKind.Local && DayNumber.Of(value) != DayNumber.None;

    private static string Place(string list, int index) => $"{list}[{InvariantText.Of((long)index)}]";

    private Touchpoint[] Touchpoints()
    {
        if (_touchpoints.Count == 0) return [];
        return [.. _touchpoints.OrderBy(touchpoint => touchpoint.At.Ticks).ThenBy(touchpoint => touchpoint.Id, StringComparer.Ordinal)];
    }

    private StageChange[] StageChanges() => _stageChanges.Count == 0 ? [] : [.. _stageChanges.OrderBy(change => change.At.Ticks)];

    private FieldValues Fields()
    {
        var table = _draft.FieldTable;
        if (table.Count == 0) return FieldValues.None;
        if (_names is null || !_names.Are(table.Keys)) _names = new FieldNames(table.Keys);
        var values = new string?[table.Count];
        var i = 0;
        foreach (var value in table.Values) values[i++] = PipelineText.OrNull(value);
        return new FieldValues(_names, values);
    }

    private void Add(string code, string? id, string field, string? value, string rule) =>
        _faults.Add(new OpportunityFault(code, _position, id, field, value, rule));
}
