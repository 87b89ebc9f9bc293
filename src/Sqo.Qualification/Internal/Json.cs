using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Sqo.Qualification.Internal;

/// <summary>
/// The little JSON that records need, as the core has no dependencies: objects, arrays and texts, and on reading the rest
/// of the grammar too.
/// </summary>
internal static class Json
{
    private const int DeepestNesting = 32;

    public static StringBuilder AppendText(this StringBuilder json, string value)
    {
        json.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': json.Append("\\\""); break;
                case '\\': json.Append("\\\\"); break;
                case '\n': json.Append("\\n"); break;
                case '\r': json.Append("\\r"); break;
                case '\t': json.Append("\\t"); break;
                default:
                    // Lone surrogates would not survive UTF-8, and some readers take the two separators for line ends.
                    if (c < ' ' || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\u007F')
                    {
                        json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        json.Append(c);
                    }

                    break;
            }
        }

        return json.Append('"');
    }

    /// <summary>Objects as dictionaries, arrays as lists, texts as strings, numbers as doubles, and true, false and null.</summary>
    /// <exception cref="FormatException">The text is not JSON; the message says where.</exception>
    public static object? Read(string text) => Read(text, DeepestNesting, exactNumbers: false);

    /// <summary>The same with a nesting of the caller's choice, and with numbers by their digits (<see cref="JsonNumber"/>) if asked.</summary>
    /// <exception cref="FormatException">The text is not JSON; the message says where.</exception>
    public static object? Read(string text, int deepestNesting, bool exactNumbers)
    {
        var reader = new Reader(text, deepestNesting, exactNumbers);
        var value = reader.Value(0);
        reader.End();
        return value;
    }

    /// <summary>Whether two values that were read are the same, whatever the order of members.</summary>
    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (Dictionary<string, object?> a, Dictionary<string, object?> b) => a.Count == b.Count && a.All(member => b.TryGetValue(member.Key, out var other) && AreEqual(member.Value, other)),
        (List<object?> a, List<object?> b) => a.Count == b.Count && a.Zip(b, AreEqual).All(same => same),
        _ => Equals(left, right),
    };

    private sealed class Reader(string text, int deepestNesting, bool exactNumbers)
    {
        private int _at;

        public object? Value(int depth)
        {
            if (depth > deepestNesting) throw Fault($"nesting deeper than {deepestNesting}");
            switch (Peek())
            {
                case '{': return Object(depth);
                case '[': return Array(depth);
                case '"': return Text();
                case 't': return Word("true", true);
                case 'f': return Word("false", false);
                case 'n': return Word("null", null);
                default: return Number();
            }
        }

        public void End()
        {
            SkipSpace();
            if (_at < text.Length) throw Fault("something after the end");
        }

        private Dictionary<string, object?> Object(int depth)
        {
            var members = new Dictionary<string, object?>();
            _at++;
            if (TryTake('}')) return members;
            do
            {
                if (Peek() != '"') throw Fault("a member without a name");
                var name = Text();
                if (!TryTake(':')) throw Fault("a member without ':'");
                if (members.ContainsKey(name)) throw Fault($"the member \"{name}\" a second time");
                members.Add(name, Value(depth + 1));
            }
            while (TryTake(','));
            if (!TryTake('}')) throw Fault("an object without an end");
            return members;
        }

        private List<object?> Array(int depth)
        {
            var items = new List<object?>();
            _at++;
            if (TryTake(']')) return items;
            do items.Add(Value(depth + 1));
            while (TryTake(','));
            if (!TryTake(']')) throw Fault("an array without an end");
            return items;
        }

        private string Text()
        {
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

        private object Number()
        {
            var start = _at;
            while (_at < text.Length && text[_at] is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E') _at++;
            var digits = text.Substring(start, _at - start);
            if (exactNumbers && JsonNumber.Accepts(digits)) return new JsonNumber(digits);
            if (!exactNumbers && digits.Length > 0 && InvariantText.TryDouble(digits, out var number)) return number;
            _at = start;
            throw Fault("something that is not JSON");
        }

        private object? Word(string word, object? value)
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
            while (_at < text.Length && text[_at] is ' ' or '\n' or '\r' or '\t') _at++;
        }

        private FormatException Fault(string what) => new($"The JSON has {what} at position {InvariantText.Of(_at)}.");
    }
}
