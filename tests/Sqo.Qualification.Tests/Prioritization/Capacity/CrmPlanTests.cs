#if !NETFRAMEWORK
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using Xunit.Abstractions;

namespace Sqo.Qualification.Tests.Prioritization.Capacity;

/// <summary>
/// Plans on the public data set as of 2017-09-30, and what the same hours won until the end of the year by other rules. Whether a deal of a
/// plan was really worked is not in the data: what is compared is which deals were chosen.
/// </summary>
public class CrmPlanTests(ITestOutputHelper output)
{
    private const double HoursEach = 20;

    private static readonly DateTime AsOf = new(2017, 9, 30);
    private static readonly DateTime End = new(2017, 12, 31);

    [CrmFact]
    public void Create_OpenDealsOfSeptember2017_AreAllAccountedFor()
    {
        var trial = new Trial();
        Assert.Equal(2_409, trial.Open.Count);
        Assert.Equal(30, trial.Open.Select(deal => deal.Owner).Distinct().Count());
        var plan = trial.Plan(2);
        Assert.Equal(35, plan.Owners.Count);
        Assert.Equal(
            ["Carl Lin", "Carol Thompson", "Elizabeth Anderson", "Mei-Mei Johns", "Natalya Ivanova"], plan.OwnersWithoutDeals);
        Assert.Equal(2_409, plan.Owners.Sum(owner => owner.Deals.Count) + plan.LeftOut.Count + plan.Unknown.Count);
        Assert.True(plan.IsExact);
        Assert.Equal(PlanBottleneck.Mixed, plan.Bottleneck);
    }

    [CrmFact]
    public void Create_PlannedHours_WinMoreThanTheSameHoursByOtherRules()
    {
        var trial = new Trial();
        output.WriteLine("hours a deal | rule | deals | won | value won | per hour");
        foreach (var effort in (double[])[1, 2, 4])
        {
            void Write(string rule, Opportunity[] chosen, double value) => output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{effort} | {rule} | {chosen.Length} | {trial.Count(chosen)} | {value:N0} | {value / (chosen.Length * effort):N2}"));

            var plan = trial.Plan(effort);
            var planned = plan.Owners.SelectMany(owner => owner.Deals).Select(deal => deal.Deal).ToArray();
            var dearest = trial.Best(effort, deal => (double)deal.Amount!.Value);
            var newest = trial.Best(effort, deal => deal.Created!.Value.Ticks);
            var moved = trial.Plan(effort, mayMove: true).Owners.SelectMany(owner => owner.Deals).Select(deal => deal.Deal).ToArray();
            var (won, wonDearest, wonNewest, wonMoved) = (trial.Won(planned), trial.Won(dearest), trial.Won(newest), trial.Won(moved));
            Write("plan", planned, won);
            Write("highest list prices", dearest, wonDearest);
            Write("newest deals", newest, wonNewest);
            Write("plan, every deal may move", moved, wonMoved);
            Assert.True(won / planned.Length > wonDearest / dearest.Length);
            Assert.True(won / planned.Length > wonNewest / newest.Length);
        }

        output.WriteLine(trial.Plan(2).ToText());
    }

    private sealed class Trial
    {
        private readonly Dictionary<string, Opportunity> _later;
        private readonly Dictionary<string, double> _chances;
        private readonly OwnerHours[] _owners;

        public Trial()
        {
            var deals = CrmData.Opportunities();
            _later = deals.ToDictionary(deal => deal.Id);
            var history = PipelineHistory.Reconstruct(deals, observedFrom: new DateTime(2017, 3, 1));
            var known = history.AsOf(AsOf);
            Open = known.Open;
            // Learned from what was known on that day: the time to close by product, with won and lost as competing risks.
            var model = ForecastModels.TimeToClose(new TimeToCloseOptions(deal => deal.Product));
            var input = new ForecastInput(history, AsOf, [ForecastPeriod.Of(AsOf.AddDays(1), End)]);
            _chances = model.Outlook(input).Deals.ToDictionary(deal => deal.Opportunity.Id, deal => deal.Chances[0]);
            _owners =
            [
                .. File.ReadLines(Path.Combine(CrmData.Folder!, "sales_teams.csv")).Skip(1).Where(line => line.Length > 0)
                    .Select(line => new OwnerHours(line.Split(',')[0], TimeSpan.FromHours(HoursEach), skills: [line.Split(',')[2]])),
            ];
        }

        public IReadOnlyList<Opportunity> Open { get; }

        public CapacityPlan Plan(double effort, bool mayMove = false) => CapacityPlan.Create(
            Open, _owners, _ => TimeSpan.FromHours(effort),
            // A deal older than any that ever closed is not expected to close any more.
            deal => _chances.TryGetValue(deal.Id, out var chance) ? chance : 0,
            options: new(mayMove: mayMove ? _ => true : null));

        /// <summary>As many deals of each owner as the hours allow, the greatest first; equal ones by id.</summary>
        public Opportunity[] Best(double effort, Func<Opportunity, double> key) =>
        [
            .. Open.GroupBy(deal => deal.Owner).SelectMany(owner => owner.OrderByDescending(key)
                .ThenBy(deal => deal.Id, StringComparer.Ordinal).Take((int)(HoursEach / effort))),
        ];

        public double Won(IEnumerable<Opportunity> deals) => deals.Sum(deal => _later[deal.Id] is { Outcome: OpportunityOutcome.Won } won
            ? (double)won.Value!.Value : 0);

        public int Count(IEnumerable<Opportunity> deals) => deals.Count(deal => _later[deal.Id].Outcome == OpportunityOutcome.Won);
    }
}
#endif
