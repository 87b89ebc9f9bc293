using System;

namespace Worker;

/// <summary>What to work on: the section "Batch" of the configuration.</summary>
internal sealed class BatchOptions
{
    /// <summary>The file of deals: its path, from the folder of the program.</summary>
    public string Input { get; set; } = "deals.jsonl";

    /// <summary>The moment to judge all deals at; <see langword="null"/> for the one at which the work starts.</summary>
    public DateTimeOffset? AsOf { get; set; }

    /// <summary>How many deals may be under way at once; no more are in memory.</summary>
    public int AtOnce { get; set; } = 8;
}
