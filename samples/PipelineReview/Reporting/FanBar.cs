using System;
using System.Linq;

namespace PipelineReview.Reporting;

/// <summary>A month of a chart as a line of characters.</summary>
/// <param name="Label">The name of the month.</param>
/// <param name="Won">The number of characters for the amount won.</param>
/// <param name="Low">The number of empty characters up to P10.</param>
/// <param name="Range">The number of characters from P10 to P90; at least 1 in a forecast month.</param>
/// <param name="Middle">The index, from 0, of the character of P50 within the range; null in a past month.</param>
/// <param name="Value">The amount as text: the amount won, or the range.</param>
internal sealed record FanBar(string Label, int Won, int Low, int Range, int? Middle, string Value)
{
    /// <summary>The months, scaled so that the greatest amount has the maximum width.</summary>
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
