using System;
using System.Linq;
using System.Text;

namespace Sqo.Qualification;

/// <summary>Writes the funnel of campaigns as lines of text.</summary>
internal sealed class CampaignWriter(ExplanationTexts texts)
{
    private readonly StringBuilder _text = new();

    public string Write(CampaignFunnel funnel)
    {
        var all = funnel.All;
        Line(
            MessageIds.CampaignsHeader, all.Leads, all.MarketingQualified, all.QualifiedOpportunities, all.Won, all.Lost, all.Open,
            funnel.AsOf);
        if (all.Won + all.Open > 0 && (all.WonValue != 0 || all.ExpectedValue != 0)) Line(
            MessageIds.CampaignsValue, Money(all.WonValue, funnel), Money(all.Refunded, funnel), Money(all.ExpectedValue, funnel));
        Count(MessageIds.CampaignsWithoutLead, all.WithoutLead);
        Count(MessageIds.CampaignsUnknownLeads, funnel.UnknownLeads);
        Count(MessageIds.CampaignsNotYet, funnel.NotYet);
        Count(MessageIds.CampaignsWonWithoutValue, all.WonWithoutValue);
        Count(MessageIds.CampaignsOpenWithoutExpectation, all.OpenWithoutExpectation);
        Count(MessageIds.CampaignsUnmatchedRefunds, funnel.UnmatchedRefunds);
        Count(MessageIds.CampaignsOutOfOrder, all.OutOfOrder(funnel.Compared));
        if (funnel.RecordedFrom is { } from) Line(
            MessageIds.CampaignsIncomplete, EventOf(funnel), from, Whole(funnel.ExpectedBefore!.Value),
            string.Join(", ", funnel.Cohorts.Where(cohort => cohort.IsIncomplete).Select(cohort => cohort.ToString())));
        foreach (var cohort in funnel.Cohorts)
        {
            if (cohort.IsRipe == false && !cohort.IsIncomplete && cohort.ExpectedCount is { } expected) Line(
                MessageIds.CampaignsUnripe, cohort.ToString(), Percent(cohort.Ripeness!.Value),
                cohort.Figures.Count(funnel.Compared), EventOf(funnel), Whole(expected));
        }

        Row(funnel, texts[MessageIds.CampaignsAll], all, MessageIds.CampaignsRow);
        foreach (var row in funnel.Campaigns)
        {
            Row(funnel, row.Name is { } name ? texts.Value(name) : texts[MessageIds.CampaignsUnknown], row.Figures, IdOf(row));
        }

        return _text.ToString();
    }

    public string WriteNext(CampaignFunnel funnel, decimal amount)
    {
        foreach (var next in funnel.Next(amount))
        {
            var name = next.Campaign is { } campaign ? texts.Value(campaign) : texts[MessageIds.CampaignsUnknown];
            var money = Money(amount, funnel);
            if (next.Interval is not { } interval)
            {
                if (next.Curve is { } curve) Line(MessageIds.CampaignsNextBeyond, name, money, Money(curve.Highest, funnel));
                else Line(MessageIds.CampaignsNextNoCurve, name, money, next.Periods);
                continue;
            }

            Line(
                next.IsSignSure ? MessageIds.CampaignsNext : MessageIds.CampaignsNextUnsure, name, money, Tenths(next.More!.Value),
                EventOf(funnel), Tenths(interval.Low), Tenths(interval.High), Tenths(next.Average!.Value));
        }

        return _text.ToString();
    }

    private void Row(CampaignFunnel funnel, string name, FunnelFigures figures, string messageId)
    {
        var rate = funnel.RateOf(figures);
        if (rate.Interval(funnel.Options.Confidence) is { } interval) Line(
            messageId, name, figures.Count(funnel.Compared), EventOf(funnel), figures.Leads, Percent(rate.Value!.Value),
            Percent(interval.Low), Percent(interval.High));
        if (figures.Spend is not { } spend) return;
        Line(
            MessageIds.CampaignsCost, name, Money(spend, funnel), Cost(ConversionEvent.Lead), Cost(ConversionEvent.QualifiedOpportunity),
            Cost(ConversionEvent.Won), figures.Return is { } gain ? Percent(gain) : texts.Value(null));
        if (figures.PaidBackOn is { } day) Line(MessageIds.CampaignsPaidBack, name, day, figures.PaybackDays!.Value);

        string Cost(ConversionEvent reached)
        {
            var cost = figures.CostPer(reached)!;
            if (cost.Value is not { } value || cost.Interval(funnel.Options.Confidence) is not { } limits) return texts.Value(null);
            return texts.Fill(
                MessageIds.CampaignsRange, Money(value, funnel), Money((decimal)limits.Low, funnel), Money((decimal)limits.High, funnel));
        }
    }

    private static string IdOf(CampaignRow row) => row.ToOthers is not { } difference
        ? row.Name is null ? MessageIds.CampaignsRow : MessageIds.CampaignsRowFew
        : !difference.IsClear ? MessageIds.CampaignsRowUnclear
        : difference.Rates.Value > 0 ? MessageIds.CampaignsRowAbove
        : MessageIds.CampaignsRowBelow;

    private string EventOf(CampaignFunnel funnel) => texts[funnel.Compared switch
    {
        ConversionEvent.MarketingQualified => MessageIds.CampaignsMqls,
        ConversionEvent.SalesAccepted => MessageIds.CampaignsSals,
        ConversionEvent.SalesQualified => MessageIds.CampaignsSqls,
        ConversionEvent.QualifiedOpportunity => MessageIds.CampaignsSqos,
        _ => MessageIds.CampaignsWins,
    }];

    private string Money(decimal amount, CampaignFunnel funnel) =>
        texts.Value(Math.Round(amount, 2, MidpointRounding.AwayFromZero), funnel.Currency);

    private string Whole(double number) => texts.Formats.Number((decimal)number, 0, 0);

    private string Tenths(double number) => texts.Formats.Number((decimal)number, 0, 1);

    private string Percent(double share) => texts.Formats.Percent(share, 1);

    private void Count(string messageId, int count)
    {
        if (count > 0) Line(messageId, count);
    }

    private void Line(string messageId, params object[] arguments)
    {
        if (_text.Length > 0) _text.Append('\n');
        _text.Append(texts.Fill(messageId, [.. arguments.Select(argument => argument as string ?? texts.Value(argument))]));
    }
}
