namespace Sqo.Qualification;

/// <summary>The wins of a period.</summary>
internal readonly record struct WonInPeriod(double Value, int Count, int Unvalued);
