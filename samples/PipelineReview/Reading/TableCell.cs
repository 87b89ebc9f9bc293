namespace PipelineReview.Reading;

/// <summary>A cell of a file.</summary>
/// <param name="Text">Its text without the white space around it; "" if it is empty.</param>
/// <param name="Value">
/// A <see cref="System.DateTime"/>, <see cref="decimal"/>, <see cref="bool"/> or list of texts, if the file has types; null for a text.
/// </param>
internal readonly record struct TableCell(string Text, object? Value = null)
{
    public static readonly TableCell Empty = new("");
}
