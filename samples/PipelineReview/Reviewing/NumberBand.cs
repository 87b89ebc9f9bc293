using System.Globalization;

namespace PipelineReview.Reviewing;

/// <summary>Numbers that are taken for one value.</summary>
/// <param name="From">The least.</param>
/// <param name="Below">Where the next band starts; null when there is no end.</param>
/// <param name="IsCount">Whether they are whole.</param>
internal sealed record NumberBand(decimal From, decimal? Below, bool IsCount)
{
    public static NumberBand? Of(int? count, params decimal[] bounds) => Of(count, isCount: true, bounds);

    public static NumberBand? Of(decimal? number, params decimal[] bounds) => Of(number, isCount: false, bounds);

    /// <summary>The greatest whole number of the band; null when there is no end, or numbers need not be whole.</summary>
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
