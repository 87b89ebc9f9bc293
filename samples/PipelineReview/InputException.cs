using System;
using System.Collections.Generic;

namespace PipelineReview;

/// <summary>Invalid input: every fault found, with the place, the value and the rule.</summary>
internal sealed class InputException(IReadOnlyList<string> faults, bool rowsRejected = false) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;

    /// <summary>Whether the map and the options are valid, and the rows are not.</summary>
    public bool RowsRejected { get; } = rowsRejected;
}
