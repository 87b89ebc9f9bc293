namespace Sqo.Qualification;

/// <summary>The numbers of deals of a row at risk at an age, and of those won and lost.</summary>
internal readonly record struct RiskCell(int Age, long AtRisk, int Won, int Lost);
