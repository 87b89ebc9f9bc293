using System.Text;

namespace PipelineReview.Reading;

/// <summary>How a file is written, as far as the file itself doesn't say.</summary>
/// <param name="Delimiter">What stands between the cells of CSV.</param>
/// <param name="Encoding">The encoding of text without a byte order mark; null is UTF-8.</param>
/// <param name="Escape">What makes the character after it an ordinary one in CSV; null if only doubled quotes do.</param>
/// <param name="Sheet">The sheet of an Excel workbook; null for the first one that isn't hidden.</param>
internal sealed record TableFormat(char Delimiter = ',', Encoding? Encoding = null, char? Escape = null, string? Sheet = null);
