using System.Collections.Generic;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>The first sentences: what is expected, how sure that is, and what it depends on most.</summary>
internal sealed class HeadlineDocument(Review review, ExplanationTexts texts, DealTexts deals)
{
    public IEnumerable<Block> Blocks()
    {
        string? expected = review.Owner is null ? OfTeam() : OfOwner();
        yield return new Lead(expected ?? texts[Words.NoCreationDates]);
        if (review.Forecast is { IsRoughGuess: true } sales)
        {
            yield return new Lead(texts.Message(Words.RoughGuess, sales.Closed, sales.DaysObserved));
        }

        if (review.Risk is { } risk)
        {
            yield return new Lead(TextOf(risk));
        }
    }

    private string? OfTeam()
    {
        if (review.Forecast.Forecast is not { } forecast)
        {
            return null;
        }

        PeriodForecast total = forecast.Total;
        string text = total.Quantile(0.1) is { } low && total.Quantile(0.9) is { } high
            ? texts.Message(Words.Expected, total.Period.Last, Money(total.Mean), Money(low), Money(high))
            : texts.Message(Words.ExpectedAlone, total.Period.Last, Money(total.Mean));
        return review.Forecast is { Quota: { } quota, QuotaChance: { } chance }
            ? $"{text} {texts.Message(Words.QuotaChance, deals.Value(quota), texts.Formats.Percent(chance, 0))}"
            : text;
    }

    private string? OfOwner() => (review.Forecast.Forecast, review.OpenOfOwner) switch
    {
        (null, _) => null,
        (_, null) => texts[Words.NoOpenDeals],
        ({ } forecast, { } open) => texts.Message(
            Words.ExpectedOfOwner, forecast.Total.Period.Last, Money(open.Mean), Money(open.Quantile(0.1)), Money(open.Quantile(0.9))),
    };

    private string TextOf(GreatestRisk risk)
    {
        string amount = Money(risk.Amount);
        string share = texts.Formats.Percent(risk.Amount / risk.Expected, 0);
        return risk.Kind switch
        {
            RiskKind.FarApart => texts.Message(Words.RiskFarApart, amount, share),
            RiskKind.NewBusiness => texts.Message(Words.RiskNewBusiness, amount, share),
            RiskKind.Sign => texts.Message(Words.RiskOfSign, amount, share, risk.Deals, texts[Words.Sign + risk.Sign]),
            _ => texts.Message(Words.RiskOfOneDeal, amount, share, Printable.Clip(NameOf(risk.Deal!))),
        };
    }

    private static string NameOf(Opportunity deal) => deal.Account is { } account ? $"{deal.Id} ({account})" : deal.Id;

    private string Money(double value) => deals.Value((decimal)value);
}
