using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A built-in condition or curve as plain data: the name of its operator, its operand, and its settings.</summary>
internal sealed class OperatorData(string name, DataNode operand, params KeyValuePair<string, DataNode>[] settings)
{
    public string Name => name;

    public DataNode Operand => operand;

    /// <summary>The settings of the operator, such as how texts are compared.</summary>
    public KeyValuePair<string, DataNode>[] Settings => settings;

    /// <summary>Whether it can be read back from data: it holds no value of a type that only the program knows.</summary>
    public bool IsReadable => operand.IsReadable;

    /// <summary>An operator with a value as its operand.</summary>
    public static OperatorData Of(string name, object value, params KeyValuePair<string, DataNode>[] settings) =>
        new(name, DataValues.Write(value), settings);

    /// <summary>An operator that needs no operand.</summary>
    public static OperatorData Of(string name) => new(name, DataNode.Of(true));

    /// <summary>All of it as data.</summary>
    public DataNode ToNode() => DataNode.Object([DataNode.Member(name, operand), .. settings]);
}
