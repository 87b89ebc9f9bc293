namespace Sqo.Qualification;

/// <summary>What was won in a period.</summary>
internal readonly record struct WonInPeriod(double Value, int Count, int Unvalued);
