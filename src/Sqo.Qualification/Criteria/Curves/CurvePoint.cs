namespace Sqo.Qualification;

/// <summary>A point of a curve. Two points are equal when both of their numbers are.</summary>
/// <param name="At">The number.</param>
/// <param name="Value">The curve's value at that number, from 0 to 1.</param>
public readonly record struct CurvePoint(double At, double Value);
