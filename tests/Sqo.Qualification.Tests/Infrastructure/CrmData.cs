using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>
/// The public data set of a hardware seller's 8,800 opportunities, which is not part of the project: in
/// <c>shared/data/crm</c> beside the checkout.
/// </summary>
internal static class CrmData
{
    public static string? Folder { get; } = Find();

    /// <summary>Records of the pipeline, as they stand in the file.</summary>
    public static IReadOnlyList<Opportunity> Opportunities()
    {
        var prices = Rows("products.csv").ToDictionary(
            row => row["product"], row => decimal.Parse(row["sales_price"], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return Opportunity.From(Rows("sales_pipeline.csv"), (row, o) =>
        {
            o.Id = row["opportunity_id"];
            o.Owner = row["sales_agent"];
            o.Product = row["product"] == "GTXPro" ? "GTX Pro" : row["product"];
            o.Account = row["account"];
            o.Stage = row["deal_stage"];
            o.Amount = prices[o.Product];
            o.Created = Date(row["engage_date"]);
            o.Closed = Date(row["close_date"]);
            o.Outcome = row["deal_stage"] switch
            {
                "Won" => OpportunityOutcome.Won,
                "Lost" => OpportunityOutcome.Lost,
                _ => OpportunityOutcome.Open,
            };
            if (row["close_value"].Length > 0) o.ClosedAmount = decimal.Parse(row["close_value"], CultureInfo.InvariantCulture);
        });
    }

    private static DateTime? Date(string text) =>
        text.Length == 0 ? null : DateTime.ParseExact(text, "M/d/yyyy", CultureInfo.InvariantCulture);

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        // No value of the set is quoted.
        var lines = File.ReadAllLines(Path.Combine(Folder!, file));
        var names = lines[0].Split(',');
        return lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).Select(
            values => names.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => values[pair.i], StringComparer.Ordinal));
    }

    private static string? Find([CallerFilePath] string thisFile = "")
    {
        for (var folder = Path.GetDirectoryName(thisFile); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var data = Path.Combine(folder, "shared", "data", "crm");
            if (Directory.Exists(data)) return data;
        }

        return null;
    }
}
