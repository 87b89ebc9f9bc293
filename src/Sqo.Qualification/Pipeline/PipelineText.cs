namespace Sqo.Qualification;

/// <summary>Texts of records.</summary>
internal static class PipelineText
{
    /// <summary>A blank text tells nothing: it is unknown.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
