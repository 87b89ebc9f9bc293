namespace Sqo.Qualification.Internal;

/// <summary>Texts from outside as they can be shown in a message: short, and on one line.</summary>
internal static class Excerpt
{
    private const int Longest = 60;

    public static string Of(string text)
    {
        var isLong = text.Length > Longest;
        var shown = (isLong ? text.Substring(0, Longest) : text).ToCharArray();
        for (var i = 0; i < shown.Length; i++)
        {
            if (char.IsControl(shown[i]) || char.IsSurrogate(shown[i]) || shown[i] is '\u2028' or '\u2029') shown[i] = '?';
        }

        return new string(shown) + (isLong ? "..." : "");
    }
}
