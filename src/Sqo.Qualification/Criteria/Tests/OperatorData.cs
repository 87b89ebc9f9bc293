using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A built-in test or curve as plain data: the name of its operator, its operand, and how it is set.</summary>
internal sealed class OperatorData(string name, DataNode operand, params KeyValuePair<string, DataNode>[] settings)
{
    public string Name => name;

    public DataNode Operand => operand;

    /// <summary>What stands beside the operator, such as how texts are compared.</summary>
    public KeyValuePair<string, DataNode>[] Settings => settings;

    /// <summary>An operator of a value, or of none where the value can't be data.</summary>
    public static OperatorData? Of(string name, object? value, params KeyValuePair<string, DataNode>[] settings) =>
        DataValues.Write(value) is { } operand ? new(name, operand, settings) : null;

    /// <summary>An operator that says all by its name.</summary>
    public static OperatorData Of(string name) => new(name, DataNode.Of(true));
}
