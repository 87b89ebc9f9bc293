using System;
using System.Text;

namespace Sqo.Qualification.Internal;

/// <summary>Plain data as JSON and back. Numbers keep their digits, so that a decimal number is read exactly.</summary>
internal static class DataJson
{
    // Far deeper than any sensible data, and far from exhausting the stack.
    private const int DeepestNesting = 64;

    /// <summary>Comments and trailing commas are allowed.</summary>
    /// <exception cref="FormatException">The text is not JSON; the message says where.</exception>
    public static DataNode Read(string json) => new JsonReader(json, DeepestNesting, isHandwritten: true).Read();

    /// <summary>Indented by two spaces, with plain line feeds, lists of plain values on one line, and a line feed at the end.</summary>
    public static string Write(DataNode node)
    {
        var json = new StringBuilder();
        Write(json, node, 0);
        return json.Append('\n').ToString();
    }

    /// <summary>The same on one line, without spaces: equal data have the same text.</summary>
    public static string WriteCompact(DataNode node)
    {
        var json = new StringBuilder();
        WriteCompact(json, node);
        return json.ToString();
    }

    private static void WriteCompact(StringBuilder json, DataNode node)
    {
        switch (node.Kind)
        {
            case DataKind.Object:
                for (var i = 0; i < node.Members.Length; i++)
                {
                    json.Append(i == 0 ? '{' : ',').AppendText(node.Members[i].Key).Append(':');
                    WriteCompact(json, node.Members[i].Value);
                }

                json.Append(node.Members.Length == 0 ? "{}" : "}");
                break;
            case DataKind.List:
                for (var i = 0; i < node.Items.Length; i++)
                {
                    json.Append(i == 0 ? '[' : ',');
                    WriteCompact(json, node.Items[i]);
                }

                json.Append(node.Items.Length == 0 ? "[]" : "]");
                break;
            default: Write(json, node, 0); break;
        }
    }

    private static void Write(StringBuilder json, DataNode node, int depth)
    {
        switch (node.Kind)
        {
            case DataKind.Object:
                Write(json, '{', '}', node.Members.Length, depth, isFlat: false, i =>
                {
                    json.AppendText(node.Members[i].Key).Append(": ");
                    Write(json, node.Members[i].Value, depth + 1);
                });
                break;
            case DataKind.List:
                var isFlat = !Array.Exists(node.Items, item => item.Kind is DataKind.Object or DataKind.List);
                Write(json, '[', ']', node.Items.Length, depth, isFlat, i => Write(json, node.Items[i], depth + 1));
                break;
            case DataKind.Text: json.AppendText(node.Scalar); break;
            case DataKind.Null: json.Append("null"); break;
            default: json.Append(node.Scalar); break;
        }
    }

    private static void Write(StringBuilder json, char open, char close, int count, int depth, bool isFlat, Action<int> part)
    {
        json.Append(open);
        for (var i = 0; i < count; i++)
        {
            if (i > 0) json.Append(isFlat ? ", " : ",");
            if (!isFlat) json.Append('\n').Append(' ', 2 * (depth + 1));
            part(i);
        }

        if (!isFlat && count > 0) json.Append('\n').Append(' ', 2 * depth);
        json.Append(close);
    }
}
