using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A text.</summary>
internal sealed class TextShape : DataShape
{
    /// <summary>The most characters of a text.</summary>
    public const int Longest = 1_000;

    /// <summary>A text for people.</summary>
    public static readonly TextShape Words = new(mustShow: true, isName: false);

    /// <summary>A name or an id, which appears in messages and logs.</summary>
    public static readonly TextShape Name = new(mustShow: true, isName: true);

    /// <summary>A value or a pattern.</summary>
    public static readonly TextShape Any = new(mustShow: false, isName: false);

    /// <summary>A text to look for in another.</summary>
    public static readonly TextShape Part = new(mustShow: false, isName: false, isFilled: true);

    private TextShape(bool mustShow, bool isName, bool isFilled = false)
    {
        MustShow = mustShow;
        IsName = isName;
        IsFilled = isFilled;
    }

    /// <summary>Whether it must have a visible character.</summary>
    public bool MustShow { get; }

    /// <summary>Whether it must have a character, visible or not.</summary>
    public bool IsFilled { get; }

    /// <summary>Whether it must have no line break or other character that could forge a line of a log.</summary>
    public bool IsName { get; }

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
        if (IsFilled && text.Length == 0) return "it must have a character";
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
