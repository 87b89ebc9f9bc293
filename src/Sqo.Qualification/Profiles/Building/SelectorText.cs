using System;

namespace Sqo.Qualification;

/// <summary>
/// The source text of a selector, if it identifies the value that is read: only if it is a lambda that captures nothing and goes from
/// its parameter through members alone. Any other text is ambiguous: a name can mean something else in another place.
/// </summary>
internal static class SelectorText
{
    /// <summary>
    /// The path of members that a selector follows, such as ".Customer?.Size"; <see langword="null"/> if the text doesn't tell.
    /// </summary>
    public static string? PathOf(Delegate selector, string? text)
    {
        // The compiler keeps lambdas that capture nothing in a class of this name, and those that capture something elsewhere.
        if (text is null || selector.Target?.GetType().Name is not { } holder) return null;
        if (!holder.StartsWith("<>c", StringComparison.Ordinal)
            || holder.StartsWith("<>c__DisplayClass", StringComparison.Ordinal)) return null;

        var arrow = text.IndexOf("=>", StringComparison.Ordinal);
        if (arrow < 0) return null;
        var parameter = text.Substring(0, arrow).Trim();
        if (parameter.Length > 1 && parameter[0] == '(' && parameter[parameter.Length - 1] == ')') parameter = parameter.Substring(
            1, parameter.Length - 2).Trim();
        var body = text.Substring(arrow + 2).Trim();
        if (!IsName(parameter) || !body.StartsWith(parameter, StringComparison.Ordinal)) return null;
        var path = body.Substring(parameter.Length);
        return IsPath(path) ? path : null;
    }

    /// <summary>Members, each after a dot, with indexes such as [0] and null-conditional marks.</summary>
    private static bool IsPath(string path)
    {
        for (var at = 0; at < path.Length;)
        {
            if (path[at] is '?' or '!')
            {
                at++;
            }
            else if (path[at] == '.')
            {
                var end = EndOf(path, at + 1, IsNamed);
                if (!IsName(path.Substring(at + 1, end - at - 1))) return false;
                at = end;
            }
            else if (path[at] == '[')
            {
                var end = EndOf(path, at + 1, char.IsDigit);
                if (end == at + 1 || end == path.Length || path[end] != ']') return false;
                at = end + 1;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static int EndOf(string text, int start, Func<char, bool> isPart)
    {
        while (start < text.Length && isPart(text[start])) start++;
        return start;
    }

    private static bool IsName(string text) => text.Length > 0 && !char.IsDigit(text[0]) && EndOf(text, 0, IsNamed) == text.Length;

    private static bool IsNamed(char c) => char.IsLetterOrDigit(c) || c == '_';
}
