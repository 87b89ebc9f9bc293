namespace Sqo.Qualification;

/// <summary>The points of a text in a scorecard. Two are equal when both parts are.</summary>
/// <param name="Text">The text; compared ordinally, ignoring case.</param>
/// <param name="Points">Its points, in log-odds; negative points lower the score.</param>
public readonly record struct TextBin(string Text, double Points);
