using System;
using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>The headline, the plan, the answers that are due and the deals at risk.</summary>
internal sealed partial class JsonReport
{
    private void WriteHeadline()
    {
        _json.WriteStartObject("headline");
        if (_review.Owner is null)
        {
            PeriodForecast? total = _review.Forecast.Forecast?.Total;
            _json.WriteString("until", total is null ? null : Date(total.Period.Last));
            WriteMoney("expected", total?.Mean);
            WriteMoney("p10", total?.Quantile(0.1));
            WriteMoney("p90", total?.Quantile(0.9));
            WriteNumber("quota", _review.Forecast.Quota);
            WriteNumber("quotaChance", _review.Forecast.QuotaChance);
        }
        else
        {
            RevenueDistribution? open = _review.OpenOfOwner;
            _json.WriteString("until", open is null ? null : Date(_review.Forecast.Forecast!.Total.Period.Last));
            WriteMoney("expected", open?.Mean);
            WriteMoney("p10", open?.Quantile(0.1));
            WriteMoney("p90", open?.Quantile(0.9));
        }

        _json.WriteBoolean("isRoughGuess", _review.Forecast.IsRoughGuess);
        if (_review.Risk is { } risk)
        {
            _json.WriteStartObject("greatestRisk");
            _json.WriteString("kind", Name(risk.Kind));
            WriteMoney("amount", risk.Amount);
            WriteMoney("of", risk.Expected);
            if (risk.Sign is { } sign)
            {
                _json.WriteString("sign", Name(sign));
                _json.WriteNumber("deals", risk.Deals);
            }

            if (risk.Deal is { } deal)
            {
                _json.WriteString("deal", deal.Id);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void Write(Priorities priorities)
    {
        CapacityPlan plan = priorities.Plan;
        _json.WriteStartObject("plan");
        _json.WriteString("first", Date(priorities.Week.First));
        _json.WriteString("last", Date(priorities.Week.Last));
        _json.WriteNumber("hours", priorities.Input.WeeklyHours);
        _json.WriteNumber("effortHours", priorities.Input.EffortHours);
        if (_review.Owner is null)
        {
            WriteMoney("expectedValue", plan.ExpectedValue);
            _json.WriteBoolean("exact", plan.IsExact);
            WriteMoney("shortfall", plan.Shortfall);
            _json.WriteString("bottleneck", Name(plan.Bottleneck));
            WriteTexts("ownersWithoutDeals", priorities.OwnersWithoutDeals);
        }

        WriteArray("owners", priorities.Owners, owner =>
        {
            _json.WriteString("owner", owner.Owner);
            _json.WriteNumber("hours", owner.Hours.TotalHours);
            _json.WriteNumber("used", owner.Used.TotalHours);
            _json.WriteNumber("overload", owner.Overload.TotalHours);
            WriteMoney("expectedValue", owner.ExpectedValue);
            WriteMoney("gainOfAnHour", owner.GainOfAnHour);
            WriteMoney("shadowPrice", owner.ShadowPrice);
            WriteArray("deals", owner.Deals, deal =>
            {
                Write(deal.Deal, priorities);
                _json.WriteNumber("hours", deal.Time.TotalHours);
                _json.WriteString("mustDo", deal.MustDo is { } mustDo ? Name(mustDo) : null);
            });
        });
        WriteArray("leftOut", priorities.LeftOut, deal =>
        {
            Write(deal.Deal, priorities);
            _json.WriteString("reason", Name(deal.Reason));
            WriteNumber("hours", deal.Time?.TotalHours);
            WriteMoney("gainPerHour", deal.GainPerHour);
        });
        WriteArray("notWeighed", priorities.Unknown, deal =>
        {
            Write(deal.Deal, priorities);
            WriteTexts("unknown", FactsOf(deal.Unknown));
        });
        _json.WriteEndObject();
        Write(priorities.Answers, priorities);
        WriteArray("atRisk", priorities.AtRisk, deal =>
        {
            Write(deal.Opportunity, priorities);
            WriteArray("signs", deal.Signs, finding =>
            {
                _json.WriteString("sign", Name(finding.Sign));
                WriteNumber("observed", finding.Observed);
                WriteNumber("threshold", finding.Threshold);
                _json.WriteString("since", finding.Since is { } since ? Date(since) : null);
                _json.WriteString("text", finding.ToText(ExplanationTexts.English));
            });
        });
        WriteArray("best", priorities.Best.Ranked.Where(deal => _review.Shows(deal.Opportunity)), deal =>
        {
            Write(deal.Opportunity, priorities);
            _json.WriteNumber("rank", deal.Rank);
        });
    }

    private void Write(ResponseList? answers, Priorities priorities)
    {
        if (answers is null)
        {
            _json.WriteNull("answers");
            return;
        }

        _json.WriteStartObject("answers");
        WriteArray("overdue", priorities.Overdue, Write);
        WriteArray("waiting", priorities.Waiting, Write);
        if (_review.Owner is null)
        {
            _json.WriteNumber("inTime", answers.All.InTime.Successes);
            _json.WriteNumber("due", answers.All.InTime.Trials);
        }

        _json.WriteEndObject();

        void Write(ResponseDue answer)
        {
            _json.WriteString("id", answer.Id);
            _json.WriteString("owner", answer.Opportunity.Owner);
            _json.WriteString("qualified", Date(answer.Start.Value));
            _json.WriteString("due", Date(Priorities.LastDayOf(answer)));
            _json.WriteNumber("workingDaysOverdue", Priorities.DaysOverdue(answer));
        }
    }

    private void Write(Opportunity deal, Priorities priorities)
    {
        DealChance chance = priorities.Chances[deal.Id];
        _json.WriteString("id", deal.Id);
        _json.WriteString("owner", deal.Owner);
        WriteNumber("value", chance.Value);
        WriteNumber("chance", chance.Probability);
        WriteMoney("expectedValue", (double?)chance.ExpectedValue);
        _json.WriteString("expectedClose", chance.ExpectedClose is { } close ? Date(close) : null);
        _json.WriteString("likeliestMonth", chance.LikeliestMonth is { } month ? Date(month.First)[..7] : null);
    }

    private static IEnumerable<string> FactsOf(UnknownFacts facts) =>
        Enum.GetValues<UnknownFacts>().Where(fact => fact != UnknownFacts.None && facts.HasFlag(fact)).Select(Name);
}
