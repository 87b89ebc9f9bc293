using System;
using System.Linq;

namespace PipelineReview.Reporting;

/// <summary>A month of a chart as a line of characters.</summary>
/// <param name="Label">The name of the month.</param>
/// <param name="Won">How many characters stand for what was won.</param>
/// <param name="Low">How many characters are left empty up to P10.</param>
/// <param name="Range">How many stand for what lies from P10 to P90; at least 1 in a month that is forecast.</param>
/// <param name="Middle">The character, from 0, that P50 falls on, within the range; null in a month that is over.</param>
/// <param name="Value">The amount in words: what was won, or the range.</param>
internal sealed record FanBar(string Label, int Won, int Low, int Range, int? Middle, string Value)
{
    /// <summary>The months, so that the greatest amount is as wide as allowed.</summary>
    public static FanBar[] Of(FanChart chart, int width)
    {
        double most = chart.Months.Max(month => month.Forecast?.High ?? month.Won ?? 0);
        int Length(double value) => most <= 0 ? 0 : (int)Math.Round(value / most * width, MidpointRounding.AwayFromZero);
        return
        [
            .. chart.Months.Select(month =>
            {
                if (month.Forecast is not { } range)
                {
                    double won = month.Won ?? 0;
                    return new FanBar(month.Label, Length(won), 0, 0, null, chart.Value(won));
                }

                int low = Math.Min(Length(range.Low), width - 1);
                int high = Math.Max(Length(range.High), low + 1);
                int middle = Math.Clamp(Length(range.Middle), low, high - 1);
                return new FanBar(
                    month.Label, 0, low, high - low, middle, $"{chart.Value(range.Low)} | {chart.Value(range.Middle)} | {chart.Value(range.High)}");
            }),
        ];
    }
}
