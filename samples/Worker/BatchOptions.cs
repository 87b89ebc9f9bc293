using System;

namespace Worker;

/// <summary>The section "Batch" of the configuration.</summary>
internal sealed class BatchOptions
{
    /// <summary>The path of the file of deals, relative to the folder of the program.</summary>
    public string Input { get; set; } = "deals.jsonl";

    /// <summary>The moment at which all deals are judged; <see langword="null"/> for the moment at which the work starts.</summary>
    public DateTimeOffset? AsOf { get; set; }

    /// <summary>The maximum number of deals in progress, and in memory, at once.</summary>
    public int AtOnce { get; set; } = 8;
}
