using System;
using System.Collections.Generic;

namespace PipelineReview;

/// <summary>The input can't be right: every fault that was found, each naming where it is, the value and the rule.</summary>
internal sealed class InputException(IReadOnlyList<string> faults, bool rowsRejected = false) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;

    /// <summary>Whether the map and the options are fine, and the rows are not.</summary>
    public bool RowsRejected { get; } = rowsRejected;
}
