using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The valid records and the faults of the others: every record is either in the list or has a fault. Immutable.</summary>
/// <typeparam name="TRecord">The type of the records: <see cref="Opportunity"/> or <see cref="Lead"/>.</typeparam>
public sealed class RecordValidation<TRecord>
{
    internal RecordValidation(List<TRecord> records, List<RecordFault> faults, int count)
    {
        Records = records.AsReadOnly();
        Faults = faults.AsReadOnly();
        Count = count;
    }

    /// <summary>The records without a fault, in the order given.</summary>
    public IReadOnlyList<TRecord> Records { get; }

    /// <summary>Every fault of the others, in the order given; a record may have several.</summary>
    public IReadOnlyList<RecordFault> Faults { get; }

    /// <summary>How many records were given.</summary>
    public int Count { get; }

    /// <summary>How many records have a fault.</summary>
    public int Rejected => Count - Records.Count;

    /// <summary>Whether no record has a fault.</summary>
    public bool IsValid => Faults.Count == 0;

    /// <summary>"8799 of 8800 records, 2 faults", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var faults = InvariantText.Of((long)Faults.Count) + (Faults.Count == 1 ? " fault" : " faults");
        return $"{InvariantText.Of((long)Records.Count)} of {InvariantText.Of((long)Count)} records, {faults}";
    }

    /// <summary>The records, if none has a fault.</summary>
    internal IReadOnlyList<TRecord> AllOrThrow(string what) => IsValid
        ? Records
        : throw new RecordException(
            $"{InvariantText.Of((long)Rejected)} of {InvariantText.Of((long)Count)} records can't be {what}", Faults);
}
