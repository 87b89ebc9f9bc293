namespace Sqo.Qualification.PluginCheck
{
    /// <summary>Fills every type of options, and what else is filled by names, in the C# of a plug-in.</summary>
    internal static class Options
    {
        public static readonly object[] All =
        {
            new FitEngagementOptions { FitDimension = "fit", EngagementDimension = "engagement", FitShare = 0.6,
                Letters = GradeScale.Letters, Digits = GradeScale.Digits },
            new NaiveBayesOptions(smoothing: 1, minimumWon: 50, highest: 0.95),
            new LogisticOptions(ridge: 1, folds: 10, minimumLevel: 50),
            new ForecastOptions(WorkingCalendar.MondayToFriday, new ExchangeRates("EUR")),
            new RevenueForecastOptions(months: 2, model: ForecastModels.Default, forecast: ForecastOptions.Default),
            new CombinationOptions(strength: 2, usualError: 0.3),
            new BacktestOptions(new[] { 1, 3 }, level: 0.9),
            new QuotaOptions(ForecastPeriod.Quarter(2026, 4), owner: o => o.Owner, draws: 2048),
            new CallOptions(caller: o => o.Owner, minimumPeriods: 8),
            new ScheduleOptions(new[] { ForecastPeriod.Quarter(2026, 4) }, DealSchedule.Upfront),
            new TimeToCloseOptions(segment: o => o.Product, segmentStrength: 10),
            new CapacityPlanOptions(mayMove: _ => true, mostValueSpread: 0.5, seed: 7),
            new RankingOptions(best: 20, seed: 3, previous: new[] { new RankingEntry("a", 1) }, margin: 10),
            new RiskOptions(mostPushes: 1, signs: new[] { RiskSign.Pushed }, value: o => o.Amount),
            new AuditOptions(minimumClosed: 50, confidence: 0.9, samenessFrom: 0.7),
            new AttributionOptions(channel: t => t.Campaign, lookBackDays: 90, cutAtConversions: true),
            new CampaignFunnelOptions(
                probability: o => 0.5,
                spend: new[] { new CampaignSpend("fair", ForecastPeriod.Month(2026, 11), 5000m, "EUR") },
                compared: ConversionEvent.Won),
            new TextFormats(decimalSeparator: ",", groupSeparator: ".", datePattern: "{4}.{1}.{0}"),
            new QualificationAnswers().With(Topics.Budget, EvidenceLevel.Confirmed),
            new QualificationFramework(
                "ours",
                "Our way",
                new[] { new FrameworkCriterion("money", "Money", Topics.Budget, question: "How much?", effort: 2) },
                criteriaAreGates: true,
                nextActions: new[] { new NextAction("ours.call", Verdict.NeedsDiscovery, "Call") }),
        };
    }
}
