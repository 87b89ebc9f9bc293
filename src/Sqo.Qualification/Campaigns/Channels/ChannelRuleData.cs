using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Channel rules as JSON; every fault of the data is reported at once, with its path and place.</summary>
internal sealed class ChannelRuleData
{
    private const string Rules = "rules";
    private const string Channel = "channel";
    private const string Conditions = "conditions";
    private const string Field = "field";
    private const string Operator = "operator";
    private const string Values = "values";
    private const int MostFaults = 100;

    private static readonly string[] Operators = Array.ConvertAll(Enum.GetNames(typeof(ChannelOperator)), NameOf);

    private readonly List<string> _faults = [];

    public static string Write(IEnumerable<ChannelRule> rules) => DataJson.Write(DataNode.Object(DataNode.Member(Rules, List(rules, rule =>
        DataNode.Object(
            DataNode.Member(Channel, DataNode.Of(rule.Channel)),
            DataNode.Member(Conditions, List(rule.Conditions, condition => DataNode.Object(
            [
                DataNode.Member(Field, DataNode.Of(condition.Field)),
                DataNode.Member(Operator, DataNode.Of(Operators[(int)condition.Operator])),
                .. condition.Values.Count == 0 ? [] : new[]
                {
                    DataNode.Member(Values, List(condition.Values, value => DataNode.Of(value))),
                },
            ]))))))));

    public static ChannelRule[] Read(string json)
    {
        var reader = new ChannelRuleData();
        var root = DataJson.Read(json);
        reader.Members(root, [Rules]);
        var rules = reader.Items(root, Rules, reader.Rule);
        if (reader._faults.Count == 0) return rules;
        var shown = string.Concat(reader._faults.Take(MostFaults).Select(fault => "\n- " + fault));
        throw new FormatException($"The channel rules can't be read; faults: {InvariantText.Of((long)reader._faults.Count)}.{shown}");
    }

    private ChannelRule? Rule(DataNode node)
    {
        var before = _faults.Count;
        Members(node, [Channel, Conditions]);
        var channel = Text(node, Channel);
        var conditions = Items(node, Conditions, Condition);
        return before == _faults.Count ? Made(node, () => new ChannelRule(channel, conditions)) : null;
    }

    private ChannelCondition? Condition(DataNode node)
    {
        var before = _faults.Count;
        Members(node, [Field, Operator, Values]);
        var field = Text(node, Field);
        var name = Text(node, Operator);
        var values = node[Values] is null ? [] : Items(node, Values, Scalar);
        if (before != _faults.Count) return null;
        // The names are in the order of the values, which begin at 0.
        var known = Array.IndexOf(Operators, name);
        if (known >= 0) return Made(node, () => new ChannelCondition(field, (ChannelOperator)known, values));
        Fault(node[Operator]!, $"is \"{Excerpt.Of(name)}\"; it must be one of {Excerpt.Listed(Operators)}");
        return null;
    }

    private string Text(DataNode node, string member)
    {
        if (node[member] is { } found) return Scalar(found) ?? "";
        if (node.Kind == DataKind.Object) Fault(node, $"has no \"{member}\"; it must have one");
        return "";
    }

    private string? Scalar(DataNode node)
    {
        if (node.Kind == DataKind.Text) return node.Scalar;
        Fault(node, "is not a text; it must be one");
        return null;
    }

    private TItem[] Items<TItem>(DataNode node, string member, Func<DataNode, TItem?> read)
        where TItem : class
    {
        if (node[member] is { Kind: DataKind.List } list) return [.. list.Items.Select(read).OfType<TItem>()];
        if (node.Kind == DataKind.Object) Fault(node[member] ?? node, $"must have a list \"{member}\"");
        return [];
    }

    private void Members(DataNode node, string[] known)
    {
        if (node.Kind != DataKind.Object) Fault(node, $"must be an object with {Excerpt.Listed(known)}");
        foreach (var member in node.Members)
        {
            if (Array.IndexOf(known, member.Key) < 0) Fault(
                member.Value, $"is not known; an object here has {Excerpt.Listed(known)}");
        }
    }

    // What a constructor refuses is a fault of the data.
    private TMade? Made<TMade>(DataNode node, Func<TMade> make)
        where TMade : class
    {
        try
        {
            return make();
        }
        catch (ArgumentException e)
        {
            // On .NET the name of the parameter is added to the message, on .NET Framework in a line of its own.
            var message = e.ParamName is { } name ? e.Message.Replace($" (Parameter '{name}')", "") : e.Message;
            Fault(node, "can't be used: " + message.Split('\r', '\n')[0].TrimEnd('.'));
            return null;
        }
    }

    private void Fault(DataNode node, string rule)
    {
        var path = node.Path;
        _faults.Add($"{(path.Length == 0 ? "The JSON" : Excerpt.Of(path))}{node.At.Place} {rule}.");
    }

    private static string NameOf(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    private static DataNode List<TItem>(IEnumerable<TItem> items, Func<TItem, DataNode> write) => DataNode.List([.. items.Select(write)]);
}
