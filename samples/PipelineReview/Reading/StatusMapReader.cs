using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace PipelineReview.Reading;

/// <summary>Reads from a map how the status of a deal is found: by its stage, by a column, by flags, or the same for all.</summary>
internal static class StatusMapReader
{
    private const string Rule = "\"open\", \"won\" or \"lost\" for all deals, or an object with a column or with flags";

    private static readonly (string Name, DealStatus Status)[] Statuses =
        [("open", DealStatus.Open), ("won", DealStatus.Won), ("lost", DealStatus.Lost)];

    /// <summary>The status; null if the map has none.</summary>
    public static StatusMap? Read(JsonSection root)
    {
        switch (root.Value("status", Rule, JsonValueKind.String, JsonValueKind.Object))
        {
            case { ValueKind: JsonValueKind.Object }:
                return Read(root, root.Section("status")!);
            case { } constant:
                foreach ((string name, DealStatus status) in Statuses)
                {
                    if (constant.GetString() == name)
                    {
                        return new StatusMap { Constant = status };
                    }
                }

                root.Fault("status", constant.GetString(), $"must be {Rule}");
                return new StatusMap();
            default:
                return null;
        }
    }

    /// <summary>The status of each stage.</summary>
    public static Dictionary<string, DealStatus> ReadStages(JsonSection root)
    {
        if (root.Section("stages") is { } section)
        {
            return ReadValues(section, root, "stages", "stage");
        }

        root.Fault("stages", null, "is required: the stages that are open, won and lost");
        return [];
    }

    private static StatusMap Read(JsonSection root, JsonSection section)
    {
        if (section.Column("column") is { } column)
        {
            return new StatusMap { Column = column, Values = ReadValues(section, root, "status", "value") };
        }

        var map = new StatusMap { Closed = section.Column("closed"), Won = section.Column("won"), Lost = section.Column("lost") };
        section.RefuseOthers();
        if (((ColumnRef?[])[map.Closed, map.Won, map.Lost]).Count(flag => flag is not null) < 2)
        {
            root.Fault(
                "status", null,
                "must have a column with its values for open, won and lost, or the columns of two flags of closed, won and lost");
        }

        return map;
    }

    private static Dictionary<string, DealStatus> ReadValues(JsonSection section, JsonSection root, string member, string what)
    {
        var values = new Dictionary<string, DealStatus>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, DealStatus status) in Statuses)
        {
            foreach (string value in section.Texts(name) ?? [])
            {
                if (string.IsNullOrWhiteSpace(value) || !values.TryAdd(value.Trim(), status))
                {
                    section.Fault(name, value, "must be named only once");
                }
            }
        }

        section.RefuseOthers();
        if (values.Count == 0)
        {
            root.Fault(member, null, $"must name at least one {what}");
        }

        return values;
    }
}
