using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Sqo.Qualification;

namespace Campaigns;

/// <summary>Leads, wins, touches and spend, read from files and joined on the id of the lead.</summary>
internal sealed class CampaignData
{
    private readonly List<string> _rejected = [];
    private readonly List<TableFile> _files = [];
    private readonly Dictionary<string, List<Touchpoint>> _touches = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<CampaignSpend> _spend = [];
    private readonly string _folder;
    private readonly CampaignMap _map;

    private CampaignData(string folder, CampaignMap map)
    {
        _folder = folder;
        _map = map;
        ReadTouches();
        Leads = ReadLeads();
        Wins = ReadWins();
        ReadSpend();
        TouchesWithoutLead = _touches.Where(touches => !_ids.Contains(touches.Key)).Sum(touches => touches.Value.Count);
        AsOf = map.AsOf ?? _files.Max(file => file.Latest);
    }

    public IReadOnlyList<Lead> Leads { get; }

    public IReadOnlyList<Opportunity> Wins { get; }

    public IReadOnlyList<CampaignSpend> Spend => _spend;

    public IReadOnlyList<TableFile> Files => _files;

    /// <summary>The rows that could not be used, with their reasons.</summary>
    public IReadOnlyList<string> Rejected => _rejected;

    public int TouchesWithoutLead { get; }

    public DateTime AsOf { get; }

    public static CampaignData Read(string folder, CampaignMap map) => new(folder, map);

    private TableFile Open(string name)
    {
        var file = new TableFile(Path.Combine(_folder, name), _map.DateFormats, _rejected);
        _files.Add(file);
        return file;
    }

    private void ReadTouches()
    {
        if (_map.Touches is not { } map)
        {
            return;
        }

        TableFile file = Open(map.File);
        file.Read(() =>
        {
            string lead = file.Needed(map.Lead);
            var touch = new Touchpoint(file.NeededDate(map.Date), file.Text(map.Channel));
            if (!_touches.TryGetValue(lead, out List<Touchpoint>? touches))
            {
                _touches.Add(lead, touches = []);
            }

            touches.Add(touch);
        });
    }

    private List<Lead> ReadLeads()
    {
        CampaignMap.LeadFile map = _map.Leads;
        var leads = new List<Lead>();
        TableFile file = Open(map.File);
        file.Read(() =>
        {
            string id = file.Needed(map.Id);
            var times = new Dictionary<FunnelStage, DateTime?>
            {
                [FunnelStage.Lead] = file.Date(map.Date),
                [FunnelStage.MarketingQualified] = file.Date(map.AreMqls ? map.Date : map.Mql),
                [FunnelStage.QualifiedOpportunity] = file.Date(map.Sqo),
                [FunnelStage.Closed] = file.Date(map.Lost),
            };
            string? campaign = file.Text(map.Campaign);
            if (!_ids.Add(id))
            {
                throw new InputException($"the id \"{id}\" appears twice");
            }

            leads.Add(Lead.Create(lead =>
            {
                lead.Id = id;
                lead.Campaign = campaign;
                lead.Touchpoints = _touches.GetValueOrDefault(id);
                foreach ((FunnelStage stage, DateTime? day) in times)
                {
                    lead.Funnel[stage] = day is { } known ? EventTime.OnDay(known) : null;
                }
            }));
        });
        return leads;
    }

    private List<Opportunity> ReadWins()
    {
        var wins = new List<Opportunity>();
        if (_map.Wins is not { } map)
        {
            return wins;
        }

        TableFile file = Open(map.File);
        file.Read(() =>
        {
            string lead = file.Needed(map.Lead);
            DateTime day = file.NeededDate(map.Date);
            decimal? amount = file.Amount(map.Amount);
            string? currency = file.Text(map.Currency);
            wins.Add(Opportunity.Create(deal =>
            {
                // Only the lead is known; several wins of one lead are several deals.
                deal.Id = $"win {wins.Count + 1}";
                deal.LeadId = lead;
                deal.Outcome = OpportunityOutcome.Won;
                deal.Closed = day;
                deal.Amount = amount;
                deal.Currency = currency;
            }));
        });
        return wins;
    }

    private void ReadSpend()
    {
        if (_map.Spend is not { } map)
        {
            return;
        }

        TableFile file = Open(map.File);
        file.Read(() => _spend.Add(new(
            file.Text(map.Campaign),
            ForecastPeriod.MonthOf(file.NeededDate(map.Month)),
            file.Amount(map.Amount) ?? throw new InputException($"\"{map.Amount}\" is blank"),
            file.Text(map.Currency))));
    }
}
