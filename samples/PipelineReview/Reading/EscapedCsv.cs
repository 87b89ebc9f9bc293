using System.Text;

namespace PipelineReview.Reading;

/// <summary>Turns CSV with an escape character, as databases write it, into CSV with doubled quotes.</summary>
internal static class EscapedCsv
{
    private const char Quote = '"';

    /// <summary>The same cells on the same lines, with doubled quotes instead of escapes.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="delimiter">What stands between the cells.</param>
    /// <param name="escape">
    /// What makes a quote, a delimiter, a line break or itself an ordinary character. Before any other character it stays, as in
    /// <c>\N</c> and <c>C:\temp</c>.
    /// </param>
    public static string WithDoubledQuotes(string text, char delimiter, char escape)
    {
        var output = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length;)
        {
            if (text[i] is '\r' or '\n' || text[i] == delimiter)
            {
                output.Append(text[i++]);
            }
            else
            {
                i = AppendCell(text, i, delimiter, escape, output);
            }
        }

        return output.ToString();
    }

    // The end of the cell.
    private static int AppendCell(string text, int start, char delimiter, char escape, StringBuilder output)
    {
        bool isQuoted = text[start] == Quote;
        int first = output.Length;
        bool isEscaped = false;
        int i = isQuoted ? start + 1 : start;
        if (isQuoted)
        {
            output.Append(Quote);
        }

        for (; i < text.Length; i++)
        {
            char c = text[i];
            if (isQuoted && c == Quote && i + 1 < text.Length && text[i + 1] == Quote)
            {
                output.Append(Quote).Append(Quote);
                i++;
            }
            else if (c == escape && i + 1 < text.Length && IsSpecial(text[i + 1], delimiter, escape))
            {
                c = text[++i];
                isEscaped = true;
                output.Append(c == Quote ? "\"\"" : c);
            }
            else if (isQuoted ? c == Quote : c == delimiter || c is '\r' or '\n')
            {
                break;
            }
            else
            {
                output.Append(c);
            }
        }

        if (!isQuoted)
        {
            if (isEscaped)
            {
                output.Insert(first, Quote).Append(Quote);
            }

            return i;
        }

        // What follows the closing quote is left to the reader of CSV, which knows what is wrong with it.
        for (bool isClosing = true; i < text.Length && (isClosing || (text[i] != delimiter && text[i] is not ('\r' or '\n'))); i++)
        {
            output.Append(text[i]);
            isClosing = false;
        }

        return i;
    }

    private static bool IsSpecial(char c, char delimiter, char escape) =>
        c is Quote or '\r' or '\n' || c == delimiter || c == escape;
}
