using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>Describes the campaigns, and how attribution models share the wins among channels.</summary>
internal sealed class CampaignDocument(CampaignReview campaigns, ExplanationTexts texts, DealTexts deals)
{
    // As many as fit beside the channels; the others are in the JSON and the CSV.
    private static readonly string[] ShownModels = ["first-touch", "last-touch", "linear", "position-based", "markov-1"];

    public IEnumerable<Block> Blocks()
    {
        CampaignFunnel funnel = campaigns.Funnel;
        bool bySqo = funnel.Compared == ConversionEvent.QualifiedOpportunity;
        yield return new Heading(texts[Words.Campaigns]);
        yield return new Grid(
            [
                new Column(texts[Words.Campaign]), Number(Words.Deals), .. bySqo ? (Column[])[Number(Words.Sqos)] : [], Number(Words.Won),
                Number(Words.Lost), Number(Words.Open), Number(bySqo ? Words.SqoRate : Words.WonRate), Number(Words.WonValue),
                Number(Words.ExpectedValue), new Column(texts[Words.Compared]),
            ],
            [
                .. funnel.Campaigns.Select(row => RowOf(
                    row.Name is { } name ? Printable.Clip(name) : texts[Words.UnknownCampaign], row.Figures, Against(row))),
                RowOf(texts[Words.AllCampaigns], funnel.All, ""),
            ]);
        yield return new Note(texts[Words.CampaignsNote]);
        if (campaigns.Attribution is not { } attribution)
        {
            yield break;
        }

        ModelAttribution[] models = [.. ShownModels.Select(id => attribution[id]).Where(model => model.HasCredit)];
        yield return new Heading(texts[Words.Attribution]);
        yield return new Grid(
            [
                new Column(texts[Words.Channel]),
                .. models.Select(model => new Column(texts[ExplanationTexts.AttributionModelPrefix + model.Model.Id], IsNumber: true)),
                Number(Words.Assisted),
            ],
            [
                .. attribution.Channels.Select(channel => (IReadOnlyList<string>)
                [
                    Printable.Clip(channel),
                    .. models.Select(model => Percent(model[channel].Share)),
                    Percent(attribution["markov-1"][channel].AssistedShare),
                ]),
            ]);
        foreach (string line in attribution.ToText(texts).Split('\n').Take(2))
        {
            yield return new Note(line + ".");
        }

        IReadOnlyList<string> RowOf(string name, FunnelFigures figures, string against)
        {
            ObservedRate rate = figures.Rate(funnel.Compared);
            return
            [
                name, Count(figures.Leads), .. bySqo ? (string[])[Count(figures.QualifiedOpportunities)] : [], Count(figures.Won),
                Count(figures.Lost), Count(figures.Open),
                rate.Interval() is { } interval
                    ? texts.Message(MessageIds.CampaignsRange, Percent(rate.Value), Percent(interval.Low), Percent(interval.High))
                    : "-",
                deals.Value(figures.WonValue), deals.Value(figures.ExpectedValue), against,
            ];
        }
    }

    /// <summary>How a campaign compares with the others.</summary>
    public string Against(CampaignRow row) => row switch
    {
        { Name: null } => "",
        { ToOthers: null } => texts[Words.TooFewDeals],
        { ToOthers.IsClear: false } => texts[Words.MayBeChance],
        _ => texts[row.ToOthers.Rates.Value > 0 ? Words.Above : Words.Below],
    };

    private string Count(int count) => texts.Formats.Number(count);

    private string Percent(double? share) => share is { } known ? texts.Formats.Percent(known, 0) : "-";

    private Column Number(string heading) => new(texts[heading], IsNumber: true);
}
