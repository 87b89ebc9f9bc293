using System.Linq;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>The campaigns, and the credits of all attribution models.</summary>
internal sealed partial class JsonReport
{
    private void Write(CampaignReview campaigns)
    {
        CampaignFunnel funnel = campaigns.Funnel;
        _json.WriteStartObject("campaigns");
        _json.WriteString("compared", Name(funnel.Compared));
        WriteArray("rows", funnel.Campaigns, row =>
        {
            _json.WriteString("campaign", row.Name);
            WriteNumber("rank", row.Rank is { } rank ? (decimal)rank : null);
            WriteFigures(funnel, row.Figures);
            WriteNumber("shrunkRate", row.ShrunkRate);
            WriteNumber("adjustedPValue", row.ToOthers?.AdjustedPValue);
            _json.WriteBoolean("isClear", row.ToOthers?.IsClear == true);
        });
        _json.WriteStartObject("all");
        WriteFigures(funnel, funnel.All);
        _json.WriteEndObject();
        _json.WriteEndObject();
        if (campaigns.Attribution is { } attribution)
        {
            Write(attribution);
        }
    }

    private void WriteFigures(CampaignFunnel funnel, FunnelFigures figures)
    {
        ObservedRate rate = figures.Rate(funnel.Compared);
        _json.WriteNumber("deals", figures.Leads);
        _json.WriteNumber("sqos", figures.QualifiedOpportunities);
        _json.WriteNumber("won", figures.Won);
        _json.WriteNumber("lost", figures.Lost);
        _json.WriteNumber("open", figures.Open);
        WriteNumber("rate", rate.Value);
        WriteNumber("low", rate.Interval()?.Low);
        WriteNumber("high", rate.Interval()?.High);
        WriteMoney("wonValue", (double)figures.WonValue);
        WriteMoney("expectedValue", (double)figures.ExpectedValue);
    }

    private void Write(AttributionComparison attribution)
    {
        _json.WriteStartObject("attribution");
        _json.WriteNumber("conversions", attribution.Coverage.Conversions);
        _json.WriteNumber("conversionsWithoutTouch", attribution.Coverage.ConversionsWithoutTouch);
        WriteNumber("agreement", attribution.Agreement);
        WriteArray("models", attribution.Models.Where(model => model.HasCredit), model =>
        {
            _json.WriteString("model", model.Model.Id);
            WriteArray("channels", model.Channels, credit =>
            {
                _json.WriteString("channel", credit.Channel);
                WriteNumber("share", credit.Share);
                WriteNumber("conversions", credit.Conversions);
                WriteMoney("value", (double)credit.Values.Sum(value => value.Amount));
                WriteNumber("assistedShare", credit.AssistedShare);
            });
        });
        _json.WriteEndObject();
    }
}
