using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The form that a piece of data must have. One table of them makes the reader, and the schema is tested against it.</summary>
internal abstract class DataShape
{
    /// <summary>
    /// The data in one spelling (names as they are written here, in their order; numbers that settings give as texts made numbers), or
    /// <see langword="null"/> when it has a fault, which is then told.
    /// </summary>
    /// <param name="node">The data.</param>
    /// <param name="faults">Takes the faults, each with its path.</param>
    /// <param name="depth">In how many groups and combinations it stands.</param>
    public abstract DataNode? Check(DataNode node, FaultList faults, int depth);

    /// <summary>What there is, for a message.</summary>
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
