using System;
using System.Collections.Generic;

namespace Sqo.Qualification.Internal;

/// <summary>A text in other languages, by their ISO 639 codes. Immutable.</summary>
internal sealed class LocalizedText
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public LocalizedText(string language, string text) => _texts.Add(language, text);

    private LocalizedText(LocalizedText other)
    {
        foreach (var text in other._texts) _texts.Add(text.Key, text.Value);
    }

    /// <summary>The text in a language; <see langword="null"/> if there is none.</summary>
    public string? In(string language) => _texts.TryGetValue(language, out var text) ? text : null;

    /// <summary>Returns the same texts, with one language added or replaced.</summary>
    public static LocalizedText With(LocalizedText? wording, string language, string text)
    {
        if (wording is null) return new LocalizedText(language, text);
        var more = new LocalizedText(wording);
        more._texts[language] = text;
        return more;
    }
}
