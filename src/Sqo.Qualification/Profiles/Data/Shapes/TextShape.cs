using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A text.</summary>
internal sealed class TextShape : DataShape
{
    /// <summary>A name or words for people.</summary>
    public static readonly TextShape Words = new(mustShow: true, 1_000);

    /// <summary>A text to look for, or a pattern.</summary>
    public static readonly TextShape Any = new(mustShow: false, 1_000);

    private TextShape(bool mustShow, int longest)
    {
        MustShow = mustShow;
        Longest = longest;
    }

    /// <summary>Whether it must have a visible character.</summary>
    public bool MustShow { get; }

    public int Longest { get; }

    public static bool CanBeWords(string text) => Words.RuleBrokenBy(text) is null;

    public override DataNode? Check(DataNode node, FaultList faults, int depth)
    {
        if (node.Kind != DataKind.Text) return Refuse(node, faults, "data.text", "it must be a text");
        return RuleBrokenBy(node.Scalar) is { } rule ? Refuse(node, faults, "data.text", rule) : DataNode.Of(node.Scalar, node.At, node.IsLoose);
    }

    public string? RuleBrokenBy(string text)
    {
        if (text.Length > Longest) return $"it must have at most {InvariantText.Of((long)Longest)} characters, and has {InvariantText.Of((long)text.Length)}";
        if (MustShow && string.IsNullOrWhiteSpace(text)) return "it must have a visible character";
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[++i])) return "it must not have half of a surrogate pair";
        }

        return null;
    }
}
