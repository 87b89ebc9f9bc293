namespace Sqo.Qualification;

/// <summary>A segment in a slot of the calendar, with the range of its cells in the table: from First to before End.</summary>
internal readonly record struct RiskRow(int Segment, int Slot, int First, int End);
