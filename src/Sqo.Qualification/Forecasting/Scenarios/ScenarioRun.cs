using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Makes the changes of a scenario to the deals of a forecast, and its distributions again from the changed deals. A period in which no
/// deal changed keeps its forecast.
/// </summary>
internal sealed class ScenarioRun
{
    // The rounding of a sum of chances.
    private const double Slack = 1e-9;

    private readonly ModelForecast _forecast;
    private readonly OpenDeal?[] _deals;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<ScenarioChange> _changes = [];

    // The changes of each deal, to be made to the deals of another forecast as well.
    private readonly List<(string Id, Func<OpenDeal, OpenDeal?> Change)> _made = [];

    private ScenarioRun(ModelForecast forecast)
    {
        _forecast = forecast;
        _deals = [.. forecast.Deals];
        for (var i = 0; i < _deals.Length; i++) _places[_deals[i]!.Opportunity.Id] = i;
    }

    /// <summary>Makes a scenario of a forecast, and the same one of a forecast to compare with, if there is one.</summary>
    public static (ModelForecast Forecast, ModelForecast? Other) Of(
        ModelForecast forecast, ModelForecast? other, string name, Action<ForecastScenarioBuilder> define)
    {
        Guard.NotBlank(name);
        Guard.NotNull(define);
        var builder = new ForecastScenarioBuilder();
        define(builder);
        var run = new ScenarioRun(forecast);
        foreach (var change in builder.Changes) change(run);
        var scenario = new ForecastScenario(name, [.. forecast.Scenario?.Changes ?? [], .. run._changes]);
        return (run.Result(scenario), other is null ? null : run.ResultOf(other, scenario));
    }

    public void Remove(string id) => Change(id, _ => null, new(ScenarioChangeKind.Removed, [id]));

    public void Slip(string id, int day)
    {
        Find(id);
        var periods = _forecast.Periods;
        var to = 0;
        while (to < periods.Count && periods[to].Period.LastDay < day) to++;
        Change(id, deal => With(deal, Slipped(deal.ChanceTable, to), deal.Amount),
            new(ScenarioChangeKind.Slipped, [id], DayNumber.Date(day)));
    }

    public void Win(string id, int? day, decimal? amount)
    {
        var deal = Find(id);
        if ((amount ?? deal.Amount) is not { } value)
        {
            throw new ArgumentException(
                $"Deal \"{id}\" can't be won in a scenario, because its amount is unknown; specify the amount it is won for.",
                nameof(amount));
        }

        var chances = day is { } given ? WonOn(id, given) : WonSometime(deal);
        Change(id, each => With(each, chances, value, each.IsAmountAssumed && amount is null),
            new(ScenarioChangeKind.Won, [id], day is { } on ? DayNumber.Date(on) : null, amount));
    }

    public void Lose(string id) => Change(
        id, deal => With(deal, new double[deal.ChanceTable.Length], deal.Amount), new(ScenarioChangeKind.Lost, [id]));

    public void SetAmount(string id, decimal amount) => Change(
        id, deal => With(deal, deal.ChanceTable, amount, isAssumed: false), new(ScenarioChangeKind.AmountSet, [id], amount: amount));

    public void ScaleChances(Func<Opportunity, bool> where, double factor)
    {
        var found = Where(where);
        var limited = found.Where(id => Find(id).ChanceTable.Sum() * factor > 1 + Slack);
        _changes.Add(new(ScenarioChangeKind.ChancesScaled, found, factor: factor, limited: [.. limited]));
        foreach (var id in found) Make(id, deal => With(deal, Scaled(deal.ChanceTable, factor), deal.Amount));
    }

    public void ScaleAmounts(Func<Opportunity, bool> where, decimal factor)
    {
        var found = Where(where);
        _changes.Add(new(ScenarioChangeKind.AmountsScaled, found, factor: (double)factor));
        foreach (var id in found) Make(id, deal => With(deal, deal.ChanceTable, deal.Amount * factor));
    }

    private static OpenDeal With(OpenDeal deal, double[] chances, decimal? amount, bool? isAssumed = null) =>
        OpenDeal.Sharing(chances, deal.Opportunity, amount, isAssumed ?? deal.IsAmountAssumed);

    private static double[] Slipped(double[] chances, int to)
    {
        var slipped = (double[])chances.Clone();
        double moved = 0;
        for (var i = 0; i < to; i++) (moved, slipped[i]) = (moved + chances[i], 0);
        if (to < slipped.Length) slipped[to] = Math.Min(1, slipped[to] + moved);
        return slipped;
    }

    private static double[] Scaled(double[] chances, double factor)
    {
        var sum = chances.Sum() * factor;
        var limit = sum > 1 ? 1 / sum : 1;
        return Array.ConvertAll(chances, chance => Math.Min(1, chance * factor * limit));
    }

