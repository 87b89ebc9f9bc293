using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A text.</summary>
internal sealed class TextShape : DataShape
{
    /// <summary>A text for people.</summary>
    public static readonly TextShape Words = new(mustShow: true, isName: false, 1_000);

    /// <summary>A name or an id, which appears in messages and logs.</summary>
    public static readonly TextShape Name = new(mustShow: true, isName: true, 1_000);

    /// <summary>A text to look for, or a pattern.</summary>
    public static readonly TextShape Any = new(mustShow: false, isName: false, 1_000);

    private TextShape(bool mustShow, bool isName, int longest)
    {
        MustShow = mustShow;
        IsName = isName;
        Longest = longest;
    }

    /// <summary>Whether it must have a visible character.</summary>
    public bool MustShow { get; }

    /// <summary>Whether it must have no line break or other character that could forge a line of a log.</summary>
    public bool IsName { get; }

    public int Longest { get; }

    public static bool CanBeName(string text) => Name.RuleBrokenBy(text) is null;

    public override DataNode? Check(DataNode node, FaultList faults, int depth)
    {
        if (node.Kind != DataKind.Text) return Refuse(node, faults, "data.text", "it must be a text");
        return RuleBrokenBy(node.Scalar) is { } rule ? Refuse(node, faults, "data.text", rule)
            : DataNode.Of(node.Scalar, node.At, node.IsLoose);
    }

    public string? RuleBrokenBy(string text)
    {
        if (text.Length > Longest)
        {
            return $"it must have at most {InvariantText.Of((long)Longest)} characters, and has {InvariantText.Of((long)text.Length)}";
        }
        if (MustShow && string.IsNullOrWhiteSpace(text)) return "it must have a visible character";
        for (var i = 0; i < text.Length; i++)
        {
            if (IsName
                && Excerpt.Acts(
                    text[i])) return "it must have no line break, control character or mark that changes the direction of a text";
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length
                || !char.IsLowSurrogate(text[++i])) return "it must not have half of a surrogate pair";
        }

        return null;
    }
}
