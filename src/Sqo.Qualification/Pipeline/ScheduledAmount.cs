using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>An amount of money that is due on a day. Two are equal if both values are.</summary>
public readonly record struct ScheduledAmount
{
    internal ScheduledAmount(DateTime day, decimal amount)
    {
        Day = day;
        Amount = amount;
    }

    /// <summary>The day.</summary>
    public DateTime Day { get; }

    /// <summary>The amount.</summary>
    public decimal Amount { get; }

    /// <summary>"33.34 on 2017-10-01", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{InvariantText.Of(Amount)} on {DayNumber.Text(DayNumber.Of(Day))}";
}
