namespace Sqo.Qualification.Internal;

/// <summary>A number of JSON by its digits.</summary>
internal sealed class JsonNumber(string digits)
{
    public string Digits => digits;

    /// <summary>Whether a text is a number by the grammar of JSON (RFC 8259, section 6).</summary>
    public static bool Accepts(string text)
    {
        var at = 0;
        if (At('-')) at++;
        if (At('0')) at++;
        else if (!Digit()) return false;
        if (At('.'))
        {
            at++;
            if (!Digit()) return false;
        }

        if (At('e') || At('E'))
        {
            at++;
            if (At('+') || At('-')) at++;
            if (!Digit()) return false;
        }

        return at == text.Length;

        bool At(char c) => at < text.Length && text[at] == c;

        bool Digit()
        {
            var start = at;
            while (at < text.Length && text[at] is >= '0' and <= '9') at++;
            return at > start;
        }
    }
}
