using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PipelineReview.Profiles;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>A judged pipeline: everything that the reports show.</summary>
internal sealed class Review
{
    private const int MostNames = 20;

    private readonly Dictionary<string, Verdict> _verdicts;

    private Review(ReviewOptions options, DealReader reader, DealSnapshot snapshot, QualificationProfile<Deal> profile)
    {
        DealsFile = Path.GetFileName(options.DealsFile);
        MapFile = Path.GetFileName(options.MapFile);
        FilesRead = [options.DealsFile, options.MapFile, .. reader.OtherFiles, .. options.ProfileFiles];
        Currency = reader.Map.Currency;
        DealUrl = reader.Map.DealUrl;
        AsOf = snapshot.AsOf;
        AsOfSource = snapshot.Source;
        Profile = profile;
        Counts = RowCounts.Of(reader, snapshot);
        Rejected = [.. reader.Rejected, .. reader.RejectedLookupRows];
        MostRejected = 2 * reader.Rejected.Count > reader.Rows - reader.NotTaken ? RejectionSummary.Of(reader.Rows, reader.Rejected) : [];
        LookupMisses = reader.LookupMisses;
        Remarks = RemarksOf(reader, snapshot);

        Deal[] open = [.. snapshot.Deals.Where(deal => deal.Status == DealStatus.Open)];
        AnswerTable<Deal> table = profile.AnswerAll(open, snapshot.AsOf);
        Decision[] decisions = profile.Decide(table);
        // As if each were won: the revenue is then what they are worth.
        Audit = ProfileAudit.Of(
            profile, table, DealOutcomes.Of(open, _ => OpportunityOutcome.Won, deal => deal.Value is >= 0 and var value ? value : null));
        Open = [.. open.Select((deal, i) => new ReviewedDeal(deal, decisions[i], d => profile.Explain(d, snapshot.AsOf)))];
        _verdicts = Open.ToDictionary(deal => deal.Deal.Id, deal => deal.Decision.Verdict, StringComparer.Ordinal);
        Forecast = SalesForecast.From(snapshot, reader.Map, options.Quota);
        var team = Team.Of(snapshot, reader.Owners);
        Owner = OwnerNamed(options.Owner, [.. team.Owners, .. open.Select(deal => deal.Owner).OfType<string>()]);
        Priorities = new Priorities(new PlanInput(Open, AsOf, team, options.WeeklyHours, reader.Map.EffortHours), Forecast, Owner);
        Campaigns = CampaignReview.Of(Forecast.Records, Priorities.Chances, AsOf);
        Risk = GreatestRisk.Of(Forecast.Forecast, Priorities, isOfOneOwner: Owner is not null);
        Qualified = InOrderOf(Priorities.Best);
        var closed = ClosedDeals.Of(snapshot, reader.Map.AmountKnownAtClose);
        AuditOfClosed = AuditReview.Of(profile, closed, options.HourCost, reader.Map.EffortHours);
        Learning = options.Learn ? WinLearning.From(snapshot, closed, profile) : null;
        NeverKnown = [.. profile.Criteria.Where(criterion => Open.Count > 0 && Open.All(deal => deal.Decision.Unknown.Contains(criterion.Index)))];
    }

    public string DealsFile { get; }

    public string MapFile { get; }

    /// <summary>The paths of all files that were read.</summary>
    public IReadOnlyList<string> FilesRead { get; }

    public string? Currency { get; }

    /// <summary>The address of a deal in the CRM, with a place for its id; null if it is not known.</summary>
    public string? DealUrl { get; }

    public DateTime AsOf { get; }

    public AsOfSource AsOfSource { get; }

    public QualificationProfile<Deal> Profile { get; }

    /// <summary>The owner whose page it is; null for the review of the team.</summary>
    public string? Owner { get; }

    public RowCounts Counts { get; }

    /// <summary>The open deals, in the order of the file.</summary>
    public IReadOnlyList<ReviewedDeal> Open { get; }

    /// <summary>The verdicts, the best first.</summary>
    public static IReadOnlyList<Verdict> Verdicts { get; } =
        [Verdict.Qualified, Verdict.NearMiss, Verdict.NeedsDiscovery, Verdict.Disqualified];

    /// <summary>What the profile does to the open deals, counted as if each were won: the revenue is what they are worth.</summary>
    public ProfileAudit Audit { get; }

