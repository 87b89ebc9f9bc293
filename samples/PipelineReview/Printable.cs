using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace PipelineReview;

/// <summary>Shows text from a file in a message: short, on one line, and without control sequences for a terminal.</summary>
internal static class Printable
{
    private const int MaxLength = 60;
    private const int MaxMessageLength = 300;
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>The message of an exception, which can quote a file to its end.</summary>
    public static string Message(Exception exception)
    {
        string place = exception is JsonException { LineNumber: { } line } && exception.Message.Length > MaxMessageLength
            ? $"line {line + 1}: " : "";
        return place + Clip(exception.Message, MaxMessageLength);
    }

    public static string Quote(string value, int maxLength = MaxLength) => $"\"{Clip(value, maxLength)}\"";

    public static string Clip(string value, int maxLength = MaxLength)
    {
        var text = new StringBuilder();
        int shown = 0;
        Rune before = default;
        for (int i = 0; i < value.Length;)
        {
            if (shown++ == maxLength)
            {
                text.Append(CultureInfo.InvariantCulture, $"... ({value.EnumerateRunes().Count():N0} characters)");
                break;
            }

            if (!Rune.TryGetRuneAt(value, i, out Rune rune))
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)value[i++]:X4}");
                before = default;
                continue;
            }

            i += rune.Utf16SequenceLength;
            if (IsVisible(rune) || (rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner && Joins(before) && i < value.Length))
            {
                text.Append(rune);
            }
            else
            {
                text.Append(rune.IsBmp ? "\\u" : "\\U").Append(rune.Value.ToString(rune.IsBmp ? "X4" : "X8", CultureInfo.InvariantCulture));
            }

            before = rune;
        }

        return text.ToString();
    }

    // A no-break space instead of a space, or a bidirectional mark, can't be recognized on screen.
    private static bool IsVisible(Rune rune) =>
        rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // Persian and Hindi words have joiners between their letters, and so have composed emoji.
    private static bool Joins(Rune before) =>
        Rune.IsLetter(before) || Rune.GetUnicodeCategory(before) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;
}
