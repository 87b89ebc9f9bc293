using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Campaigns;
using Spectre.Console;
using Sqo.Qualification;

// Reads leads, touches, spend and wins from files, and prints what each campaign brought. Without options it uses its own data, which is
// invented.
const int BadInput = 2;
const int MostRejectedShown = 5;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var map = new Option<string>("--map")
{
    Description = "The map of the files and their columns.",
    DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "Maps", "sample.map.json"),
};
var data = new Option<string>("--data")
{
    Description = "The folder of the files that the map names.",
    DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "Data"),
};
var csv = new Option<string?>("--csv") { Description = "A file for the table of the campaigns." };
var culture = new Option<string>("--culture") { Description = "The language of the report: en or sv.", DefaultValueFactory = _ => "en" };
culture.AcceptOnlyFromAmong("en", "sv");
var command = new RootCommand("What each campaign brought: leads, SQOs, wins, costs, and who gets the credit.") { map, data, csv, culture };
command.SetAction(parsed =>
    Run(parsed.GetRequiredValue(map), parsed.GetRequiredValue(data), parsed.GetValue(csv), parsed.GetRequiredValue(culture)));

try
{
    return command.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException or MissingExchangeRateException)
{
    Console.Error.WriteLine(e.Message);
    return BadInput;
}

static int Run(string mapFile, string folder, string? csvFile, string language)
{
    ExplanationTexts texts = ExplanationTexts.For(CultureInfo.GetCultureInfo(language));
    CampaignMap map = CampaignMap.Read(mapFile);
    CampaignData data = CampaignData.Read(folder, map);
    foreach (TableFile file in data.Files)
    {
        Console.WriteLine($"{file.Name}: {file.Rows - file.Rejected} rows of {file.Rows} are used");
    }

    foreach (string rejected in data.Rejected.Take(MostRejectedShown))
    {
        Console.WriteLine("  " + rejected);
    }

    if (data.TouchesWithoutLead > 0)
    {
        Console.WriteLine($"Touches whose lead is in no file: {data.TouchesWithoutLead}");
    }

    CampaignFunnel funnel = CampaignFunnel.Of(
        data.Leads, data.Wins, data.AsOf, options: new CampaignFunnelOptions(spend: data.Spend, compared: map.Compared));
    var table = new CampaignTable(funnel, texts);
    table.Show(AnsiConsole.Console);
    Console.WriteLine(funnel.ToText(texts));
    CampaignDifference[] differences = [.. funnel.Differences()];
    int clear = differences.Count(pair => pair.IsClear);
    Console.WriteLine($"Pairs of campaigns that differ by more than chance: {clear} of {differences.Length}");
    if (map.Touches is not null)
    {
        Console.WriteLine();
        AttributionComparison credit = AttributionComparison.Of(Journeys.ByLead(data.Leads, map.Compared, data.AsOf, data.Wins));
        Console.WriteLine(credit.ToText(texts));
    }

    if (csvFile is not null)
    {
        table.Write(csvFile);
    }

    return 0;
}
