using System.Collections.Generic;

namespace PipelineReview.Reading;

/// <summary>How fields of a deal are looked up in another file.</summary>
/// <param name="File">The file, relative to the folder of the deals file.</param>
/// <param name="Key">The column of the look-up file that holds the key.</param>
/// <param name="By">The column of the deals file that holds the key.</param>
/// <param name="Columns">Which column of the look-up file fills which field.</param>
/// <param name="Aliases">Keys that are spelled differently in the deals file, with their spelling in the look-up file.</param>
internal sealed record LookupMap(
    string File,
    ColumnRef Key,
    ColumnRef By,
    IReadOnlyDictionary<DealField, ColumnRef> Columns,
    IReadOnlyDictionary<string, string> Aliases);
