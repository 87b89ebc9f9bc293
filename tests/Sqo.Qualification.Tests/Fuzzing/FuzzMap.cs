using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Sqo.Qualification.Tests.Infrastructure;
using Sqo.Qualification.Tests.Profiles.Data;

namespace Sqo.Qualification.Tests.Fuzzing;

/// <summary>The fields of the probe under other names: most of them any text, some such as no map may have.</summary>
internal sealed class FuzzMap
{
    private const int LongestName = 1_000;

    private static readonly string[] Parts =
    [
        "budget", "Größe", "İ", "ı", "𠮷野家", "🚀", "a b", "  ", ":", "0", "\"", "\\", "{0}", "//", "null",
    ];

    private static readonly Regex FieldName = new("\"(field|by)\": \"(\\w+)\"");

    private readonly SeededRandom _random;
    private readonly Dictionary<string, string?> _names = new(StringComparer.OrdinalIgnoreCase);

    public FuzzMap(SeededRandom random)
    {
        _random = random;
        // Not even one, mostly: one name such as no map may have refuses all of it.
        var illegal = random.Pick(0, 0, 0, 0.03, 0.2);
        foreach (var name in ProbeFields.Names) _names.Add(name, random.Chance(illegal) ? IllegalName() : LegalName());
    }

    /// <summary>Whether these can be the names of a map.</summary>
    public bool IsLegal =>
        _names.Values.All(name => !string.IsNullOrWhiteSpace(name) && name!.Length <= LongestName && !HasHalfAPair(name) && !name.Any(Acts))
        && _names.Values.Distinct(StringComparer.OrdinalIgnoreCase).Count() == _names.Count;

    public FieldMap<Probe> Build() => ProbeFields.Named(name => _names[name]!);

    /// <summary>A definition over the fields of the probe, over this map.</summary>
    public string Rename(string definition) => FieldName.Replace(
        definition, match => $"\"{match.Groups[1].Value}\": {Quote(_names[match.Groups[2].Value] ?? "")}");

    public override string ToString() =>
        string.Join("\n", _names.Select(pair => $"{pair.Key} as {(pair.Value is null ? "null" : Quote(pair.Value))}"));

    private string LegalName()
    {
        var name = new StringBuilder().Append((char)('a' + _names.Count));
        for (var i = _random.Below(4); i > 0; i--) name.Append(_random.Pick(Parts));
        if (_random.Chance(0.02)) name.Append('n', LongestName - name.Length);
        return name.ToString();
    }

    private string? IllegalName() => _random.Pick(
        null, "", " \t", "\ud83d", "a\ude80b", "a\nb", "\u0000", "\u001b[31m", "\u2028x", "x\u202e",
        new string('n', LongestName + 1), new string('n', 1_000_000), LegalName(),
        _names.Values.FirstOrDefault()?.ToUpperInvariant());

    private static bool Acts(char c) => char.IsControl(c) || c is '\u2028' or '\u202e';

    private static bool HasHalfAPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsSurrogatePair(text, i)) return true;
            i++;
        }

        return false;
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\' or < ' ') quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
