namespace Sqo.Qualification;

/// <summary>Whether an interval has an end, and whether that belongs to it.</summary>
internal enum Bound : byte
{
    None,
    Inclusive,
    Exclusive,
}