    private double[] WonOn(string id, int day)
    {
        var chances = new double[_forecast.Periods.Count];
        for (var i = 0; i < chances.Length; i++)
        {
            if (!_forecast.Periods[i].Period.Holds(day)) continue;
            chances[i] = 1;
            return chances;
        }

        throw new ArgumentOutOfRangeException(
            nameof(day), DayNumber.Date(day), $"Deal \"{id}\" is won on {DayNumber.Text(day)}; that day must be in one of the periods: " +
            $"{string.Join(", ", _forecast.Periods.Select(period => period.Period))}.");
    }

    private static double[] WonSometime(OpenDeal deal)
    {
        var sum = deal.ChanceTable.Sum();
        if (!(sum > 0)) throw new ArgumentException(
            $"Deal \"{deal.Opportunity.Id}\" has no chance in any period, so the forecast doesn't know when it could be won; " +
            "specify the day.", "day");
        var chances = Array.ConvertAll(deal.ChanceTable, chance => chance / sum);
        // The others in ascending order, as distributions add them: the sum is exactly 1, and the deal is won for certain.
        var greatest = Array.IndexOf(chances, chances.Max());
        chances[greatest] = 1 - chances.Where((_, place) => place != greatest).OrderBy(chance => chance).Sum();
        return chances;
    }

    private string[] Where(Func<Opportunity, bool> where) =>
        [.. _deals.Where(deal => deal is not null && where(deal.Opportunity)).Select(deal => deal!.Opportunity.Id)];

    private OpenDeal Find(string id)
    {
        if (_places.TryGetValue(id, out var place) && _deals[place] is { } deal) return deal;
        var reason = _places.ContainsKey(id) ? "the scenario has removed it"
            : _deals.Length == 0 ? $"the model \"{_forecast.Model}\" doesn't forecast deals"
            : NearestName.Before("a scenario changes only open deals of the forecast", id, _places.Keys);
        throw new ArgumentException($"There is no open deal \"{id}\"; {reason}.", "deal");
    }

    private void Change(string id, Func<OpenDeal, OpenDeal?> change, ScenarioChange shown)
    {
        Make(id, change);
        _changes.Add(shown);
    }

    private void Make(string id, Func<OpenDeal, OpenDeal?> change)
    {
        _deals[_places[Find(id).Opportunity.Id]] = change(Find(id));
        _made.Add((id, change));
    }

    private ModelForecast Result(ForecastScenario scenario) => Result(_forecast, _deals, scenario);

    private ModelForecast ResultOf(ModelForecast other, ForecastScenario scenario)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        OpenDeal?[] deals = [.. other.Deals];
        for (var i = 0; i < deals.Length; i++) places[deals[i]!.Opportunity.Id] = i;
        foreach (var (id, change) in _made)
        {
            if (places.TryGetValue(id, out var place) && deals[place] is { } deal) deals[place] = change(deal);
        }

        return Result(other, deals, scenario);
    }

    private static ModelForecast Result(ModelForecast forecast, OpenDeal?[] changed, ForecastScenario scenario)
    {
        OpenDeal[] deals = [.. changed.OfType<OpenDeal>()];
        var periods = new PeriodForecast[forecast.Periods.Count];
        for (var i = 0; i < periods.Length; i++)
        {
            periods[i] = IsChanged(forecast.Deals, changed, i) ? Again(forecast.Periods[i], deals, i) : forecast.Periods[i];
        }

        var removed = new HashSet<string>(
            changed.Select((deal, place) => deal is null ? forecast.Deals[place].Opportunity.Id : null).OfType<string>(),
                StringComparer.Ordinal);
        return forecast.With(
            periods, deals, [.. forecast.Stale.Where(stale => !removed.Contains(stale.Opportunity.Id))], scenario);
    }

    private static bool IsChanged(IReadOnlyList<OpenDeal> before, OpenDeal?[] after, int period)
    {
        for (var i = 0; i < after.Length; i++)
        {
            if (ReferenceEquals(before[i], after[i])) continue;
            if (TermOf(before[i], period) != TermOf(after[i], period)) return true;
        }

        return false;
    }

    /// <summary>What a deal adds to a period.</summary>
    private static (decimal Amount, double Chance) TermOf(OpenDeal? deal, int period) =>
        deal?.Amount is { } amount && deal.ChanceTable[period] > 0 ? (amount, deal.ChanceTable[period]) : default;

    private static PeriodForecast Again(PeriodForecast before, OpenDeal[] deals, int period)
    {
        var sum = OpenDealSum.Of(deals, period);
        // Without parts, the deals are the whole.
        if (before.Open is not { } open || before.NewBusiness is not { } begun) return new(
            before.Period, sum.Widened(before.Distribution!.SpreadAsked));
        var total = RevenueDistribution.Combine(before.Unexplained is { } rest ? [sum, begun, rest] : [sum, begun]);
        return new(before.Period, sum.Widened(open.SpreadAsked), begun, before.Unexplained,
            total.Widened(before.Distribution!.SpreadAsked));
    }
}
