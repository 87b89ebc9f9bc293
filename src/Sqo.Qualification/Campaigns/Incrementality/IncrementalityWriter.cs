using System;
using System.Text;

namespace Sqo.Qualification;

/// <summary>Writes the result of a test with a held-out group as lines of text.</summary>
internal sealed class IncrementalityWriter(ExplanationTexts texts)
{
    private readonly StringBuilder _text = new();

    public string Write(IncrementalityTest test, decimal? spend, string? currency)
    {
        var (exposed, heldOut) = (test.Difference.First, test.Difference.Second);
        Line(MessageIds.IncrementalityRates, Rate(exposed), Rate(heldOut));
        if (test.DifferenceInterval is not { } difference)
        {
            Line(MessageIds.IncrementalityEmpty);
            return _text.ToString();
        }

        Line(
            test.IsClear ? MessageIds.IncrementalityClear : MessageIds.IncrementalityUnclear, Points(test.Difference.Value!.Value),
            Points(difference.Low), Points(difference.High));
        if (test.Lift is { } lift)
        {
            if (test.LiftInterval is { } ends) Line(MessageIds.IncrementalityLift, Percent(lift), Percent(ends.Low), Percent(ends.High));
            else Line(MessageIds.IncrementalityLiftOpen, Percent(lift));
        }

        var caused = test.IncrementalInterval!.Value;
        Line(MessageIds.IncrementalityCaused, Tenths(test.IncrementalConversions!.Value), Tenths(caused.Low), Tenths(caused.High));
        if (spend is not { } given) return _text.ToString();
        if (test.CostInterval(given) is { } cost)
        {
            var each = test.CostPerConversion(given)!.Value;
            Line(MessageIds.IncrementalityCost, Money(each), Money((decimal)cost.Low), Money((decimal)cost.High));
        }
        else
        {
            Line(MessageIds.IncrementalityCostOpen, Money(given));
        }

        return _text.ToString();

        string Money(decimal amount) => texts.Value(Math.Round(amount, 2, MidpointRounding.AwayFromZero), currency);
    }

    private string Rate(ObservedRate rate) => rate.Value is { } value
        ? texts.Fill(MessageIds.AlignmentRate, texts.Value(rate.Successes), texts.Value(rate.Trials), Percent(value))
        : texts.Value(rate.Trials);

    // A difference of percentages is in percentage points.
    private string Points(double difference) => texts.Formats.Number((decimal)(difference * 100), 0, 2);

    private string Tenths(double number) => texts.Formats.Number((decimal)number, 0, 1);

    private string Percent(double share) => texts.Formats.Percent(share, 1);

    private void Line(string messageId, params string[] arguments)
    {
        if (_text.Length > 0) _text.Append('\n');
        _text.Append(texts.Fill(messageId, arguments));
    }
}
