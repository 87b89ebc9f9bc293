namespace PipelineReview.Reporting;

/// <summary>The ids of the review's texts.</summary>
internal static class Words
{
    /// <summary>Follows the heading of a list with the first deals: that of all of them.</summary>
    public const string OfAll = ".all";

    public const string Title = "review.title";
    public const string Contents = "review.contents";
    public const string Search = "review.search";
    public const string AllOwners = "review.all-owners";
    public const string RowsShown = "review.rows-shown";
    public const string OtherLanguage = "review.other-language";
    public const string DealsFile = "review.deals-file";
    public const string AsOf = "review.as-of";
    public const string AsOfOption = "review.as-of.option";
    public const string AsOfMap = "review.as-of.map";
    public const string AsOfLatestDate = "review.as-of.latest-date";
    public const string AsOfLatestSnapshot = "review.as-of.latest-snapshot";
    public const string Profile = "review.profile";
    public const string ProfileValue = "review.profile.value";
    public const string NeverKnown = "review.never-known";
    public const string Read = "review.read";
    public const string Rejected = "review.rejected";
    public const string NotTaken = "review.not-taken";
    public const string Replaced = "review.replaced";
    public const string NotYetKnown = "review.not-yet-known";
    public const string Won = "review.won";
    public const string Lost = "review.lost";
    public const string Open = "review.open";
    public const string Verdicts = "review.verdicts";
    public const string Verdict = "review.verdict";
    public const string Deals = "review.deals";
    public const string Share = "review.share";
    public const string Value = "review.value";
    public const string Total = "review.total";
    public const string WithoutValue = "review.without-value";
    public const string ListPrices = "review.list-prices";
    public const string SomeListPrices = "review.some-list-prices";
    public const string Best = "review.best";
    public const string Deal = "review.deal";
    public const string Score = "review.score";
    public const string Why = "review.why";
    public const string For = "review.for";
    public const string Against = "review.against";
    public const string NotKnown = "review.not-known";
    public const string Nothing = "review.nothing";
    public const string None = "review.none";
    public const string WonChange = "review.won-change";
    public const string LostChange = "review.lost-change";
    public const string LessOften = ".less-often";
    public const string MoreOften = ".more-often";
    public const string OwnerMissing = "review.owner-missing";
    public const string NearMisses = "review.near-misses";
    public const string ItWouldTake = "review.it-would-take";
    public const string Or = "review.or";
    public const string And = "review.and";
    public const string Now = "review.now";
    public const string NowOffBy = "review.now-off-by";
    public const string Discovery = "review.discovery";
    public const string Question = "review.question";
    public const string OnlyQuestion = "review.only-question";
    public const string QuestionsNote = "review.questions.note";
    public const string ToAsk = "review.to-ask";
    public const string NextActions = "review.next-actions";
    public const string Next = "review.next";
    public const string Blockers = "review.blockers";
    public const string BlockersNote = "review.blockers.note";
    public const string Criterion = "review.criterion";
    public const string Asked = "review.asked";
    public const string Gate = "review.gate";
    public const string Weight = "review.weight";
    public const string Unmet = "review.unmet";
    public const string Unknown = "review.unknown";
    public const string OnlyUnmetGate = "review.only-unmet-gate";
    public const string AloneEnough = "review.alone-enough";
    public const string AloneEnoughValue = "review.alone-enough-value";
    public const string RejectedRows = "review.rejected-rows";
    public const string File = "review.file";
    public const string Reason = "review.reason";
    public const string Rows = "review.rows";
    public const string Line = "review.line";
    public const string Id = "review.id";
    public const string Fault = "review.fault";
    public const string FirstOf = "review.first-of";
    public const string Kept = "review.kept";
    public const string What = "review.what";
    public const string Lines = "review.lines";
    public const string LookupNoKey = "review.lookup.no-key";
    public const string LookupNoRow = "review.lookup.no-row";
    public const string Reading = "review.reading";
    public const string Forecasting = "review.forecasting";
    public const string Explaining = "review.explaining";

