using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Sqo.Qualification.Internal;

/// <summary>
/// Makes external texts safe to show in a message: short, on one line, and with nothing that a terminal or a log would act on.
/// </summary>
internal static class Excerpt
{
    private const int Longest = 60;
    private const int MostListed = 64;

    public static string Of(string text)
    {
        if (text.Length <= Longest) return OneLine(text);

        // A pair is kept or left out as a whole.
        var end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return OneLine(text.Substring(0, end)) + "...";
    }

    /// <summary>
    /// The whole text with escapes for line breaks and other control characters, marks that change the direction of text, and halves of
    /// surrogate pairs.
    /// </summary>
    public static string OneLine(string text)
    {
        StringBuilder? shown = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                shown?.Append(text[i]).Append(text[i + 1]);
                i++;
            }
            else if (Acts(text[i]) || char.IsSurrogate(text[i]))
            {
                shown ??= new StringBuilder(text, 0, i, text.Length + 16);
                shown.Append("\\u").Append(((int)text[i]).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                shown?.Append(text[i]);
            }
        }

        return shown?.ToString() ?? text;
    }

    /// <summary>Names in quotes, each shortened; if there are too many, the first ones and the number of the others.</summary>
    public static string Listed(IEnumerable<string> names)
    {
        var all = names.ToArray();
        var listed = string.Join(", ", all.Take(MostListed).Select(name => $"\"{Of(name)}\""));
        return all.Length <= MostListed ? listed : $"{listed} and {InvariantText.Of((long)(all.Length - MostListed))} more";
    }

    /// <summary>Whether a character does more than show itself, and so could forge a line of a log, or hide part of one.</summary>
    public static bool Acts(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
