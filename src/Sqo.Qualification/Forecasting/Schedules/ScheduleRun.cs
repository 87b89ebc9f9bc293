using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Places the money of a forecast in periods: exactly for the means, by draws for the ranges. In each draw the shared factor has one value;
/// given it, each deal is won or not, in a period in proportion to its chances, and the wins of new business are Poisson numbers.
/// </summary>
internal sealed class ScheduleRun
{
    private const int Strata = 256;
    private const int Digits = 53;
    private const int Cents = 2;

    // A schedule of new business is that of this amount, scaled to the amount of each win.
    private const decimal UnitAmount = 1_000_000_000_000m;
    private const double HalfStep = 1.0 / (1UL << 54);

    private readonly RevenueForecast _forecast;
    private readonly Func<Opportunity, DealSchedule?> _schedule;
    private readonly ScheduleOptions _options;
    private readonly IReadOnlyList<ForecastPeriod> _periods;
    private readonly SharedFactor? _factor;
    private readonly List<Deal> _deals = [];
    private readonly List<NewDeals> _newDeals = [];
    private readonly List<Renewals> _renewals = [];
    private readonly List<Opportunity> _unsplit = [];
    private readonly List<Opportunity> _unvalued = [];

    // By period, and outside all of them at the end.
    private readonly decimal[] _contracted;
    private readonly double[] _oneOff;
    private readonly double[] _recurring;
    private readonly double[] _renewed;

    public ScheduleRun(RevenueForecast forecast, Func<Opportunity, DealSchedule?> schedule, ScheduleOptions options)
    {
        _forecast = forecast;
        _schedule = schedule;
        _options = options;
        _periods = options.Periods ?? [.. forecast.Periods.Select(period => period.Period)];
        _factor = forecast.TotalOfDeals("scheduled revenue").Factor;
        _contracted = new decimal[_periods.Count + 1];
        _oneOff = new double[_contracted.Length];
        _recurring = new double[_contracted.Length];
        _renewed = new double[_contracted.Length];
        foreach (var deal in forecast.Deals) AddOpen(deal);
        for (var i = 0; i < forecast.Periods.Count; i++) AddNew(i);
        var amounts = new AmountReader(options.Rates);
        foreach (var deal in options.Won) AddWon(deal, amounts);
    }

    private int Outside => _periods.Count;

    public ScheduledRevenue Result()
    {
        var bookings = Math.Round((decimal)_forecast.Total.Mean, Cents);
        var booked = InCents(bookings, [.. _oneOff, .. _recurring]);
        var renewed = InCents(Math.Round((decimal)_renewed.Sum(), Cents), _renewed);
        var each = (_options.Draws + Strata - 1) / Strata;
        var draws = Draw(each);
        var periods = new ScheduledPeriod[_contracted.Length];
        for (var i = 0; i < periods.Length; i++)
        {
            Array.Sort(draws[i]);
            var period = i < Outside ? _periods[i] : default;
            periods[i] = new(period, _contracted[i], booked[i], booked[periods.Length + i], renewed[i], draws[i]);
        }

        // Given z, draws are independent; z is in strata, and the cumulative probability of money falls in z.
        var error = Math.Sqrt((0.25 / ((double)each * Strata)) + (0.25 / ((double)Strata * Strata)));
        return new([.. periods.Take(Outside)], periods[Outside], bookings, [.. _unsplit], [.. _unvalued], _options.Seed, error);
    }

    private static decimal[] InCents(decimal total, double[] means)
    {
        // The parts may miss the total by the rounding of their sum.
        return LargestRemainder.Round(total, Array.ConvertAll(means, mean => (decimal)mean), Cents);
    }