    public const string OwnerTitle = "review.owner-title";
    public const string Expected = "review.headline.expected";
    public const string ExpectedAlone = "review.headline.expected-alone";
    public const string ExpectedOfOwner = "review.headline.expected-of-owner";
    public const string NoOpenDeals = "review.headline.no-open-deals";
    public const string QuotaChance = "review.headline.quota";
    public const string RoughGuess = "review.headline.rough-guess";
    public const string RiskFarApart = "review.headline.far-apart";
    public const string RiskNewBusiness = "review.headline.new-business";
    public const string RiskOfSign = "review.headline.sign";
    public const string RiskOfOneDeal = "review.headline.one-deal";
    public const string Plan = "review.plan";
    public const string PlanNote = "review.plan.note";
    public const string NoOwners = "review.plan.no-owners";
    public const string MustDo = "review.plan.must-do";
    public const string Hours = "review.plan.hours";
    public const string OfHours = "review.plan.of-hours";
    public const string ExpectedValue = "review.expected-value";
    public const string HourWorth = "review.plan.hour-worth";
    public const string Overload = "review.plan.overload";
    public const string WithoutDeals = "review.plan.without-deals";
    public const string ToWorkOn = "review.plan.to-work-on";
    public const string Chance = "review.chance";
    public const string ExpectedClose = "review.expected-close";
    public const string Likely = "review.likely";
    public const string LikelyMonth = "review.likely-month";
    public const string ChanceNote = "review.chance.note";
    public const string ChanceAndClose = "review.chance-and-close";
    public const string MoreDeals = "review.plan.more-deals";
    public const string AnswerOverdue = "review.answers.overdue";
    public const string NoAnswerTimes = "review.answers.none";
    public const string Answers = "review.answers";
    public const string InTime = "review.answers.in-time";
    public const string QualifiedOn = "review.answers.qualified";
    public const string Due = "review.answers.due";
    public const string DaysOverdue = "review.answers.days-overdue";
    public const string FirstAnswers = "review.answers.first";
    public const string NotPlanned = "review.not-planned";
    public const string NotWeighed = "review.not-planned.unknown";
    public const string NextBest = "review.not-planned.next";
    public const string InvalidDeals = "review.not-planned.invalid";
    public const string AtRisk = "review.at-risk";
    public const string SignHeading = "review.at-risk.sign";
    public const string UnseenSigns = "review.at-risk.unseen";
    public const string AtRiskNote = "review.at-risk.note";

    /// <summary>Followed by the name of a <c>LeftOutReason</c>.</summary>
    public const string NotPlannedReason = "review.not-planned.";

    /// <summary>Followed by the name of a <c>RiskSign</c>.</summary>
    public const string Sign = "review.sign.";

    public const string P10 = "P10";
    public const string P50 = "P50";
    public const string P90 = "P90";
    public const string Forecast = "review.forecast";
    public const string ForecastNote = "review.forecast.note";
    public const string NoCreationDates = "review.forecast.no-creation-dates";
    public const string Period = "review.forecast.period";
    public const string Part = "review.forecast.part";
    public const string Mean = "review.forecast.mean";
    public const string WeightedPipeline = "review.forecast.weighted-pipeline";
    public const string OpenPipeline = "review.forecast.open";
    public const string NewBusiness = "review.forecast.new-business";
    public const string Unexplained = "review.forecast.unexplained";
    public const string UnexplainedNote = "review.forecast.unexplained-note";
    public const string ForecastTotal = "review.forecast.total";
    public const string AllPeriods = "review.forecast.all-periods";
    public const string Days = "review.forecast.days";
    public const string Quota = "review.forecast.quota";
    public const string LeftOut = "review.forecast.left-out";
    public const string Chart = "review.chart";
    public const string ChartWon = "review.chart.won";
    public const string ChartRange = "review.chart.range";
    public const string ChartNumbers = "review.chart.numbers";
    public const string MadeBy = "review.forecast.made-by";
    public const string Model = "review.forecast.model";
    public const string Fallback = "review.forecast.fallback";
    public const string CountsFor = "review.forecast.counts-for";
    public const string ErrorBefore = "review.forecast.error-before";
    public const string ForecastsBefore = "review.forecast.forecasts-before";
    public const string Expects = "review.forecast.expects";
    public const string LeansOn = "review.forecast.leans-on";
    public const string LeansOnNone = "review.forecast.leans-on.none";
    public const string WideApart = "review.forecast.wide-apart";
    public const string Widened = "review.forecast.widened";
    public const string WidenedUnseen = "review.forecast.widened.unseen";
    public const string Lack = "review.forecast.lack";
    public const string Backtest = "review.backtest";
    public const string BacktestOrigins = "review.backtest.origins";
    public const string BacktestNote = "review.backtest.note";
    public const string NoBacktest = "review.backtest.none";
    public const string MonthsAhead = "review.backtest.months-ahead";
    public const string Wape = "review.backtest.wape";
    public const string Bias = "review.backtest.bias";
    public const string Held = "review.backtest.held";
    public const string HeldOf = "review.backtest.held-of";
    public const string Winkler = "review.backtest.winkler";
    public const string Crps = "review.backtest.crps";
    public const string Skill = "review.backtest.skill";
    public const string Gap = "review.backtest.gap";
    public const string BetterThanNaive = "review.backtest.better-than-naive";
    public const string NoBetterThanNaive = "review.backtest.no-better-than-naive";
    public const string Closer = "review.backtest.closer";
    public const string CloserByChance = "review.backtest.closer.by-chance";
    public const string Stale = "review.stale";
    public const string StaleNote = "review.stale.note";
    public const string FirstStale = "review.stale.first";
    public const string Account = "review.account";
    public const string Owner = "review.owner";
    public const string Age = "review.age";

