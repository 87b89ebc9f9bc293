using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The form that a piece of data must have. The reader is one table of them, and the schema is tested against it.</summary>
internal abstract class DataShape
{
    /// <summary>
    /// Returns the data in normalized form (names in the case and order of this table; texts from settings that are numbers converted),
    /// or <see langword="null"/> if it has a fault, which is then reported.
    /// </summary>
    /// <param name="node">The data.</param>
    /// <param name="faults">Collects the faults, each with its path.</param>
    /// <param name="depth">The number of groups and combinations that it is nested in.</param>
    public abstract DataNode? Check(DataNode node, FaultList faults, int depth);

    /// <summary>What was found, for a message.</summary>
    public static string Described(DataNode node) => node.Kind switch
    {
        DataKind.Null => "the value is null",
        DataKind.Text => $"the value is \"{Excerpt.Of(node.Scalar)}\"",
        DataKind.List => "the value is a list",
        DataKind.Object => node.IsLoose ? "there is a section" : "the value is an object",
        _ => $"the value is {Excerpt.Of(node.Scalar)}",
    };

    private protected static DataNode? Refuse(DataNode node, FaultList faults, string code, string rule)
    {
        if (faults.TakesMore()) faults.AddAt(node.At, code, Described(node), rule);
        return null;
    }
}
