using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The operand of an operator, and its settings. The form is already checked; the type of each value is checked here. A value of
/// another type than the field becomes a fault, and a placeholder lets the verb run.
/// </summary>
internal sealed class Operand
{
    private static readonly TimeSpan UsualTimeLimit = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest time limit of a pattern that data can state.</summary>
    public static readonly TimeSpan LongestTimeLimit = TimeSpan.FromSeconds(10);

    private readonly string _name;
    private readonly DataNode _value;
    private readonly Dictionary<string, DataNode> _settings;

    public Operand(string name, DataNode value, Dictionary<string, DataNode> settings)
        : this(name, value, settings, [])
    {
    }

    private Operand(string name, DataNode value, Dictionary<string, DataNode> settings, List<Action<FaultList>> found)
    {
        _name = name;
        _value = value;
        _settings = settings;
        Found = found;
    }

    public DataPath At => _value.At;

    /// <summary>What is wrong.</summary>
    public List<Action<FaultList>> Found { get; }

    public TValue Value<TValue>() => ValueOf<TValue>(_value);

    public TValue Value<TValue>(string member) => ValueOf<TValue>(_value[member]!);

    public TValue[] Values<TValue>() => Array.ConvertAll(_value.Items, ValueOf<TValue>);

    public string Text() => ValueOf<string>(_value);

    public string Text(string member) => _value[member]!.Scalar;

    public bool Flag() => _value.Scalar == "true";

    public int Whole() => (int)NumberOf(_value);

    public double Number() => NumberOf(_value);

    public double Number(string member) => NumberOf(_value[member]!);

    public double? OptionalNumber(string member) => _value[member] is { } node ? NumberOf(node) : null;

    /// <summary>A list of texts, or <see langword="null"/>.</summary>
    public string[]? OptionalTexts(string member) => _value[member] is { } node ? Array.ConvertAll(node.Items, ValueOf<string>) : null;

    public bool OptionalFlag(string member) => _value[member]?.Scalar == "true";

    public TItem[] Each<TItem>(Func<Operand, TItem> item) => EachOf(_value, item);

    public TItem[] Each<TItem>(string member, Func<Operand, TItem> item) => EachOf(_value[member]!, item);

    public StringComparison Comparison() =>
        Take(Operators.Comparison) is { } node ? (StringComparison)Enum.Parse(typeof(StringComparison), node.Scalar, ignoreCase: true)
            : StringComparison.OrdinalIgnoreCase;

    public TimeSpan TimeLimit()
    {
        if (Take(Operators.TimeLimit) is not { } node) return UsualTimeLimit;
        var limit = ValueOf<TimeSpan>(node);

        // Settings can keep a limit that was set in code.
        if (limit <= LongestTimeLimit || ReferenceEquals(node.At, DataPath.Root)) return limit;
        Add(node, "data.time-limit",
            $"it must be at most {InvariantText.Of(LongestTimeLimit)}, because a hostile pattern would delay every decision that long");
        return UsualTimeLimit;
    }

    public bool IgnoreCase() => Take(Operators.IgnoreCase)?.Scalar != "false";

    /// <summary>A setting that the operator does not use is a fault.</summary>
    public void CheckAllRead()
    {
        foreach (var setting in _settings)
        {
            Found.Add(
                faults => faults.AddAt(
                setting.Value.At, "data.setting", $"\"{setting.Key}\" means nothing to \"{_name}\" on a value of this type",
                "leave it out"));
        }
    }

    private DataNode? Take(string setting)
    {
        if (!_settings.TryGetValue(setting, out var node)) return null;
        _settings.Remove(setting);
        return node;
    }

    private TItem[] EachOf<TItem>(DataNode list, Func<Operand, TItem> item) =>
        Array.ConvertAll(list.Items, node => item(new Operand(_name, node, _settings, Found)));

    private TValue ValueOf<TValue>(DataNode node)
    {
        if (DataValues.Read(typeof(TValue), node) is TValue value) return value;
        Add(node, "data.value", DataValues.RuleOf(typeof(TValue)));
        return typeof(TValue) == typeof(string) ? (TValue)(object)"" : default!;
    }

    private static double NumberOf(DataNode node)
    {
        InvariantText.TryDouble(node.Scalar, out var number);
        return number;
    }

    private void Add(DataNode node, string code, string rule) =>
        Found.Add(faults => faults.AddAt(node.At, code, DataShape.Described(node), rule));
}
