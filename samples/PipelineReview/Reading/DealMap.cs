using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace PipelineReview.Reading;

/// <summary>How a CSV file is read as deals; see <see cref="DealMapReader"/> for its JSON.</summary>
internal sealed record DealMap
{
    /// <summary>Which column of the deals file fills which field.</summary>
    public required IReadOnlyDictionary<DealField, string> Columns { get; init; }

    public required IReadOnlyList<LookupMap> Lookups { get; init; }

    /// <summary>The status that each stage stands for; stages are compared without case.</summary>
    public required IReadOnlyDictionary<string, DealStatus> Stages { get; init; }

    /// <summary>Values to be read as another value, by field.</summary>
    public required IReadOnlyDictionary<DealField, IReadOnlyDictionary<string, string>> Aliases { get; init; }

    /// <summary>Exact formats, in the invariant culture.</summary>
    public required IReadOnlyList<string> DateFormats { get; init; }

    public required CultureInfo NumberCulture { get; init; }

    public required char Delimiter { get; init; }

    /// <summary>The encoding of a file without a byte order mark; null is UTF-8.</summary>
    public required Encoding? Encoding { get; init; }

    /// <summary>Texts that mean "not given", besides the empty cell.</summary>
    public required IReadOnlySet<string> Missing { get; init; }

    public required IReadOnlySet<string> TrueValues { get; init; }

    public required IReadOnlySet<string> FalseValues { get; init; }

    /// <summary>The day of the export, when the map knows it.</summary>
    public required DateTime? AsOf { get; init; }

    /// <summary>Whether the amount is what a deal closed at, so that it says nothing about the time before.</summary>
    public required bool AmountKnownAtClose { get; init; }

    /// <summary>The currency of all amounts, as an ISO 4217 code; null when the map doesn't name it.</summary>
    public required string? Currency { get; init; }

    /// <summary>What one unit of another currency is in that of the map; empty when amounts of other currencies are refused.</summary>
    public required IReadOnlyDictionary<string, decimal> Rates { get; init; }

    /// <summary>The time zone whose days count, for dates with an offset; null for the days as they are written.</summary>
    public required TimeZoneInfo? TimeZone { get; init; }

    /// <summary>Whether the file has one close date for both: what is planned of an open deal, what happened of a closed one.</summary>
    public bool HasOneCloseDate =>
        Columns.TryGetValue(DealField.Closed, out string? closed) && Columns.TryGetValue(DealField.ExpectedClose, out string? expected) && closed == expected;

    /// <summary>The profile that suits the fields; null for the default one.</summary>
    public required string? Profile { get; init; }
}
