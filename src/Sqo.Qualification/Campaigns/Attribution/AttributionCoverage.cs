using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What an attribution was computed from, and what is not in it. Immutable.</summary>
public sealed class AttributionCoverage
{
    private readonly long[] _leftOut;

    internal AttributionCoverage(JourneyPaths journeys, PathTotals totals, CurrencyAmount[] values, CurrencyAmount[] valuesWithoutTouch)
    {
        _leftOut = (long[])journeys.LeftOut.Clone();
        Journeys = journeys.Journeys;
        Touches = journeys.Touches;
        TiedTouches = journeys.Ties;
        OpenLeftOut = journeys.OpenLeftOut;
        UndatedConversions = journeys.Undated;
        Paths = totals.Paths;
        Conversions = totals.Conversions;
        NonConversions = totals.NonConversions;
        ConversionsWithoutTouch = totals.ConversionsWithoutTouch;
        ConversionsWithoutValue = totals.ConversionsWithoutValue;
        Values = Array.AsReadOnly(values);
        ValuesWithoutTouch = Array.AsReadOnly(valuesWithoutTouch);
    }

    /// <summary>The number of journeys; 0 if only paths were given.</summary>
    public long Journeys { get; }

    /// <summary>The number of touches of all journeys, used or not.</summary>
    public long Touches { get; }

    /// <summary>The number of touches of a journey with the same time as another one, which the options ordered.</summary>
    public long TiedTouches { get; }

    /// <summary>The number of journeys that were left out because they can still convert.</summary>
    public long OpenLeftOut { get; }

    /// <summary>
    /// The number of conversions that are known to have happened, and not when; they are not in <see cref="Conversions"/>.
    /// </summary>
    public long UndatedConversions { get; }

    /// <summary>The number of paths that were added, each counted once whatever its counts.</summary>
    public long Paths { get; }

    /// <summary>The number of conversions.</summary>
    public long Conversions { get; }

    /// <summary>The number of paths that ended without a conversion.</summary>
    public long NonConversions { get; }

    /// <summary>The number of conversions without any touch, which no channel gets.</summary>
    public long ConversionsWithoutTouch { get; }

    /// <summary>The number of conversions whose value is unknown.</summary>
    public long ConversionsWithoutValue { get; }

    /// <summary>The value of all conversions, by currency.</summary>
    public IReadOnlyList<CurrencyAmount> Values { get; }

    /// <summary>The part of <see cref="Values"/> whose conversions have no touch, by currency.</summary>
    public IReadOnlyList<CurrencyAmount> ValuesWithoutTouch { get; }

    /// <summary>The number of touches that are in no path.</summary>
    public long TouchesLeftOut
    {
        get
        {
            long sum = 0;
            foreach (var count in _leftOut) sum += count;
            return sum;
        }
    }

    /// <summary>Gets the number of touches that are in no path for a reason.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reason"/> is not a defined reason.</exception>
    public long LeftOut(TouchExclusion reason) => _leftOut[(int)Guard.Defined(reason)];
}