    private int PlaceOf(DateTime day)
    {
        var number = DayNumber.Of(day);
        int low = 0, high = _periods.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_periods[middle].LastDay < number) low = middle + 1;
            else if (_periods[middle].FirstDay > number) high = middle - 1;
            else return middle;
        }

        return Outside;
    }

    private void AddOpen(OpenDeal deal)
    {
        if (deal.Amount is not { } amount)
        {
            _unvalued.Add(deal.Opportunity);
            return;
        }

        var chances = deal.ChanceTable;
        var sum = Math.Min(1, chances.Sum());
        if (!(sum > 0)) return;
        var schedule = _schedule(deal.Opportunity) ?? DealSchedule.Upfront;
        var recurring = RecurringOf(schedule, amount, deal.Opportunity);
        var plans = new Plan?[chances.Length];
        for (var i = 0; i < plans.Length; i++)
        {
            if (!(chances[i] > 0)) continue;
            plans[i] = Expect(PaymentPlan.Of(schedule, amount, recurring, _forecast.Periods[i].Period.Last, PlaceOf), chances[i], 1);
        }

        _deals.Add(new(sum, chances, plans));
    }

    private void AddNew(int period)
    {
        var schedule = _options.NewBusiness;
        PaymentPlan? plan = null;
        foreach (var part in new[] { _forecast.Periods[period].NewBusiness, _forecast.Periods[period].Unexplained })
        {
            if (part is not { Mean: > 0 }) continue;
            plan ??= PaymentPlan.Of(
                schedule, UnitAmount, UnitAmount * (schedule.RecurringShare ?? 0), _forecast.Periods[period].Period.Last, PlaceOf);
            _newDeals.Add(new(new(part.Merged.Terms), part.Merged.Lattice.Step, Expect(plan, part.Mean, (double)UnitAmount)));
        }
    }

    private void AddWon(Opportunity deal, AmountReader amounts)
    {
        if (amounts.Value(deal) is not { } amount)
        {
            _unvalued.Add(deal);
            return;
        }

        var schedule = _schedule(deal) ?? DealSchedule.Upfront;
        var plan = PaymentPlan.Of(schedule, amount, RecurringOf(schedule, amount, deal), deal.Closed!.Value, PlaceOf);
        foreach (var due in plan.Booked) _contracted[due.Key] += due.Value.OneOff + due.Value.Recurring;
        if (ExpectRenewals(plan, 1, 1) is { Length: > 0 } renewals) _renewals.Add(new(renewals));
    }

    private decimal RecurringOf(DealSchedule schedule, decimal amount, Opportunity deal)
    {
        if (schedule.RecurringOf(amount, deal) is { } known) return known;
        if (schedule.Renewals.Any(renewal => renewal.Amount is null)) throw new ArgumentException(
            $"Deal \"{deal.Id}\" has a renewal without an amount, and the part of it that recurs is unknown; " +
            "specify the amount or a recurring share.",
            "schedule");
        _unsplit.Add(deal);
        return 0;
    }

    /// <summary>Adds the means of a plan, and returns what a draw adds.</summary>
    private Plan Expect(PaymentPlan plan, double weight, double unit)
    {
        foreach (var due in plan.Booked)
        {
            _oneOff[due.Key] += weight * ((double)due.Value.OneOff / unit);
            _recurring[due.Key] += weight * ((double)due.Value.Recurring / unit);
        }

        return new(
            [.. plan.Booked.Select(due => new Payment(due.Key, (double)(due.Value.OneOff + due.Value.Recurring) / unit))],
            ExpectRenewals(plan, weight, unit));
    }

    private ChainedRenewal[] ExpectRenewals(PaymentPlan plan, double weight, double unit)
    {
        var renewals = new ChainedRenewal[plan.Renewals.Count];
        for (var i = 0; i < renewals.Length; i++)
        {
            var (probability, amounts) = plan.Renewals[i];
            weight *= probability;
            foreach (var due in amounts) _renewed[due.Key] += weight * ((double)due.Value / unit);
            renewals[i] = new(ThresholdOf(probability), [.. amounts.Select(due => new Payment(due.Key, (double)due.Value / unit))]);
        }

        return renewals;
    }

    private static ulong ThresholdOf(double probability) => (ulong)Math.Ceiling(probability * (1UL << Digits));

    private double[][] Draw(int each)
    {
        var sums = new double[_contracted.Length][];
        for (var i = 0; i < sums.Length; i++) sums[i] = new double[each * Strata];
        var random = new SeededGenerator(unchecked((ulong)_options.Seed));
        for (var stratum = 0; stratum < Strata; stratum++)
        {
            var z = NormalQuantile.Of((stratum + random.NextShare() + HalfStep) / Strata);
            var (start, end) = (stratum * each, (stratum + 1) * each);
            foreach (var deal in _deals)
            {
                var threshold = ThresholdOf(
                    _factor is null || deal.Chance >= 1 ? deal.Chance : _factor.Probability(NormalQuantile.Of(deal.Chance), z));
                for (var draw = start; draw < end; draw++)
                {
                    if (!IsBelow(threshold, random)) continue;
                    var plan = deal.PlanOf(random);
                    Book(plan, 1, draw);
                    Renew(plan.Renewals, 1, draw);
                }
            }

            var growth = _factor?.Growth(z) ?? 1;
            foreach (var wins in _newDeals)
            {
                for (var draw = start; draw < end; draw++)
                {
                    double sum = 0;
                    for (var left = random.NextPoisson(wins.Wins.Rate * growth); left > 0; left--)
                    {
                        var amount = wins.Wins.AmountOf(random) * wins.Step;
                        sum += amount;
                        Renew(wins.Plan.Renewals, amount, draw);
                    }

                    if (sum > 0) Book(wins.Plan, sum, draw);
                }
            }

            foreach (var renewals in _renewals)
            {
                for (var draw = start; draw < end; draw++) Renew(renewals.Chain, 1, draw);
            }
        }

        return sums;

        void Book(Plan plan, double amount, int draw)
        {
            foreach (var payment in plan.Booked) sums[payment.Place][draw] += amount * payment.Amount;
        }

        void Renew(ChainedRenewal[] chain, double amount, int draw)
        {
            foreach (var renewal in chain)
            {
                if (!IsBelow(renewal.Threshold, random)) return;
                foreach (var payment in renewal.Payments) sums[payment.Place][draw] += amount * payment.Amount;
            }
        }
    }

    private static bool IsBelow(ulong threshold, SeededGenerator random) => random.Next() >> (64 - Digits) < threshold;

    private readonly record struct Payment(int Place, double Amount);

    private sealed record ChainedRenewal(ulong Threshold, Payment[] Payments);

    private sealed record Plan(Payment[] Booked, ChainedRenewal[] Renewals);

    private sealed record Renewals(ChainedRenewal[] Chain);

    private sealed class Deal(double chance, double[] chances, Plan?[] plans)
    {
        private readonly int _last = Array.FindLastIndex(plans, plan => plan is not null);

        public double Chance => chance;

        /// <summary>The plan of a period in which it is won, drawn in proportion to its chances.</summary>
        public Plan PlanOf(SeededGenerator random)
        {
            if (chances[_last] >= chance) return plans[_last]!;
            var share = random.NextShare() * chance;
            for (var i = 0; i < _last; i++)
            {
                if (plans[i] is { } plan && share < chances[i]) return plan;
                share -= chances[i];
            }

            return plans[_last]!;
        }
    }

    private sealed record NewDeals(NewBusinessDraws Wins, double Step, Plan Plan);
}
