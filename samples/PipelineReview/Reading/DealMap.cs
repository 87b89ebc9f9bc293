using System;
using System.Collections.Generic;
using System.Globalization;
using Sqo.Qualification;

namespace PipelineReview.Reading;

/// <summary>How a file is read as deals; see <see cref="DealMapReader"/> for its JSON.</summary>
internal sealed record DealMap
{
    /// <summary>The effort of a deal that states none, unless the map does.</summary>
    public const decimal UsualEffortHours = 2;

    /// <summary>The most hours that a deal may take.</summary>
    public const decimal MostEffortHours = 1_000;

    /// <summary>Which columns of the deals file fill which field.</summary>
    public required IReadOnlyDictionary<DealField, FieldColumns> Columns { get; init; }

    public required IReadOnlyList<LookupMap> Lookups { get; init; }

    /// <summary>How the status is read; null if the stage gives it.</summary>
    public required StatusMap? Status { get; init; }

    /// <summary>Which rows are deals; a row must pass all of them.</summary>
    public required IReadOnlyList<RowFilter> Rows { get; init; }

    /// <summary>The line of the header or, without one, of the first deal; earlier lines are skipped.</summary>
    public required int FirstLine { get; init; }

    /// <summary>Whether the file has a header.</summary>
    public required bool HasHeader { get; init; }

    /// <summary>The starts of the line that ends the deals: it and all lines after it are skipped.</summary>
    public required IReadOnlyList<string> Footer { get; init; }

    /// <summary>How many rows at the end are skipped.</summary>
    public required int FooterRows { get; init; }

    /// <summary>Which of several rows with the same id is the deal.</summary>
    public required DuplicateRule Duplicates { get; init; }

    /// <summary>The column whose date decides that; null unless the rule is <see cref="DuplicateRule.Newest"/>.</summary>
    public required ColumnRef? NewestBy { get; init; }

    /// <summary>The file of the stages that deals have gone through; null if there is none.</summary>
    public required StageHistoryMap? StageHistory { get; init; }

    /// <summary>What stands between the values of a cell with several; null if cells have one.</summary>
    public required string? ListSeparator { get; init; }

    /// <summary>The forecast category of each value, compared without case.</summary>
    public required IReadOnlyDictionary<string, ForecastCategory> Categories { get; init; }

    /// <summary>Whether probabilities are from 0 to 100 rather than from 0 to 1.</summary>
    public required bool ProbabilityIsPercent { get; init; }

    /// <summary>The address of a deal in the CRM, in which <c>{id}</c> stands for its id; null if it is not known.</summary>
    public required string? DealUrl { get; init; }

    /// <summary>The status of each stage; stages are compared without case. Empty if <see cref="Status"/> gives it.</summary>
    public required IReadOnlyDictionary<string, DealStatus> Stages { get; init; }

    /// <summary>Values to replace by other values, by field.</summary>
    public required IReadOnlyDictionary<DealField, IReadOnlyDictionary<string, string>> Aliases { get; init; }

    /// <summary>The forms in which dates are written.</summary>
    public required IReadOnlyList<DateFormat> DateFormats { get; init; }

    public required CultureInfo NumberCulture { get; init; }

    public required NumberStyle NumberStyles { get; init; }

    /// <summary>How the file is written.</summary>
    public required TableFormat Format { get; init; }

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

    /// <summary>The hours of selling time that a deal takes if its row doesn't say.</summary>
    public required decimal EffortHours { get; init; }

    /// <summary>The file that lists the owners of the team; null if the owners are those of the deals.</summary>
    public required OwnerListMap? Owners { get; init; }

    /// <summary>The profile that suits the fields; null for the default one.</summary>
    public required string? Profile { get; init; }
}
