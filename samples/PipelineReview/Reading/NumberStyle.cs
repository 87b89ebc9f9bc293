using System;

namespace PipelineReview.Reading;

/// <summary>How people write numbers, beside the digits and separators of a culture. Each is read only if the map allows it.</summary>
[Flags]
internal enum NumberStyle
{
    None = 0,

    /// <summary>A currency sign or code before or after the number: <c>1.234,56 €</c>, <c>USD 5</c>.</summary>
    Currency = 1,

    /// <summary>A percent sign after the number: <c>75%</c>.</summary>
    Percent = 2,

    /// <summary>Brackets around a negative number: <c>(1,200)</c>.</summary>
    Brackets = 4,

    /// <summary>A minus sign after the number: <c>1,200-</c>.</summary>
    TrailingMinus = 8,

    /// <summary>Groups of two digits above the thousands: <c>12,34,567</c>.</summary>
    Lakhs = 16,

    /// <summary>A factor after the number: <c>12k</c>, <c>1.5m</c>, <c>2bn</c>, <c>3 lakh</c>, <c>1 crore</c>.</summary>
    Factor = 32,
}
