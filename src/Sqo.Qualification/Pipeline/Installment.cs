using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A part of an amount that is due on a day. Two are equal if both values are.</summary>
public readonly record struct Installment
{
    /// <summary>Creates an installment.</summary>
    /// <param name="day">The day it is due.</param>
    /// <param name="weight">Its weight: the part of the amount is the weight divided by the sum of all weights. Above 0; the default is
    /// 1.</param>
    /// <exception cref="ArgumentException"><paramref name="day"/> has kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is not above 0.</exception>
    public Installment(DateTime day, decimal weight = 1)
    {
        Day = DayNumber.Date(DayNumber.Checked(day));
        Weight = weight > 0 ? weight : throw new ArgumentOutOfRangeException(
            nameof(weight), weight,
            $"The weight of the installment of {DayNumber.Text(DayNumber.Of(day))} is {InvariantText.Of(weight)}; it must be above 0.");
    }

    /// <summary>The day it is due.</summary>
    public DateTime Day { get; }

    /// <summary>Its weight.</summary>
    public decimal Weight { get; }
}
