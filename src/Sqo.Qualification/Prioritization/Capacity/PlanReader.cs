using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Reads deals and owners, asks the caller's functions about each once, and makes the plan. Deals and owners are taken in an order that
/// depends on their names and the seed alone.
/// </summary>
internal sealed class PlanReader
{
    private readonly CapacityPlanOptions _options;
    private readonly Func<Opportunity, Effort?> _effort;
    private readonly Func<Opportunity, double?>? _probability;
    private readonly Func<Opportunity, decimal?>? _value;
    private readonly AmountReader _amounts;
    private readonly OwnerHours[] _owners;
    private readonly Dictionary<string, int> _ownerOf = new(StringComparer.Ordinal);
    private readonly Opportunity[] _deals;
    private readonly OwnerSets _sets = new();

    private readonly List<ReadDeal> _read = [];
    private readonly List<ReadDeal> _must = [];
    private readonly List<LeftOutDeal> _notWeighed = [];
    private readonly List<UnknownDeal> _unknown = [];

    public PlanReader(
        IEnumerable<Opportunity> deals,
        IEnumerable<OwnerHours> owners,
        Func<Opportunity, Effort?> effort,
        Func<Opportunity, double?>? probability,
        Func<Opportunity, decimal?>? value,
        CapacityPlanOptions options)
    {
        _options = options;
        _effort = effort;
        _probability = probability;
        _value = value;
        _amounts = new AmountReader(options.Rates);
        var seed = unchecked((ulong)options.Seed);
        _owners =
        [
            .. owners.Select(Known)
                .OrderBy(owner => SeededHash.Of(owner.Owner, seed)).ThenBy(owner => owner.Owner, StringComparer.Ordinal),
        ];
        for (var i = 0; i < _owners.Length; i++)
        {
            var name = _owners[i].Owner;
            if (_ownerOf.ContainsKey(name))
            {
                throw new ArgumentException($"owners holds \"{Excerpt.Of(name)}\" twice; each may be there once.", nameof(owners));
            }

            _ownerOf.Add(name, i);
        }

        var periods = _owners.Select(owner => owner.Period).OfType<ForecastPeriod>().Distinct().ToArray();
        if (periods.Length > 1)
        {
            throw new ArgumentException(
                $"The hours of the owners are of the periods {periods[0]} and {periods[1]}; they must be of one.", nameof(owners));
        }

        Period = periods.Length == 0 ? null : periods[0];
        _deals =
        [
            .. GivenDeals.ById(deals, nameof(deals)).Values
                .OrderBy(deal => SeededHash.Of(deal.Id, seed)).ThenBy(deal => deal.Id, StringComparer.Ordinal),
        ];

        static OwnerHours Known(OwnerHours owner) =>
            owner ?? throw new ArgumentException("owners holds null; each must be the hours of an owner.", nameof(owners));
    }

    private ForecastPeriod? Period { get; }

    /// <summary>A fixed block, checked; the message names the deal.</summary>
    public static Effort Block(Opportunity deal, TimeSpan time) => Effort.IsBlock(time)
        ? Effort.Fixed(time)
        : throw new ArgumentException(
            $"The effort of opportunity \"{Excerpt.Of(deal.Id)}\" is {InvariantText.Of(time)}; it must be from 0 to 10,000 hours.",
            "effort");

    public PlanResult Plan()
    {
        foreach (var deal in _deals) Read(deal);
        var hours = Array.ConvertAll(_owners, owner => Math.Floor(owner.Hours.TotalMinutes + PlanProblem.Slack));
        PlaceMusts(hours);
        var builder = new PlanProblemBuilder(_owners, hours, _options, _read, _must, _sets);
        var solver = new PlanSolver(builder.Problem, _options.Method);
        solver.Solve();
        var report = new PlanReport(_owners, _read, _must, builder, solver);
        return report.Of(_notWeighed, _unknown, _options, Period, _value is null ? _amounts.Currency : null);
    }

