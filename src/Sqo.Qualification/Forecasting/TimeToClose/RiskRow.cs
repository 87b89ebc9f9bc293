namespace Sqo.Qualification;

/// <summary>A segment in a place in the calendar, with the span of its cells in the table: from one to before another.</summary>
internal readonly record struct RiskRow(int Segment, int Slot, int First, int End);
