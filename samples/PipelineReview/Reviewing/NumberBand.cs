using System.Globalization;

namespace PipelineReview.Reviewing;

/// <summary>Numbers that count as one value.</summary>
/// <param name="From">The least.</param>
/// <param name="Below">The start of the next band; null if there is none.</param>
/// <param name="IsCount">Whether they are whole numbers.</param>
internal sealed record NumberBand(decimal From, decimal? Below, bool IsCount)
{
    public static NumberBand? Of(int? count, params decimal[] bounds) => Of(count, isCount: true, bounds);

    public static NumberBand? Of(decimal? number, params decimal[] bounds) => Of(number, isCount: false, bounds);

    /// <summary>The greatest whole number of the band; null if it has no end, or if numbers need not be whole.</summary>
    public decimal? LastCount => IsCount ? Below - 1 : null;

    public override string ToString()
    {
        string from = From.ToString(CultureInfo.InvariantCulture);
        return Below is not { } below ? $"{from}+"
            : LastCount == From ? from
            : $"{from}-{(LastCount ?? below).ToString(CultureInfo.InvariantCulture)}";
    }

    // A number below all bands falls into the first one.
    private static NumberBand? Of(decimal? number, bool isCount, decimal[] bounds)
    {
        if (number is not { } known)
        {
            return null;
        }

        decimal from = 0;
        foreach (decimal bound in bounds)
        {
            if (known < bound)
            {
                return new NumberBand(from, bound, isCount);
            }

            from = bound;
        }

        return new NumberBand(from, null, isCount);
    }
}