    /// <summary>The profile held against how the closed deals ended; null if no deal is closed.</summary>
    public AuditReview? AuditOfClosed { get; }

    /// <summary>The SQOs by expected value; those without one come last, by score, then value, then id.</summary>
    public IReadOnlyList<ReviewedDeal> Qualified { get; }

    /// <summary>The near misses: the least effort first, then by value, then by id.</summary>
    public IReadOnlyList<ReviewedDeal> NearMisses { get; private set; } = [];

    /// <summary>The deals that need discovery, by value, then score, then id.</summary>
    public IReadOnlyList<ReviewedDeal> ToDiscover { get; private set; } = [];

    /// <summary>By the number of deals that depend on them.</summary>
    public IReadOnlyList<OpenQuestion> Questions { get; private set; } = [];

    /// <summary>The criteria without an answer in any open deal: the profile hardly suits the data.</summary>
    public IReadOnlyList<CriterionInfo> NeverKnown { get; }

    public SalesForecast Forecast { get; }

    /// <summary>What to do next week.</summary>
    public Priorities Priorities { get; }

    /// <summary>What the campaigns brought; null if no deal has one.</summary>
    public CampaignReview? Campaigns { get; }

    /// <summary>The risk that the most money depends on; null if nothing is expected.</summary>
    public GreatestRisk? Risk { get; }

    /// <summary>What closed deals show about open ones; null unless requested.</summary>
    public WinLearning? Learning { get; }

    /// <summary>The rows of the deals file, then those of the look-up files.</summary>
    public IReadOnlyList<RejectedRow> Rejected { get; }

    /// <summary>The first lines if most rows could not be used; empty otherwise.</summary>
    public IReadOnlyList<string> MostRejected { get; }

    public IReadOnlyList<LookupMiss> LookupMisses { get; }

    public IReadOnlyList<DealRemark> Remarks { get; }

    /// <summary>Reads and judges.</summary>
    /// <param name="options">What to read, and how to judge it.</param>
    /// <param name="progress">Receives the number done and the total, which is 0 while unknown.</param>
    /// <exception cref="InputException">The input is invalid.</exception>
    public static Review Run(ReviewOptions options, Action<ReviewStep, int, int> progress)
    {
        using DealReader reader = DealReader.Open(options.DealsFile, options.MapFile);
        var deals = new List<Deal>();
        foreach (Deal deal in reader.Read())
        {
            deals.Add(deal);
            progress(ReviewStep.Reading, reader.Rows, 0);
        }

        progress(ReviewStep.Reading, reader.Rows, reader.Rows);
        deals = reader.WithoutStrayDates(deals);
        if (deals.Count == 0 && reader.Rows > 0)
        {
            throw new InputException(RejectionSummary.Of(reader.Rows, reader.Rejected), rowsRejected: true);
        }

        QualificationProfile<Deal> profile = DealProfiles.Create(
            options.Profile ?? reader.Map.Profile ?? DealProfiles.Default, reader.Map);
        DealSnapshot snapshot = DealSnapshot.Take(deals, reader.Map, options.AsOf);
        progress(ReviewStep.Forecasting, 0, 1);
        var review = new Review(options, reader, snapshot, profile);
        progress(ReviewStep.Forecasting, 1, 1);
        review.Explain(progress);
        return review;
    }

    /// <summary>Whether a deal is shown: all of the team's, or those of one owner.</summary>
    public bool Shows(ReviewedDeal deal) => Shows(deal.Deal.Owner);

    /// <summary>What the open deals of the owner bring within the forecast; null if there are none, or no forecast.</summary>
    public RevenueDistribution? OpenOfOwner => Forecast.Forecast?.OpenBy(deal => deal.Owner)
        .FirstOrDefault(group => group.Name is not null && string.Equals(group.Name, Owner, StringComparison.Ordinal))?.Total;

    /// <summary>Whether a deal is shown: all of the team's, or those of one owner.</summary>
    public bool Shows(Opportunity deal) => Shows(deal.Owner);

    /// <summary>The address of a deal in the CRM; null if it is not known.</summary>
    public string? LinkTo(string id) => DealUrl is { } url ? DealLink.Of(url, id) : null;

