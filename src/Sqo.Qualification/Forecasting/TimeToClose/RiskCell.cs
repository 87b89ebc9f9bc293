namespace Sqo.Qualification;

/// <summary>An age at which deals of a row were at risk: how many, and how many of them were won and lost.</summary>
internal readonly record struct RiskCell(int Age, long AtRisk, int Won, int Lost);
