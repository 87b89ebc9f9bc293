using System;

namespace PipelineReview.Reading;

/// <summary>The address of a deal in the CRM.</summary>
internal static class DealLink
{
    private const string Place = "{id}";

    /// <summary>Whether a text can be the pattern of the addresses. Only https: a page must not carry anything that runs.</summary>
    public static bool IsPattern(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        && text.IndexOf(Place, StringComparison.Ordinal) is int at and > 0
        && Uri.TryCreate(text.Replace(Place, "0", StringComparison.Ordinal), UriKind.Absolute, out Uri? uri)
        && text.IndexOfAny(['/', '?', '#'], "https://".Length) is int host and > 0 && host < at
        && uri.UserInfo.Length == 0;

    /// <summary>The address of the deal with this id.</summary>
    public static string Of(string pattern, string id) => pattern.Replace(Place, Uri.EscapeDataString(id), StringComparison.Ordinal);
}
