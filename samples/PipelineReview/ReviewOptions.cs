using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;
using System.Linq;
using PipelineReview.Profiles;
using PipelineReview.Reading;
using PipelineReview.Reporting.Csv;

namespace PipelineReview;

/// <summary>The options of the command line.</summary>
internal sealed record ReviewOptions
{
    private const string DateFormat = "yyyy-MM-dd";
    private const decimal UsualHours = 20;
    private const decimal HoursOfAWeek = 168;

    public required string DealsFile { get; init; }

    public required string MapFile { get; init; }

    public required DateTime? AsOf { get; init; }

    public required string? Profile { get; init; }

    public required bool Learn { get; init; }

    public required CultureInfo Culture { get; init; }

    public required decimal? Quota { get; init; }

    /// <summary>What an hour of selling time costs; null if it is not given.</summary>
    public required decimal? HourCost { get; init; }

    /// <summary>The selling time of each owner in the week of the plan.</summary>
    public required decimal WeeklyHours { get; init; }

    /// <summary>The owner whose page is asked for; null for the review of the team.</summary>
    public required string? Owner { get; init; }

    public required string? JsonFile { get; init; }

    public required string? HtmlFile { get; init; }

    /// <summary>The folder for the lists as CSV.</summary>
    public required string? CsvFolder { get; init; }

    /// <summary>The file of the profile, if it is not one of this program.</summary>
    public IEnumerable<string> ProfileFiles => Profile is null || DealProfiles.Has(Profile) ? [] : [Profile];

    /// <summary>The command, which exits with the result of what it calls.</summary>
    /// <param name="run">Makes the review by the options.</param>
    /// <param name="suggest">Prints a map for a file.</param>
    public static RootCommand Command(Func<ReviewOptions, int> run, Func<string, int> suggest)
    {
        var deals = new Option<string>("--deals")
        {
            Description = "The file of deals: CSV, an Excel workbook (.xlsx) or JSON lines. The default is the pipeline of the sample.",
            HelpName = "FILE",
        };
        var map = new Option<string>("--map")
        {
            Description = "The JSON file that defines how the deals are read.",
            HelpName = "FILE",
        };
        var asOf = new Option<string>("--as-of")
        {
            Description = "The day of the review. The default is the day in the map, else the latest day in the deals.",
            HelpName = "DATE",
        };
        var profile = new Option<string>("--profile")
        {
            Description = $"The qualification profile: {DealProfiles.List}, or a JSON file. "
                + $"The default is the profile in the map, else {DealProfiles.Default}.",
            HelpName = "NAME",
        };
        var suggestMap = new Option<string>("--suggest-map")
        {
            Description = "Prints a map for this file of deals, with a remark at every guess, instead of a review.",
            HelpName = "FILE",
        };
        var learn = new Option<bool>("--learn")
        {
            Description = "Also learns from the closed deals which open ones may be won, and checks how reliable this is.",
        };
        var culture = new Option<string>("--culture")
        {
            Description = "The language and the formats of the review, such as sv-SE. The default is en-US.",
            HelpName = "NAME",
        };
        var quota = new Option<string>("--quota")
        {
            Description = "The quota for the next three months, such as 1200000: the review shows the probability of reaching it.",
            HelpName = "NUMBER",
        };
        var hours = new Option<string>("--hours")
        {
            Description = $"The hours of selling time that each owner has next week. The default is {UsualHours}.",
            HelpName = "NUMBER",
        };
        var hourCost = new Option<string>("--hour-cost")
        {
            Description = "What an hour of selling time costs, such as 80: "
                + "the review shows the threshold whose errors would have cost the least on the closed deals.",
            HelpName = "NUMBER",
        };
        var owner = new Option<string>("--owner")
        {
            Description = "Shows the page of this owner instead of the review of the team.",
            HelpName = "NAME",
        };
        var json = new Option<string>("--json")
        {
            Description = "Also writes the review to this file, as JSON.",
            HelpName = "FILE",
        };
        var html = new Option<string>("--html")
        {
            Description = "Also writes the review to this file, as a page for the browser.",
            HelpName = "FILE",
        };
        var csv = new Option<string>("--csv")
        {
            Description = "Also writes every list to this folder, as CSV files for a spreadsheet.",
            HelpName = "FOLDER",
        };

        var command = new RootCommand("Qualifies the deals of a pipeline, forecasts them and plans the week.")
        {
            deals, map, asOf, profile, learn, culture, quota, hours, hourCost, owner, json, html, csv, suggestMap,
        };
        command.SetAction(result => result.GetValue(suggestMap) is { } file ? suggest(CheckAlone(file, result)) : run(Check(
            result.GetValue(deals),
            result.GetValue(map),
            result.GetValue(asOf),
            result.GetValue(profile),
            result.GetValue(learn),
            result.GetValue(culture),
            result.GetValue(quota),
            result.GetValue(hours),
            result.GetValue(hourCost),
            result.GetValue(owner),
            result.GetValue(json),
            result.GetValue(html),
            result.GetValue(csv))));
        return command;
    }

