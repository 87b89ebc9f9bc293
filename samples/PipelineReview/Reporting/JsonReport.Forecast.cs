using System;
using System.Linq;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>The forecast.</summary>
internal sealed partial class JsonReport
{
    private const int Cents = 2;

    private void Write(SalesForecast sales)
    {
        _json.WriteStartObject("forecast");
        _json.WriteNumber("leftOut", sales.LeftOut);
        WriteArray("faults", sales.Faults, fault =>
        {
            _json.WriteString("id", fault.Id);
            _json.WriteString("code", fault.Code);
            _json.WriteString("text", fault.Message);
        });
        WriteLack("missing", sales.Missing);
        if (sales.Forecast is { } forecast)
        {
            Write(sales, forecast);
        }

        _json.WriteEndObject();
    }

    private void Write(SalesForecast sales, RevenueForecast forecast)
    {
        _json.WriteString("model", forecast.Model);
        _json.WriteString("observedFrom", Date(forecast.ObservedFrom));
        _json.WriteNumber("undated", forecast.Undated);
        _json.WriteNumber("unvaluedOpen", forecast.Unvalued.Count());
        _json.WriteNumber("unvaluedWon", forecast.UnvaluedWins);
        if (sales.Quota is { } quota)
        {
            _json.WriteNumber("quota", quota);
            WriteNumber("quotaChance", sales.QuotaChance);
        }

        WriteArray("periods", forecast.Periods.Index(), item => Write(item.Item, forecast.WeightedPipeline?[item.Index]));
        _json.WriteStartObject("total");
        Write(forecast.Total, forecast.WeightedPipeline?.Sum());
        _json.WriteEndObject();
        WriteArray("fallbacks", forecast.Fallbacks, fallback =>
        {
            _json.WriteString("asked", fallback.Asked);
            _json.WriteString("used", fallback.Used);
            WriteLack("missing", fallback.Reason);
        });
        WriteArray("parts", forecast.Parts, part =>
        {
            _json.WriteString("model", part.Model);
            _json.WriteNumber("weight", part.Weight);
            _json.WriteNumber("forecasts", part.Forecasts);
            WriteMoney("rootMeanSquaredError", part.RootMeanSquaredError);
            WriteMoney("mean", part.Means?.Sum());
            WriteLack("missing", part.Missing);
        });
        if (forecast.Errors is { } errors)
        {
            _json.WriteStartObject("errors");
            _json.WriteNumber("forecasts", errors.Forecasts);
            WriteNumber("observed", errors.Observed);
            _json.WriteNumber("relative", errors.Relative);
            _json.WriteNumber("rates", errors.Rates);
            _json.WriteEndObject();
        }

        WriteArray("wonByMonth", sales.History is { } history ? history.Months.Zip(history.Values) : [], month =>
        {
            _json.WriteString("month", month.First.ToString());
            WriteMoney("won", month.Second);
        });
        WriteNumber("longestClosedAge", (decimal?)forecast.TimeToClose?.LongestClosedAge);
        WriteArray("staleDeals", sales.Stale, deal =>
        {
            _json.WriteString("id", deal.Opportunity.Id);
            WriteNumber("value", deal.Opportunity.Value);
            _json.WriteNumber("age", deal.Age);
        });
        WriteArray("openDeals", forecast.Deals, deal =>
        {
            _json.WriteString("id", deal.Opportunity.Id);
            WriteNumber("amount", deal.Amount);
            _json.WriteStartArray("chances");
            foreach (double chance in deal.Chances)
            {
                _json.WriteNumberValue(chance);
            }

            _json.WriteEndArray();
        });
        Write(sales.Backtest);
    }

    private void Write(PeriodForecast period, double? weighted)
    {
        _json.WriteString("first", Date(period.Period.First));
        _json.WriteString("last", Date(period.Period.Last));
        if (period is { Open: { } open, NewBusiness: { } begun })
        {
            Write("open", open.Mean, p => open.Quantile(p));
            Write("newBusiness", begun.Mean, p => begun.Quantile(p));
            if (period.Unexplained is { } rest)
            {
                Write("unexplained", rest.Mean, p => rest.Quantile(p));
            }
        }

        Write("total", period.Mean, period.Quantile);
        WriteMoney("weightedPipeline", weighted);
    }

    private void Write(string name, double mean, Func<double, double?> quantile)
    {
        _json.WriteStartObject(name);
        WriteMoney("p10", quantile(0.1));
        WriteMoney("p50", quantile(0.5));
        WriteMoney("p90", quantile(0.9));
        WriteMoney("mean", mean);
        _json.WriteEndObject();
    }

    private void Write(BacktestReport? backtest)
    {
        if (backtest is null)
        {
            _json.WriteNull("backtest");
            return;
        }

        _json.WriteStartObject("backtest");
        WriteTexts("origins", backtest.Origins.Select(Date));
        WriteArray("scores", _review.Forecast.Scores, score =>
        {
            _json.WriteString("model", score.Model);
            _json.WriteNumber("monthsAhead", score.MonthsAhead);
            WriteNumber("wape", score.Wape);
            WriteNumber("bias", score.Bias);
            WriteNumber("mase", score.Mase);
            WriteMoney("quantileScore", score.QuantileScore);
            WriteMoney("winkler", score.Winkler);
            WriteMoney("crps", score.Crps);
            WriteNumber("held", (decimal?)score.Coverage?.Successes);
            WriteNumber("intervals", (decimal?)score.Coverage?.Trials);
            WriteNumber("level", score.Level);
            WriteNumber("skill", score.Skill);
            WriteNumber("crpsSkill", score.CrpsSkill);
            WriteArray("forecasts", score.Rows, row =>
            {
                _json.WriteString("origin", Date(row.Origin));
                _json.WriteString("first", Date(row.Period.First));
                _json.WriteString("last", Date(row.Period.Last));
                _json.WriteString("model", row.Model.Model);
                WriteMoney("won", row.Actual);
                Write("forecast", row.Forecast.Mean, row.Forecast.Quantile);
            });
        });
        WriteArray("closer", _review.Forecast.Closer, closer =>
        {
            _json.WriteString("model", closer.Model);
            _json.WriteNumber("monthsAhead", closer.MonthsAhead);
            _json.WriteNumber("forecasts", closer.Forecasts);
            _json.WriteNumber("wape", closer.Wape);
            _json.WriteNumber("defaultWape", closer.DefaultWape);
            _json.WriteNumber("pValue", closer.PValue);
            _json.WriteBoolean("isClear", closer.IsClear);
        });
        WriteArray("gaps", backtest.Gaps, gap =>
        {
            _json.WriteString("model", gap.Model);
            _json.WriteString("origin", Date(gap.Origin));
            WriteLack("missing", gap.Reason);
        });
        _json.WriteEndObject();
    }

    private void WriteLack(string name, TooLittleHistoryException? lack)
    {
        if (lack is null)
        {
            _json.WriteNull(name);
            return;
        }

        _json.WriteStartObject(name);
        _json.WriteString("model", lack.Model);
        _json.WriteString("unit", lack.Unit);
        _json.WriteNumber("given", lack.Given);
        _json.WriteNumber("needed", lack.Needed);
        _json.WriteEndObject();
    }

    private void WriteMoney(string name, double? value) => WriteNumber(name, value is { } known ? Math.Round((decimal)known, Cents) : null);
}
