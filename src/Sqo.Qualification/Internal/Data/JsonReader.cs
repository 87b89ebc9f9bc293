using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Sqo.Qualification.Internal;

/// <summary>
/// Reads JSON (RFC 8259) as a tree whose nodes know their path, line and column, and whose numbers keep their digits. For JSON written
/// by hand, comments and trailing commas are allowed.
/// </summary>
internal sealed class JsonReader(string text, int deepestNesting, bool isHandwritten)
{
    private int _at;
    private int _line = 1;
    private int _lineStart;

    /// <exception cref="System.FormatException">The text is not JSON; the message says where.</exception>
    public DataNode Read()
    {
        var value = Value(DataPath.Root, 0);
        SkipSpace();
        return _at == text.Length ? value : throw Fault("something after the end");
    }

    private DataNode Value(DataPath at, int depth)
    {
        if (depth > deepestNesting) throw Fault($"nesting deeper than {deepestNesting}");
        var first = Peek();
        at = at.Standing(_line, Column);
        switch (first)
        {
            case '{': return Object(at, depth);
            case '[': return Array(at, depth);
            case '"': return DataNode.Of(Text(), at);
            case 't': return Word("true", DataNode.Of(true, at));
            case 'f': return Word("false", DataNode.Of(false, at));
            case 'n': return Word("null", DataNode.Null(at));
            default: return Number(at);
        }
    }

    private int Column => _at - _lineStart + 1;

    private DataNode Object(DataPath at, int depth)
    {
        var members = new List<KeyValuePair<string, DataNode>>();
        HashSet<string>? names = null;
        _at++;
        if (TryTake('}')) return DataNode.Object([], at);
        do
        {
            if (isHandwritten && members.Count > 0 && Peek() == '}') break;
            if (Peek() != '"') throw Fault("a member without a name");
            var start = _at;
            var name = Text();
            if (!(names ??= []).Add(name))
            {
                _at = start;
                throw Fault($"the member \"{Excerpt.Of(name)}\" a second time");
            }

            if (!TryTake(':')) throw Fault("a member without ':'");
            members.Add(DataNode.Member(name, Value(at.Member(Excerpt.Of(name)), depth + 1)));
        }
        while (TryTake(','));
        if (!TryTake('}')) throw Fault("an object without an end");
        return DataNode.Object([.. members], at);
    }

    private DataNode Array(DataPath at, int depth)
    {
        var items = new List<DataNode>();
        _at++;
        if (TryTake(']')) return DataNode.List([], at);
        do
        {
            if (isHandwritten && items.Count > 0 && Peek() == ']') break;
            items.Add(Value(at.Item(items.Count), depth + 1));
        }
        while (TryTake(','));
        if (!TryTake(']')) throw Fault("an array without an end");
        return DataNode.List([.. items], at);
    }

    private string Text()
    {
        var end = text.IndexOfAny(['"', '\\'], _at + 1);
        if (end >= 0 && text[end] == '"' && !HasControl(_at + 1, end))
        {
            var plain = text.Substring(_at + 1, end - _at - 1);
            _at = end + 1;
            return plain;
        }

        var value = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            var c = text[_at];
            if (c == '"')
            {
                _at++;
                return value.ToString();
            }

            if (c < ' ') throw Fault("a control character in a text");
            value.Append(c == '\\' ? Escape() : c);
        }

        throw Fault("a text without an end");
    }

    private bool HasControl(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] < ' ') return true;
        }

        return false;
    }

    private char Escape()
    {
        _at++;
        if (_at >= text.Length) throw Fault("a text without an end");
        switch (text[_at])
        {
            case '"': return '"';
            case '\\': return '\\';
            case '/': return '/';
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when _at + 4 < text.Length
                && ushort.TryParse(text.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            default: throw Fault("an unknown escape");
        }
    }

    private DataNode Number(DataPath at)
    {
        var start = _at;
        while (_at < text.Length && text[_at] is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E') _at++;
        var digits = text.Substring(start, _at - start);
        if (JsonNumber.Accepts(digits)) return DataNode.Digits(digits, at);
        _at = start;
        throw Fault("something that is not JSON");
    }

    private DataNode Word(string word, DataNode value)
    {
        if (string.CompareOrdinal(text, _at, word, 0, word.Length) != 0) throw Fault("something that is not JSON");
        _at += word.Length;
        return value;
    }

    private char Peek()
    {
        SkipSpace();
        return _at < text.Length ? text[_at] : throw Fault("the end too early");
    }

    private bool TryTake(char c)
    {
        SkipSpace();
        if (_at >= text.Length || text[_at] != c) return false;
        _at++;
        return true;
    }

    private void SkipSpace()
    {
        for (; _at < text.Length; _at++)
        {
            switch (text[_at])
            {
                case '\n':
                    _line++;
                    _lineStart = _at + 1;
                    break;
                case ' ' or '\r' or '\t':
                    break;
                case '/' when isHandwritten:
                    SkipComment();
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>Goes to the last character of a comment; a line feed that ends one is left to be counted.</summary>
    private void SkipComment()
    {
        var start = _at;
        if (text.Length > _at + 1 && text[_at + 1] == '/')
        {
            while (_at + 1 < text.Length && text[_at + 1] != '\n') _at++;
            return;
        }

        if (text.Length > _at + 1 && text[_at + 1] == '*')
        {
            for (_at += 2; _at + 1 < text.Length; _at++)
            {
                if (text[_at] == '*' && text[_at + 1] == '/')
                {
                    _at++;
                    return;
                }

                if (text[_at] != '\n') continue;
                _line++;
                _lineStart = _at + 1;
            }

            throw Fault("a comment without an end");
        }

        _at = start;
        throw Fault("something that is not JSON");
    }

    private System.FormatException Fault(string what) =>
        new($"The JSON has {what} at line {InvariantText.Of((long)_line)}, column {InvariantText.Of((long)Column)}.");
}
