using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A criterion, a combination or a group, recognized by the member that only it has.</summary>
internal sealed class NodeShape : DataShape
{
    /// <summary>The contents of a profile or a group.</summary>
    public static readonly NodeShape InGroup = new(takesGroups: true);

    /// <summary>The contents of a combination.</summary>
    public static readonly NodeShape InCombination = new(takesGroups: false);

    public const int DeepestNesting = 8;

    private NodeShape(bool takesGroups) => TakesGroups = takesGroups;

    public bool TakesGroups { get; }

    public override DataNode? Check(DataNode node, FaultList faults, int depth)
    {
        if (depth > DeepestNesting)
        {
            faults.AddAt(
                node.At, "data.depth", $"it is nested in {InvariantText.Of((long)depth)} groups and combinations",
                $"it can be nested in at most {InvariantText.Of((long)DeepestNesting)}");
            return null;
        }

        if (node.Kind != DataKind.Object) return Refuse(node, faults, "data.object", $"it must be {Kinds}");
        string[] marks = [
            DefinitionShape.Field, DefinitionShape.Parts,
            .. TakesGroups ? [DefinitionShape.Criteria, FrameworkShape.Use] : System.Array.Empty<string>()];
        var found = marks.Where(mark => node[mark] is not null).ToArray();
        if (found.Length != 1)
        {
            faults.AddAt(
                node.At, "data.kind", found.Length == 0 ? "it does not say what it is" : $"it has \"{string.Join("\" and \"", found)}\"",
                $"it must be {Kinds}");
            return null;
        }

        return found[0] switch
        {
            DefinitionShape.Field => CriterionShape.Only.Check(node, faults, depth),
            DefinitionShape.Parts => CheckCombination(node, faults, depth + 1),
            FrameworkShape.Use => FrameworkShape.Only.Check(node, faults, depth),
            _ => DefinitionShape.Group.Check(node, faults, depth + 1),
        };
    }

    private static DataNode? CheckCombination(DataNode node, FaultList faults, int depth)
    {
        if (DefinitionShape.Combination.Check(node, faults, depth) is not { } combination) return null;
        var kind = combination["combine"]!.Scalar;
        if (kind == "atLeast" == combination["count"] is not null) return combination;
        faults.AddAt(
            node.At,
            "data.count",
            kind == "atLeast" ? "it combines by \"atLeast\" and has no \"count\"" : $"it combines by \"{kind}\" and has a \"count\"",
            "\"count\" goes with \"atLeast\", and with nothing else");
        return null;
    }

    private string Kinds =>
        TakesGroups
            ? "a criterion, with \"field\", a combination, with \"parts\", a group, with \"criteria\", or a framework, with \"use\""
            : "a criterion, with \"field\", or a combination, with \"parts\"";
}
