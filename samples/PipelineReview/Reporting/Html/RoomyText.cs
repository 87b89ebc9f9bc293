using System.Linq;
using OxyPlot;

namespace PipelineReview.Reporting.Html;

/// <summary>
/// The width of a text in the widest common font, because the browser's font is not known. The same everywhere, so the page has the same
/// bytes on every machine.
/// </summary>
internal sealed class RoomyText(double width, double height) : PdfRenderContext(width, height, OxyColors.Transparent)
{
    private const double CharacterWidth = 0.62;
    private const double LineHeight = 1.25;

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        string[] lines = (text ?? "").Split('\n');
        return new OxySize(lines.Max(line => line.Length) * CharacterWidth * fontSize, lines.Length * LineHeight * fontSize);
    }
}
