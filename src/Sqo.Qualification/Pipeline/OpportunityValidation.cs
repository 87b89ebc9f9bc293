using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Records read with their faults beside them: every record is either in the list or has a fault. Immutable.</summary>
public sealed class OpportunityValidation
{
    internal OpportunityValidation(List<Opportunity> opportunities, List<OpportunityFault> faults, int count)
    {
        Opportunities = opportunities.AsReadOnly();
        Faults = faults.AsReadOnly();
        Count = count;
    }

    /// <summary>The records without a fault, in the order given.</summary>
    public IReadOnlyList<Opportunity> Opportunities { get; }

    /// <summary>Every fault of the others, in the order given; a record may have several.</summary>
    public IReadOnlyList<OpportunityFault> Faults { get; }

    /// <summary>How many records were given.</summary>
    public int Count { get; }

    /// <summary>How many records have a fault.</summary>
    public int Rejected => Count - Opportunities.Count;

    /// <summary>Whether no record has a fault.</summary>
    public bool IsValid => Faults.Count == 0;

    /// <summary>"8799 of 8800 records, 2 faults", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{InvariantText.Of((long)Opportunities.Count)} of {InvariantText.Of((long)Count)} records, {InvariantText.Of((long)Faults.Count)} {(Faults.Count == 1 ? "fault" : "faults")}";
}
