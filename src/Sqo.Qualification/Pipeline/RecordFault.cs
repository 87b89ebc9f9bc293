using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Something wrong in a record. Immutable.</summary>
[Serializable]
public sealed class RecordFault
{
    internal RecordFault(string code, int position, string? id, string field, string? value, string rule)
    {
        Code = code;
        Position = position;
        Id = id;
        Field = field;
        Value = value is null ? null : Excerpt.Of(value);
        Rule = rule;
    }

    /// <summary>The kind of fault: a stable name such as "closed.before-created".</summary>
    public string Code { get; }

    /// <summary>The position of the record in the input, from 0.</summary>
    public int Position { get; }

    /// <summary>The record's id; <see langword="null"/> when it has none.</summary>
    public string? Id { get; }

    /// <summary>The field of the record, such as "Closed" or "Touchpoints[2]".</summary>
    public string Field { get; }

    /// <summary>The value that it has, as text; <see langword="null"/> when it has none.</summary>
    public string? Value { get; }

    /// <summary>The rule that it breaks.</summary>
    public string Rule { get; }

    /// <summary>The record, the field, its value and the rule, in one sentence.</summary>
    public string Message =>
        $"Record {InvariantText.Of((long)Position)} (from 0){(Id is null ? "" : $", \"{Excerpt.Of(Id)}\"")}: " +
        $"{Field} is {Value ?? "missing"}; {Rule}.";

    /// <inheritdoc/>
    public override string ToString() => Message;
}
