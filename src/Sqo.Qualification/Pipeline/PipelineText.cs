namespace Sqo.Qualification;

/// <summary>Texts of records.</summary>
internal static class PipelineText
{
    /// <summary>The text, or <see langword="null"/> if it is blank: blank means unknown.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
