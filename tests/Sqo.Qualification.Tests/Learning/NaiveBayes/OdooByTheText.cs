using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Sqo.Qualification.Tests.Learning.NaiveBayes;

/// <summary>
/// Odoo's scoring once more, written from its description alone: counts are doubles that hold their 0.1, products take the
/// place of logarithms, and nothing is shared with the library.
/// </summary>
internal sealed class OdooByTheText
{
    /// <summary>By team ("" for none), field and value: won and lost.</summary>
    public SortedDictionary<string, double[]> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts all leads at once, then makes the rows.</summary>
    public static OdooByTheText Rebuilt(IEnumerable<Lead> leads)
    {
        var units = new Dictionary<string, int[]>();
        foreach (var lead in leads)
        {
            foreach (var key in KeysOf(lead))
            {
                if (!units.ContainsKey(key)) units[key] = new int[2];
                units[key][lead.Won ? 0 : 1]++;
            }
        }

        var odoo = new OdooByTheText();
        foreach (var unit in units) odoo.Rows[unit.Key] = [unit.Value[0] + 0.1, unit.Value[1] + 0.1];
        return odoo;
    }

    /// <summary>Counts one lead more, or takes one out.</summary>
    public void Step(Lead lead, int step)
    {
        var side = lead.Won ? 0 : 1;
        foreach (var key in KeysOf(lead))
        {
            if (Rows.TryGetValue(key, out var row))
            {
                row[side] += step;
                if (row[side] <= 0) row[side] = 0.1;
            }
            else
            {
                Rows[key] = [0.1, 0.1];
                Rows[key][side] += 1;
            }
        }
    }

    /// <summary>The percentage before it is rounded, within its bounds; null when nothing is computed.</summary>
    public double? Percentage(Lead lead)
    {
        if (string.IsNullOrEmpty(lead.Stage)) return 0;
        if (lead.Stage == "won") return 100;
        var team = lead.Team ?? "";
        var own = team != "" && Rows.Keys.Any(key => key.StartsWith(team + "|", StringComparison.Ordinal));
        var totals = new Dictionary<string, Dictionary<string, double[]>>();
        foreach (var row in Rows)
        {
            var parts = row.Key.Split('|');
            if (own && parts[0] != team) continue;
            if (parts[1] == "tags" && row.Value[0] + row.Value[1] < 50) continue;
            if (!totals.ContainsKey(parts[1])) totals[parts[1]] = [];
            if (!totals[parts[1]].ContainsKey(parts[2])) totals[parts[1]][parts[2]] = new double[2];
            totals[parts[1]][parts[2]][0] += row.Value[0];
            totals[parts[1]][parts[2]][1] += row.Value[1];
        }

        // "new" is the first stage that belongs to no team.
        if (!totals.TryGetValue("stage", out var stages) || !stages.TryGetValue("new", out var first)) return null;
        double won = first[0] / (first[0] + first[1]), lost = first[1] / (first[0] + first[1]);
        foreach (var pair in ValuesOf(lead))
        {
            if (!totals.TryGetValue(pair.Key, out var values) || !values.TryGetValue(pair.Value, out var counts)) continue;
            won *= counts[0] / (pair.Key == "stage" ? first[0] : values.Values.Sum(value => value[0]));
            lost *= counts[1] / (pair.Key == "stage" ? first[1] : values.Values.Sum(value => value[1]));
        }

        return Math.Min(99.99, Math.Max(0.01, 100 * won / (won + lost)));
    }

    private static IEnumerable<string> KeysOf(Lead lead)
    {
        foreach (var pair in ValuesOf(lead))
        {
            if (pair.Key != "stage") yield return $"{lead.Team}|{pair.Key}|{pair.Value}";
        }

        var own = Lead.Stages.FirstOrDefault(stage => stage.Name == lead.Stage);
        foreach (var stage in Lead.Stages)
        {
            if (lead.Won || (own is not null && stage.Sequence <= own.Sequence)) yield return $"{lead.Team}|stage|{stage.Name}";
        }
    }

    private static List<KeyValuePair<string, string>> ValuesOf(Lead lead)
    {
        var values = new List<KeyValuePair<string, string>>();
        if (!string.IsNullOrEmpty(lead.Country)) values.Add(new("country", lead.Country!));
        values.Add(new("email", lead.Email ?? "False"));
        if (lead.Size is { } size) values.Add(new("size", size.ToString(CultureInfo.InvariantCulture)));
        foreach (var tag in (lead.Tags ?? []).Distinct()) values.Add(new("tags", tag));
        if (!string.IsNullOrEmpty(lead.Stage)) values.Add(new("stage", lead.Stage!));
        return values;
    }
}
