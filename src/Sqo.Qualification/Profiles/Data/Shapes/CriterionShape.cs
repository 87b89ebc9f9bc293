using System;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A criterion: its field, one operator with its settings, and what the criterion counts for.</summary>
internal sealed class CriterionShape : DataShape
{
    public static readonly CriterionShape Only = new();

    private CriterionShape() =>
        Whole = new ObjectShape(
        [
            new DataMember("id", TextShape.Name, isRequired: true),
            new DataMember(DefinitionShape.Field, TextShape.Name, isRequired: true),
            .. OperatorShape.All.Select(op => new DataMember(op.Name, op.Operand)),
            .. OperatorShape.Settings,
            .. DefinitionShape.Counting,
        ]);

    /// <summary>All possible members.</summary>
    public ObjectShape Whole { get; }

    public override DataNode? Check(DataNode node, FaultList faults, int depth)
    {
        var before = faults.Count;
        var criterion = Whole.Check(node, faults, depth);
        var operators = OperatorShape.All.Where(op => node[op.Name] is not null).ToArray();
        if (operators.Length == 0)
        {
            faults.AddAt(
                node.At, "data.operator", "it has no operator",
                $"it must have one of {Excerpt.Listed(OperatorShape.All.Select(op => op.Name))}");
        }
        else if (operators.Length > 1)
        {
            faults.AddAt(
                node.At, "data.operator", $"it has the operators {Excerpt.Listed(operators.Select(op => op.Name))}",
                "it must have one; for a second one, add a second criterion");
        }
        else
        {
            foreach (var setting in OperatorShape.Settings)
            {
                if (node[setting.Name] is not { } found || Array.IndexOf(operators[0].SettingNames, setting.Name) >= 0) continue;
                faults.AddAt(found.At, "data.setting", $"\"{setting.Name}\" means nothing to \"{operators[0].Name}\"", "leave it out");
            }
        }

        return faults.Count > before ? null : criterion;
    }
}
