namespace Sqo.Qualification;

/// <summary>A share that a text shows as a percentage.</summary>
internal sealed class Percentage(double share)
{
    public string ToText(ExplanationTexts texts) => texts.Formats.Percent(share, 2);
}
