namespace Sqo.Qualification;

/// <summary>The points of a text in a scorecard. Two are equal when both parts are.</summary>
/// <param name="Text">The text; compared ordinally without regard to case.</param>
/// <param name="Points">The points that it gives, in log-odds; negative points count against.</param>
public readonly record struct TextBin(string Text, double Points);
