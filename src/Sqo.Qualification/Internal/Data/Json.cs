using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Sqo.Qualification.Internal;

/// <summary>
/// The JSON that records need, because the core has no dependencies: it writes objects, arrays and texts, and reads the full grammar.
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
                    // Lone surrogates would not survive UTF-8, and some readers treat the two separators as line ends.
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
    public static object? Read(string text) => Plain(new JsonReader(text, DeepestNesting, isHandwritten: false).Read());

    /// <summary>Whether two values that were read are the same, independent of the order of members.</summary>
    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (Dictionary<string, object?> a, Dictionary<string, object?> b) =>
            a.Count == b.Count && a.All(member => b.TryGetValue(member.Key, out var other) && AreEqual(member.Value, other)),
        (List<object?> a, List<object?> b) => a.Count == b.Count && a.Zip(b, AreEqual).All(same => same),
        _ => Equals(left, right),
    };

    private static object? Plain(DataNode node)
    {
        switch (node.Kind)
        {
            case DataKind.Null: return null;
            case DataKind.Flag: return node.Scalar == "true";
            case DataKind.Text: return node.Scalar;
            case DataKind.List: return new List<object?>(Array.ConvertAll(node.Items, Plain));
            case DataKind.Number:
                InvariantText.TryDouble(node.Scalar, out var number);
                return number;
            default:
                var members = new Dictionary<string, object?>();
                foreach (var member in node.Members) members.Add(member.Key, Plain(member.Value));
                return members;
        }
    }
}