    private static string CheckAlone(string file, ParseResult result)
    {
        var faults = new FaultList();
        CheckFile("--suggest-map", file, faults);
        if (result.CommandResult.Children.OfType<OptionResult>().Count(option => !option.Implicit) > 1)
        {
            faults.Add("--suggest-map", file, "can't be combined with other options");
        }

        faults.ThrowIfAny();
        return file;
    }

    private static ReviewOptions Check(
        string? deals, string? map, string? asOf, string? profile, bool learn, string? culture, string? quota, string? hours,
        string? hourCost, string? owner, string? json, string? html, string? csv)
    {
        var faults = new FaultList();
        CheckFile("--deals", deals, faults);
        CheckFile("--map", map, faults);
        if (deals is null != map is null)
        {
            faults.Add(deals is null ? "--map" : "--deals", deals ?? map, $"needs {(deals is null ? "--deals" : "--map")} too");
        }

        if (profile is not null && !DealProfiles.Has(profile) && !File.Exists(profile))
        {
            faults.Add("--profile", profile, $"is neither a file nor a profile; the profiles are {DealProfiles.List}");
        }

        string dealsFile = deals ?? Shipped("pipeline.csv");
        string mapFile = map ?? Shipped("pipeline.map.json");
        string[] inputs = profile is null || DealProfiles.Has(profile) ? [dealsFile, mapFile] : [dealsFile, mapFile, profile];
        OutputFile.Check("--json", json, inputs, faults);
        OutputFile.Check("--html", html, inputs, faults);
        if (!faults.Any && json is not null && html is not null && OutputFile.IsSame(json, html))
        {
            faults.Add("--html", html, "must be a different file from that of --json");
        }

        OutputFile.CheckFolder("--csv", csv, faults);
        if (!faults.Any && csv is not null)
        {
            CheckApart("--json", json, csv, faults);
            CheckApart("--html", html, csv, faults);
        }

        if (owner is not null && quota is not null)
        {
            faults.Add("--quota", quota, "is that of the team; it can't be combined with --owner");
        }

        if (owner is not null && hourCost is not null)
        {
            faults.Add("--hour-cost", hourCost, "is about the deals of the team; it can't be combined with --owner");
        }

        if (owner is not null && learn)
        {
            faults.Add("--learn", null, "is about the deals of the team; it can't be combined with --owner");
        }

        var options = new ReviewOptions
        {
            DealsFile = dealsFile,
            MapFile = mapFile,
            AsOf = ReadDate(asOf, faults),
            Profile = profile,
            Learn = learn,
            Culture = ReadCulture(culture, faults),
            Quota = ReadMoney("--quota", quota, "1200000 or 99.50", faults),
            HourCost = ReadMoney("--hour-cost", hourCost, "80 or 99.50", faults),
            WeeklyHours = ReadHours(hours, faults),
            Owner = owner,
            JsonFile = json,
            HtmlFile = html,
            CsvFolder = csv,
        };
        faults.ThrowIfAny();
        return options;
    }

    private static void CheckApart(string option, string? path, string csv, FaultList faults)
    {
        if (path is not null && CsvLists.FileNames.Any(name => OutputFile.IsSame(Path.Combine(csv, name), path)))
        {
            faults.Add(option, path, "must be a different file from those of --csv");
        }
    }

    private static string Shipped(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);

    private static void CheckFile(string option, string? path, FaultList faults)
    {
        if (path is not null && !File.Exists(path))
        {
            faults.Add(option, path, "must be a file that exists");
        }
    }

    private static decimal? ReadMoney(string option, string? text, string examples, FaultList faults)
    {
        if (text is null)
        {
            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal money)
            || money is <= 0 or > CellParser.LargestNumber)
        {
            faults.Add(option, text, $"must be a number above 0, such as {examples}, and at most {CellParser.LargestNumber}");
        }

        return money;
    }

    private static decimal ReadHours(string? text, FaultList faults)
    {
        if (text is null)
        {
            return UsualHours;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal hours)
            || hours > HoursOfAWeek)
        {
            faults.Add("--hours", text, $"must be a number from 0 to {HoursOfAWeek}, such as 20 or 37.5");
        }

        return hours;
    }

    private static DateTime? ReadDate(string? text, FaultList faults)
    {
        if (text is null)
        {
            return null;
        }

        if (!Reading.DateFormat.TryExact(text, DateFormat, out DateTime date))
        {
            faults.Add("--as-of", text, $"must be a date in the form {DateFormat}");
        }

        return date;
    }

    private static CultureInfo ReadCulture(string? name, FaultList faults)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name ?? "en-US", predefinedOnly: true);
        }
        catch (ArgumentException)
        {
            faults.Add("--culture", name, "must be a culture that is known here, such as en-US or sv-SE");
            return CultureInfo.InvariantCulture;
        }
    }
}
