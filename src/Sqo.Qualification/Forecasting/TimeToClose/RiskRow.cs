namespace Sqo.Qualification;

/// <summary>A segment in a place in the calendar.</summary>
internal readonly record struct RiskRow(int Segment, int Slot);
