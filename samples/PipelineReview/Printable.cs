using System.Globalization;
using System.Text;

namespace PipelineReview;

/// <summary>Shows text from a file in a message: on one line, short, and without anything a terminal would act on.</summary>
internal static class Printable
{
    private const int MaxLength = 60;

    public static string Quote(string value, int maxLength = MaxLength) => $"\"{Clip(value, maxLength)}\"";

    public static string Clip(string value, int maxLength = MaxLength)
    {
        var text = new StringBuilder();
        int shown = 0;
        foreach (char c in value)
        {
            if (shown++ == maxLength)
            {
                text.Append(CultureInfo.InvariantCulture, $"... ({value.Length:N0} characters)");
                break;
            }

            if (char.IsControl(c) || char.IsSurrogate(c) || IsInvisible(c))
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    // A no-break space where a space was expected, or a bidirectional mark, can't be told from the real thing on screen.
    private static bool IsInvisible(char c) =>
        c != ' ' && char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