    /// <summary>The verdict on the deal of a record.</summary>
    public Verdict VerdictOf(Opportunity record) => _verdicts[record.Id];

    // Of several exports, the rows that were replaced have nothing to say.
    private static IReadOnlyList<DealRemark> RemarksOf(DealReader reader, DealSnapshot snapshot)
    {
        if (snapshot.Deals.All(deal => deal.Snapshot is null))
        {
            return reader.Remarks;
        }

        HashSet<int> lines = [.. snapshot.Deals.Select(deal => deal.Line)];
        return
        [
            .. reader.Remarks.Where(remark => lines.Contains(remark.Line)),
            .. snapshot.Gone.Select(deal => new DealRemark(deal.Line, deal.Id, RemarkKind.GoneFromSnapshot)),
        ];
    }

    private bool Shows(string? owner) => Owner is null || string.Equals(owner, Owner, StringComparison.Ordinal);

    private static string? OwnerNamed(string? name, IReadOnlyList<string> owners)
    {
        if (name is null)
        {
            return null;
        }

        string[] names = [.. owners.Distinct(StringComparer.Ordinal)];
        if (NearNames.Find(name, names) is { } found)
        {
            return found;
        }

        var faults = new FaultList();
        IReadOnlyList<string> near = NearNames.Of(name, names);
        IEnumerable<string> shown = near.Count > 0 ? near : names.Order(StringComparer.Ordinal).Take(MostNames);
        string listed = string.Join(", ", shown.Select(each => Printable.Clip(each)));
        faults.Add("--owner", name, (near.Count, names.Length) switch
        {
            (_, 0) => "is not an owner; no deal has one",
            (0, _) => $"is not an owner; the owners are {listed}{(names.Length > MostNames ? ", ..." : "")}",
            _ => $"is not an owner; near names are {listed}",
        });
        faults.ThrowIfAny();
        return null;
    }

    private ReviewedDeal[] InOrderOf(Ranking ranking)
    {
        Dictionary<string, int> ranks = ranking.Ranked.ToDictionary(deal => deal.Id, deal => deal.Rank, StringComparer.Ordinal);
        return
        [
            .. With(Verdict.Qualified)
                .OrderBy(deal => ranks.GetValueOrDefault(deal.Deal.Id, int.MaxValue))
                .ThenByDescending(deal => deal.Decision.Score)
                .ThenByDescending(deal => deal.Deal.Value ?? 0)
                .ThenBy(deal => deal.Deal.Id, StringComparer.Ordinal),
        ];
    }

    private IEnumerable<ReviewedDeal> With(Verdict verdict) => Open.Where(deal => deal.Decision.Verdict == verdict);

    /// <summary>The facts that need explanations.</summary>
    private void Explain(Action<ReviewStep, int, int> progress)
    {
        ReviewedDeal[] nearMisses = [.. With(Verdict.NearMiss)];
        ToDiscover = [.. With(Verdict.NeedsDiscovery)
            .OrderByDescending(deal => deal.Deal.Value ?? 0)
            .ThenByDescending(deal => deal.Decision.Score)
            .ThenBy(deal => deal.Deal.Id, StringComparer.Ordinal)];

        int done = 0;
        foreach (ReviewedDeal deal in nearMisses.Concat(ToDiscover))
        {
            _ = deal.Decision.Verdict == Verdict.NeedsDiscovery ? deal.Result.Questions.Count : deal.Result.Remedies.Count;
            progress(ReviewStep.Explaining, ++done, nearMisses.Length + ToDiscover.Count);
        }

        NearMisses = [.. nearMisses
            .OrderBy(deal => deal.Result.Remedies.Count == 0 ? double.PositiveInfinity : deal.Result.Remedies[0].Effort)
            .ThenByDescending(deal => deal.Deal.Value ?? 0)
            .ThenBy(deal => deal.Deal.Id, StringComparer.Ordinal)];
        Questions = OpenQuestion.Of(ToDiscover, deal => deal.Result, deal => deal.Deal.Value);
    }

    /// <summary>The criteria to ask about, one for each question, the most important first.</summary>
    public static IEnumerable<CriterionInfo> QuestionsOf(ReviewedDeal deal) => deal.Result.Questions
        .Select(result => result.Criterion)
        .DistinctBy(criterion => criterion.Question ?? criterion.Id);
}
