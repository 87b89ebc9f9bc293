using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PipelineReview.Suggesting;

/// <summary>Writes a map as JSON with remarks.</summary>
internal sealed class MapWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Quoted))}]";

    public void Remark(string text) => Line("// " + text);

    /// <summary>A member that is left to the user: as a remark.</summary>
    public void Left(string name, string value) => Line($"// {Quoted(name)}: {value},");

    public void Member(string name, string value, string? remark = null) =>
        Line($"{Quoted(name)}: {value},{(remark is null ? "" : " // " + remark)}");

    public void Open(string? name = null)
    {
        Line(name is null ? "{" : $"{Quoted(name)}: {{");
        _depth++;
    }

    public void Close(bool isLast = false)
    {
        _depth--;
        Line(isLast ? "}" : "},");
    }

    public override string ToString() => _text.ToString();

    private void Line(string text) => _text.Append(' ', 2 * _depth).Append(text).Append('\n');
}
