using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace PipelineReview.Reading;

/// <summary>How a CSV file is read as deals; see <see cref="DealMapReader"/> for its JSON.</summary>
internal sealed record DealMap
{
    /// <summary>The effort of a deal that states none, unless the map does.</summary>
    public const decimal UsualEffortHours = 2;

    /// <summary>The most hours that a deal may take.</summary>
    public const decimal MostEffortHours = 1_000;

    /// <summary>Which column of the deals file fills which field.</summary>
    public required IReadOnlyDictionary<DealField, string> Columns { get; init; }

    public required IReadOnlyList<LookupMap> Lookups { get; init; }

    /// <summary>The status of each stage; stages are compared without case.</summary>
    public required IReadOnlyDictionary<string, DealStatus> Stages { get; init; }

    /// <summary>Values to replace by other values, by field.</summary>
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

    /// <summary>The day of the export, if the map has it.</summary>
    public required DateTime? AsOf { get; init; }

    /// <summary>Whether the amount is the closing amount, and so unknown before the deal closed.</summary>
    public required bool AmountKnownAtClose { get; init; }

    /// <summary>The currency of all amounts, as an ISO 4217 code; null if the map has none.</summary>
    public required string? Currency { get; init; }

    /// <summary>The value of one unit of another currency in that of the map; empty if amounts in other currencies are refused.</summary>
    public required IReadOnlyDictionary<string, decimal> Rates { get; init; }

    /// <summary>The time zone that determines the day of dates with an offset; null for the days as written.</summary>
    public required TimeZoneInfo? TimeZone { get; init; }

    /// <summary>Whether the file has one close date for both: the planned close of open deals, the actual close of others.</summary>
    public bool HasOneCloseDate =>
        Columns.TryGetValue(DealField.Closed, out string? closed) && Columns.TryGetValue(DealField.ExpectedClose, out string? expected) && closed == expected;

    /// <summary>The hours of selling time that a deal takes if its row doesn't say.</summary>
    public required decimal EffortHours { get; init; }

    /// <summary>The file that lists the owners of the team; null if the owners are those of the deals.</summary>
    public required OwnerListMap? Owners { get; init; }

    /// <summary>The profile that suits the fields; null for the default one.</summary>
    public required string? Profile { get; init; }
}
