using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Where a visit came from: its UTM parameters, click ids and referrer, as far as the visitor's consent lets them be known. Immutable.
/// </summary>
public sealed class VisitSource
{
    // The parameters that advertising networks add to links that were paid for.
    private static readonly string[] ClickIds = ["gclid", "gbraid", "wbraid", "dclid", "msclkid", "fbclid", "ttclid", "li_fat_id"];

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    private VisitSource(bool hasConsent, bool isParsed)
    {
        HasConsent = hasConsent;
        IsParsed = isParsed;
    }

    /// <summary>A visit whose source must not be known: without consent.</summary>
    public static VisitSource WithoutConsent { get; } = new(false, true);

    /// <summary>Whether its source may be known.</summary>
    public bool HasConsent { get; }

    /// <summary>Whether its address could be read; if not, its fields are unknown.</summary>
    public bool IsParsed { get; }

    internal bool IsEmpty => _fields.Count == 0;

    /// <summary>The value of a field.</summary>
    /// <param name="field">One of <see cref="VisitFields"/>, ignoring case.</param>
    /// <value><see langword="null"/> if it is unknown or blank.</value>
    /// <exception cref="ArgumentNullException"><paramref name="field"/> is <see langword="null"/>.</exception>
    public string? this[string field] => _fields.TryGetValue(Guard.NotNull(field), out var value) ? value : null;

    /// <summary>Creates a source from fields that are known already.</summary>
    /// <param name="fields">The values by field, one of <see cref="VisitFields"/>, ignoring case; blank values are unknown.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fields"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A field is not one of <see cref="VisitFields"/>, or appears twice.</exception>
    public static VisitSource Of(IEnumerable<KeyValuePair<string, string?>> fields)
    {
        var source = new VisitSource(true, true);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in Guard.NotNull(fields))
        {
            VisitFields.Check(field.Key, nameof(fields));
            if (!seen.Add(field.Key)) throw new ArgumentException(
                $"The field \"{Excerpt.Of(field.Key)}\" appears twice; it must appear once.", nameof(fields));
            source.Set(field.Key, field.Value);
        }

        return source;
    }

    /// <summary>Reads the address of the page that was visited, with its UTM parameters, and the referrer.</summary>
    /// <param name="url">
    /// The address, or its query alone from the "?" on; blank means unknown. Of parameters that appear several times, the last one counts.
    /// </param>
    /// <param name="referrer">The address that the visitor came from; blank means none.</param>
    /// <returns>
    /// The source; one that is not <see cref="IsParsed"/> if an address is not valid, such as one with broken escapes.
    /// </returns>
    public static VisitSource Parse(string? url, string? referrer = null)
    {
        var source = new VisitSource(true, true);
        if (PipelineText.OrNull(url) is { } address && !source.ReadQuery(address)) return new(true, false);
        if (PipelineText.OrNull(referrer) is { } from)
        {
            if (!Uri.TryCreate(from.Trim(), UriKind.Absolute, out var uri) || uri.Host.Length == 0) return new(true, false);
            source.Set(VisitFields.Referrer, uri.Host);
        }

        return source;
    }

    private bool ReadQuery(string address)
    {
        var start = address.IndexOf('?');
        if (start < 0) return Uri.TryCreate(address.Trim(), UriKind.RelativeOrAbsolute, out _);
        var end = address.IndexOf('#', start);
        var query = end < 0 ? address.Substring(start + 1) : address.Substring(start + 1, end - start - 1);
        foreach (var pair in query.Split('&'))
        {
            var equal = pair.IndexOf('=');
            if (equal < 0) continue;
            if (Decoded(pair.Substring(0, equal)) is not { } name || Decoded(pair.Substring(equal + 1)) is not { } value) return false;
            if (VisitFields.OfParameter(name) is { } field) Set(field, value);
            else if (ClickIdOf(name) is { } clickId && value.Trim().Length > 0) Set(VisitFields.ClickId, clickId);
        }

        return true;
    }

    private static string? ClickIdOf(string name) =>
        Array.Find(ClickIds, id => string.Equals(id, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text without escapes; <see langword="null"/> if an escape is broken.</summary>
    private static string? Decoded(string text)
    {
        for (var i = text.IndexOf('%'); i >= 0; i = text.IndexOf('%', i + 1))
        {
            if (i + 2 >= text.Length || !Uri.IsHexDigit(text[i + 1]) || !Uri.IsHexDigit(text[i + 2])) return null;
        }

        return Uri.UnescapeDataString(text.Replace('+', ' '));
    }

    private void Set(string field, string? value)
    {
        if (PipelineText.OrNull(value) is { } text) _fields[field] = text.Trim();
    }
}
