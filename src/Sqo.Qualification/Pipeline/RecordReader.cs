using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Reads the caller's records into standard ones, and finds their faults: the part that all kinds of record share.</summary>
/// <param name="draft">The draft that each record is filled into.</param>
/// <param name="what">The kind of record in words, such as "a lead".</param>
internal abstract class RecordReader<TDraft, TRecord>(TDraft draft, string what)
    where TDraft : class, IRecordDraft
    where TRecord : class
{
    private const string TouchpointsName = nameof(IRecordDraft.Touchpoints);
    private const string ContactsName = nameof(IRecordDraft.Contacts);

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<Touchpoint> _touchpoints = [];
    private readonly List<Contact> _contacts = [];
    private FieldNames? _names;
    private int _position = -1;
    private int _faultsBefore;

    public List<TRecord> Records { get; } = [];

    public List<RecordFault> Faults { get; } = [];

    public int Count => _position + 1;

    protected TDraft Draft => draft;

    protected Dictionary<FunnelStage, EventTime?> FunnelTable => draft.FunnelTable;

    /// <summary>Whether a fault of the record has been found so far.</summary>
    protected bool IsFaulty => Faults.Count > _faultsBefore;

    public void Read<T>(IEnumerable<T> records, Action<T, TDraft> fill)
    {
        if (records is IReadOnlyCollection<T> { Count: var expected }) Records.Capacity = expected;
        foreach (var record in records)
        {
            _position++;
            if (record is null)
            {
                Add("record.null", null, "The record", null, "a missing record can't be read");
                continue;
            }

            draft.Clear();
            try
            {
                fill(record, draft);
                // The caller's collections may be computed lazily.
                Copy(draft.Touchpoints, _touchpoints);
                Copy(draft.Contacts, _contacts);
                CopyMore();
            }
            catch (Exception exception) when (Qualification.CriterionErrors.IsOfCriterion(exception))
            {
                throw new InvalidOperationException(
                    $"The code that fills {what} threw at record {InvariantText.Of((long)_position)} (from 0): {exception.Message}",
                        exception);
            }

            _faultsBefore = Faults.Count;
            var id = CheckShared();
            if (Make(id) is not { } made) continue;
            Records.Add(made);
            // A faulty record does not claim its id: a later record with the same id may be valid.
            _places.Add(id!, _position);
        }
    }

    /// <summary>Copies the caller's collections that only this kind of record has.</summary>
    protected virtual void CopyMore()
    {
    }

    /// <summary>Creates the record, or returns <see langword="null"/> after adding its faults.</summary>
    protected abstract TRecord? Make(string? id);

    protected static void Copy<TItem>(IEnumerable<TItem>? items, List<TItem> copy)
    {
        copy.Clear();
        if (items is not null) copy.AddRange(items);
    }

    protected static string Place(string list, int index) => $"{list}[{InvariantText.Of((long)index)}]";

    protected Touchpoint[] Touchpoints()
    {
        if (_touchpoints.Count == 0) return [];
        return [.. _touchpoints.OrderBy(touchpoint => touchpoint.At.Ticks).ThenBy(touchpoint => touchpoint.Id, StringComparer.Ordinal)];
    }

    protected Contact[]? Contacts() => draft.Contacts is null ? null : [.. _contacts];

    protected FieldValues Fields()
    {
        var table = draft.FieldTable;
        if (table.Count == 0) return FieldValues.None;
        if (_names is null || !_names.Are(table.Keys)) _names = new FieldNames(table.Keys);
        var values = new string?[table.Count];
        var i = 0;
        foreach (var value in table.Values) values[i++] = PipelineText.OrNull(value);
        return new FieldValues(_names, values);
    }

    protected void CheckMoment(string? id, string place, DateTime? at)
    {
        if (at is null) Add("date.missing", id, place, null, "a date is required");
        else if (!IsDate(at.Value)) CheckDate(id, place, at);
    }

    protected int? CheckDate(string? id, string field, DateTime? value)
    {
        if (value is not { } given) return null;
        if (IsDate(given)) return DayNumber.Of(given);
        if (given.Kind == DateTimeKind.Local) Add(
            "date.local", id, field, InvariantText.Of(given) + " of kind Local",
            "that depends on the time zone of the machine; give it in UTC or with an unspecified kind");
        else Add(
            "date.unset", id, field, DayNumber.Text(DayNumber.None),
            "that is the value of a date that was never set; use null for an unknown date");
        return null;
    }

    protected void Add(string code, string? id, string field, string? value, string rule) =>
        Faults.Add(new RecordFault(code, _position, id, field, value, rule));

    private static bool IsDate(DateTime value) => value.Kind != DateTimeKind.Local && DayNumber.Of(value) != DayNumber.None;

    private string? CheckShared()
    {
        var id = CheckId();
        CheckFunnel(id);
        CheckContacts(id);
        CheckTouchpoints(id);
        foreach (var name in draft.FieldTable.Keys)
        {
            if (PipelineText.OrNull(name) is null) Add(
                "field.blank", id, "Fields", "a field with a blank name", "a field must have a name");
        }

        return id;
    }

    private string? CheckId()
    {
        var id = PipelineText.OrNull(draft.Id);
        if (id is null) Add("id.blank", null, "Id", draft.Id is null ? null : "blank", "every record must have an id");
        else if (_places.TryGetValue(id, out var first)) Add(
            "id.duplicate", id, "Id", id, $"record {InvariantText.Of((long)first)} has the same id; ids must be unique");
        return id;
    }

    private void CheckFunnel(string? id)
    {
        var table = draft.FunnelTable;
        if (table.Count == 0) return;
        foreach (var stage in table.Keys)
        {
            if (!FunnelTimes.IsDefined(stage)) Add(
                "funnel.undefined", id, $"Funnel[{InvariantText.Of((long)stage)}]", InvariantText.Of((long)stage),
                "it is not a defined stage");
        }

        (FunnelStage Stage, EventTime Time)? last = null;
        for (var stage = FunnelStage.Lead; stage <= FunnelStage.Closed; stage++)
        {
            if (!table.TryGetValue(stage, out var given) || given is not { } time) continue;
            var field = $"Funnel[{stage}]";
            if (CheckDate(id, field, time.Value) is null) continue;
            if (last is { } earlier && time.IsBefore(earlier.Time))
            {
                Add("funnel.order", id, field, time.ToString(),
                    $"it must not be before {earlier.Stage}, {earlier.Time}; give the first time of each stage");
            }

            last = (stage, time);
        }
    }

    private void CheckContacts(string? id)
    {
        for (var i = 0; i < _contacts.Count; i++)
        {
            var contact = _contacts[i];
            if (contact is null) Add("contact.null", id, Place(ContactsName, i), null, "a person must not be null");
            else if (contact.Id.Length == 0) Add("contact.blank", id, Place(ContactsName, i) + ".Id", null, "a person must have an id");
            else if (_contacts.FindIndex(each => string.Equals(each?.Id, contact.Id, StringComparison.Ordinal)) < i)
            {
                Add("contact.duplicate", id, Place(ContactsName, i) + ".Id", contact.Id, "ids of people must be unique within a record");
            }
        }
    }

    private void CheckTouchpoints(string? id)
    {
        for (var i = 0; i < _touchpoints.Count; i++)
        {
            if (_touchpoints[i] is not { } touchpoint)
            {
                Add("touchpoint.null", id, Place(TouchpointsName, i), null, "a contact must not be null");
                continue;
            }

            CheckMoment(id, Place(TouchpointsName, i) + ".At", touchpoint.Given);
            if (touchpoint.Side is < TouchSide.Marketing or > TouchSide.Sales)
            {
                Add("touchpoint.side", id, Place(TouchpointsName, i) + ".Side", InvariantText.Of((long)touchpoint.Side.Value),
                    "it is neither Marketing nor Sales");
            }
        }
    }
}