    private void Read(Opportunity deal)
    {
        if (!deal.IsOpen)
        {
            var outcome = deal.Outcome == OpportunityOutcome.Won ? "won" : "lost";
            throw new ArgumentException(
                $"Opportunity \"{Excerpt.Of(deal.Id)}\" is {outcome}; a plan is made of open ones.", "deals");
        }

        var mustDo = _options.MustDo?.Invoke(deal);
        if (mustDo is { } reason && !Enum.IsDefined(typeof(MustDo), reason))
        {
            throw new ArgumentException(
                $"mustDo of opportunity \"{Excerpt.Of(deal.Id)}\" is {reason:D}; "
                + $"it must be one of {string.Join(", ", Enum.GetNames(typeof(MustDo)))}.",
                nameof(mustDo));
        }

        if (mustDo is null && _options.IsExcluded?.Invoke(deal) == true)
        {
            _notWeighed.Add(new(deal, LeftOutReason.Excluded));
            return;
        }

        var effort = _effort(deal);
        var value = ValueOf(deal);
        var probability = effort is { IsResponse: true } ? effort.ProbabilityAfter(0) : ProbabilityOf(deal);
        var unknown = (probability is null ? UnknownFacts.Probability : 0) | (value is null ? UnknownFacts.Value : 0)
            | (effort is null ? UnknownFacts.Effort : 0);
        if (unknown != UnknownFacts.None) _unknown.Add(new(deal, unknown, mustDo));
        if (effort is null || (unknown != UnknownFacts.None && mustDo is null)) return;

        var own = deal.Owner is { } name && _ownerOf.TryGetValue(name, out var found) ? found : -1;
        var owners = OwnersOf(deal, own);
        var read = new ReadDeal(deal, own, owners, effort, value, probability, mustDo);
        if (owners.Length == 0)
        {
            _notWeighed.Add(new(deal, LeftOutReason.NoOwner, mustDo: mustDo));
            if (unknown == UnknownFacts.None && effort.IsResponse) _read.Add(read);
        }
        else if (mustDo is not null)
        {
            _must.Add(read);
        }
        else
        {
            _read.Add(read);
        }
    }

    private int[] OwnersOf(Opportunity deal, int own)
    {
        if (_options.MayMove?.Invoke(deal) != true) return own < 0 ? [] : _sets.One(own);
        if (_options.Suits is not { } suits) return _sets.All(_owners.Length);
        var suited = new List<int>(_owners.Length);
        for (var owner = 0; owner < _owners.Length; owner++)
        {
            if (owner == own || suits(deal, _owners[owner])) suited.Add(owner);
        }

        return _sets.Same(suited);
    }

    private decimal? ValueOf(Opportunity deal)
    {
        var value = _value is null ? _amounts.Amount(deal) : _value(deal);
        return value is not { } given || given >= 0
            ? value
            : throw new ArgumentException(
                $"The value of opportunity \"{Excerpt.Of(deal.Id)}\" is {InvariantText.Of(given)}; it must be 0 or above.", "value");
    }

    private double? ProbabilityOf(Opportunity deal)
    {
        var probability = GivenProbability.Of(deal, _probability is null ? deal.Probability : _probability(deal));
        return double.IsNaN(probability) ? null : probability;
    }

    /// <summary>
    /// What must be done goes to the only owner who may do it; what may move, the longest first, to the owner whose hours it fits into and
    /// who then has the smallest share of them in use, or, if it fits nowhere, where the overload is least.
    /// </summary>
    private void PlaceMusts(double[] hours)
    {
        var used = new double[hours.Length];
        foreach (var must in _must.OrderBy(must => must.Owners.Length > 1).ThenByDescending(must => must.MustMinutes))
        {
            var (best, least) = (-1, double.PositiveInfinity);
            foreach (var owner in must.Owners)
            {
                var minutes = used[owner] + must.MustMinutes;
                var burden = minutes > hours[owner] ? 2 + minutes - hours[owner] : hours[owner] > 0 ? minutes / hours[owner] : 1;
                if (burden < least) (best, least) = (owner, burden);
            }

            must.Place = best;
            used[best] += must.MustMinutes;
        }
    }

    internal static int MinutesOf(TimeSpan time) => (int)Math.Ceiling((double)time.Ticks / TimeSpan.TicksPerMinute);
}