    /// <summary>The heading; followed by a dot and the id of a model, the name of that model in the review.</summary>
    public const string ModelName = "review.model";

    /// <summary>Followed by a dot and the id of a unit of history.</summary>
    public const string Unit = "review.unit";

    public const string Learning = "review.learning";
    public const string Trained = "review.learning.trained";
    public const string Fields = "review.learning.fields";
    public const string TooFew = "review.learning.too-few";
    public const string NoFields = "review.learning.no-fields";
    public const string Undated = "review.learning.undated";
    public const string Checks = "review.checks";
    public const string TrainedOn = "review.checks.trained-on";
    public const string TestedOn = "review.checks.tested-on";
    public const string WonShare = "review.checks.won-share";
    public const string Auc = "review.checks.auc";
    public const string Interval = "review.checks.interval";
    public const string BrierBase = "review.checks.brier-base";
    public const string Brier = "review.checks.brier";
    public const string BrierCalibrated = "review.checks.brier-calibrated";
    public const string NoBetter = "review.checks.no-better";
    public const string ChecksNote = "review.checks.note";
    public const string Reliability = "review.reliability";
    public const string ReliabilityCalibrated = "review.reliability.calibrated";
    public const string Probability = "review.probability";
    public const string Predicted = "review.predicted";
    public const string Observed = "review.observed";
    public const string Chances = "review.chances";
    public const string ChancesNote = "review.chances.note";
    public const string Calibrated = "review.calibrated";
    public const string Between = "review.between";
    public const string FromBelow = "review.from-below";
    public const string FromOn = "review.from-on";

    public const string Campaigns = "review.campaigns";
    public const string Campaign = "review.campaign";
    public const string Rank = "review.campaigns.rank";
    public const string Sqos = "review.campaigns.sqos";
    public const string SqoRate = "review.campaigns.sqo-rate";
    public const string WonRate = "review.campaigns.won-rate";
    public const string Lowest = "review.campaigns.lowest";
    public const string Highest = "review.campaigns.highest";
    public const string WonValue = "review.campaigns.won-value";
    public const string Compared = "review.campaigns.compared";
    public const string Above = "review.campaigns.above";
    public const string Below = "review.campaigns.below";
    public const string MayBeChance = "review.campaigns.may-be-chance";
    public const string TooFewDeals = "review.campaigns.too-few";
    public const string UnknownCampaign = "review.campaigns.unknown";
    public const string AllCampaigns = "review.campaigns.all";
    public const string CampaignsNote = "review.campaigns.note";
    public const string Attribution = "review.attribution";
    public const string Channel = "review.attribution.channel";
    public const string CreditModel = "review.attribution.model";
    public const string Assisted = "review.attribution.assisted";

    /// <summary>The heading; followed by the name of a <c>TimeSplit</c>, the date that it splits by.</summary>
    public const string Split = "review.split.";

    /// <summary>Followed by the name of a <c>Signal</c>.</summary>
    public const string Signal = "review.signal.";

    /// <summary>Followed by the name of a <c>WinField</c>.</summary>
    public const string Field = "review.field.";

    /// <summary>Followed by the name of a <c>RejectReason</c> or <c>RemarkKind</c>.</summary>
    public const string RejectReason = "review.reject.";
    public const string RemarkKind = "review.remark.";
}
