using System;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sqo.Qualification;

namespace Campaigns;

/// <summary>
/// Where leads, touches, spend and wins are: the files, beside the data folder, and the columns with the values. Files are joined on the id
/// of the lead.
/// </summary>
internal sealed record CampaignMap
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required LeadFile Leads { get; init; }

    public WinFile? Wins { get; init; }

    public TouchFile? Touches { get; init; }

    public SpendFile? Spend { get; init; }

    /// <summary>The formats of dates and times, tried in order.</summary>
    public string[] DateFormats { get; init; } = ["yyyy-MM-dd"];

    /// <summary>The event that campaigns are compared by.</summary>
    public ConversionEvent Compared { get; init; } = ConversionEvent.QualifiedOpportunity;

    /// <summary>The day at whose end the funnel is measured; the default is the latest day in the files.</summary>
    public DateTime? AsOf { get; init; }

    public static CampaignMap Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<CampaignMap>(File.ReadAllText(path), Options)
                ?? throw new InputException($"{path}: the map is null; it must be an object.");
        }
        catch (JsonException e)
        {
            throw new InputException($"{path}: {e.Message}");
        }
    }

    /// <summary>A file of leads, one a row; columns that are not given are unknown.</summary>
    internal sealed record LeadFile
    {
        public required string File { get; init; }

        public required string Id { get; init; }

        public required string Campaign { get; init; }

        public required string Date { get; init; }

        public string? Mql { get; init; }

        public string? Sqo { get; init; }

        public string? Lost { get; init; }

        /// <summary>Whether every lead of the file is an MQL since its date.</summary>
        public bool AreMqls { get; init; }
    }

    /// <summary>A file of won deals.</summary>
    internal sealed record WinFile
    {
        public required string File { get; init; }

        public required string Lead { get; init; }

        public required string Date { get; init; }

        public string? Amount { get; init; }

        public string? Currency { get; init; }
    }

    /// <summary>A file of touches.</summary>
    internal sealed record TouchFile
    {
        public required string File { get; init; }

        public required string Lead { get; init; }

        public required string Date { get; init; }

        public required string Channel { get; init; }
    }

    /// <summary>A file of what was spent, by campaign and month.</summary>
    internal sealed record SpendFile
    {
        public required string File { get; init; }

        public required string Campaign { get; init; }

        /// <summary>The column with a day of the month.</summary>
        public required string Month { get; init; }

        public required string Amount { get; init; }

        public string? Currency { get; init; }
    }
}
