using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// One of the numbers that a <see cref="RankingValue"/> is made of: its parts are multiplied or added. The built-in factors are made by
/// the same constructor as custom ones. Immutable.
/// </summary>
/// <remarks>
/// A function that returns <see langword="null"/> or NaN for a deal says that the factor is unknown: the deal is then listed in
/// <see cref="Ranking.Unknown"/>, unless the factor has a value for this case. Functions are called several times per deal, and must
/// return the same value each time.
/// </remarks>
public sealed class RankingFactor
{
    /// <summary>The id of <see cref="Value"/>.</summary>
    public const string ValueId = "value";

    /// <summary>The id of <see cref="Probability"/>.</summary>
    public const string ProbabilityId = "probability";

    /// <summary>The id of <see cref="Effort"/>.</summary>
    public const string EffortId = "effort";

    /// <summary>The id of <see cref="Score"/>.</summary>
    public const string ScoreId = "score";

    /// <summary>The id of <see cref="Slipping"/>.</summary>
    public const string SlippingId = "slipping";

    /// <summary>The id of <see cref="TimeToClose"/>.</summary>
    public const string TimeToCloseId = "time-to-close";

    /// <summary>The id of <see cref="Response"/>.</summary>
    public const string ResponseId = "response";

    /// <summary>The id of <see cref="Competition"/>.</summary>
    public const string CompetitionId = "competition";

    /// <summary>
    /// The prefix that makes the id of a factor the id of the text that names it in a language, see <see cref="ExplanationTexts.With"/>.
    /// </summary>
    public const string LabelPrefix = "factor.";

    private static readonly TimeSpan CloseHalfLife = TimeSpan.FromDays(14);
    private static readonly TimeSpan ResponseHalfLife = TimeSpan.FromHours(4);

    private readonly Func<Opportunity, double>? _read;

    // The two that are read of millions of deals, without another function between.
    private readonly Func<Opportunity, decimal?>? _value;
    private readonly Func<Opportunity, double?>? _probability;
    private readonly Func<Opportunity, double?>? _observe;
    private readonly double _otherwise;

    /// <summary>Creates a custom factor.</summary>
    /// <param name="id">The id, unique within a value.</param>
    /// <param name="factor">The factor of a deal, a finite number; <see langword="null"/> or NaN when unknown.</param>
    /// <param name="label">The name in texts. The default is the id; <see cref="LabelPrefix"/> adds names in other languages.</param>
    /// <param name="divides">Whether a product is divided by it; it must then be above 0. The default is <see langword="false"/>.</param>
    /// <param name="whenUnknown">
    /// The factor of deals for which it is unknown. The default is <see langword="null"/>: such deals are listed apart.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> or <paramref name="factor"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="whenUnknown"/> is not a finite number, or divides and is not above
    /// 0.</exception>
    public RankingFactor(
        string id, Func<Opportunity, double?> factor, string? label = null, bool divides = false, double? whenUnknown = null)
        : this(Guard.NotBlank(id), Reader(id, Guard.NotNull(factor), divides), RankingFormat.Number, null, divides, whenUnknown) =>
        Label = label;

    private RankingFactor(
        string id, Func<Opportunity, double>? read, RankingFormat format, Func<Opportunity, double?>? observe = null, bool divides = false,
        double? whenUnknown = null, Func<Opportunity, decimal?>? value = null, Func<Opportunity, double?>? probability = null)
    {
        Id = id;
        Format = format;
        Divides = divides;
        WhenUnknown = whenUnknown is not { } given ? null : divides ? Guard.Positive(given, nameof(whenUnknown))
            : Guard.Finite(given, nameof(whenUnknown));
        _otherwise = WhenUnknown ?? double.NaN;
        _observe = observe;
        _read = read;
        _value = value;
        _probability = probability;
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The name in texts; <see langword="null"/> for the built-in factors, which texts name in each language.</summary>
    public string? Label { get; }

    /// <summary>Whether a product is divided by it.</summary>
    public bool Divides { get; }

    /// <summary>The factor of deals for which it is unknown; <see langword="null"/> if such deals are listed apart.</summary>
    public double? WhenUnknown { get; }

    internal RankingFormat Format { get; }

    /// <summary>The value of a deal, in one currency for all deals.</summary>
    /// <param name="value">The value, such as <c>o =&gt; o.Amount</c>; <see langword="null"/> when unknown.</param>
    /// <returns>The factor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    public static RankingFactor Value(Func<Opportunity, decimal?> value) =>
        new(ValueId, null, RankingFormat.Number, value: Guard.NotNull(value));

    /// <summary>The probability that a deal is won.</summary>
    /// <param name="probability">The probability, from 0 to 1; <see langword="null"/> when unknown.</param>
    /// <returns>The factor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="probability"/> is <see langword="null"/>.</exception>
    public static RankingFactor Probability(Func<Opportunity, double?> probability) =>
        new(ProbabilityId, null, RankingFormat.Percent, probability: Guard.NotNull(probability));

    /// <summary>The hours of work that a deal still takes; a product is divided by them.</summary>
    /// <param name="effort">The remaining effort, above 0; <see langword="null"/> when unknown.</param>
    /// <returns>The factor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="effort"/> is <see langword="null"/>.</exception>
    public static RankingFactor Effort(Func<Opportunity, TimeSpan?> effort)
    {
        Guard.NotNull(effort);
        return new(EffortId, Reader(EffortId, deal => effort(deal)?.TotalHours, divides: true), RankingFormat.Hours, divides: true);
    }

    /// <summary>The score of a deal, on any scale.</summary>
    /// <param name="score">The score; <see langword="null"/> when unknown.</param>
    /// <returns>The factor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="score"/> is <see langword="null"/>.</exception>
    public static RankingFactor Score(Func<Opportunity, double?> score) =>
        new(ScoreId, Reader(ScoreId, Guard.NotNull(score), divides: false), RankingFormat.Number);

    /// <summary>
    /// The share of a deal's chance that lies after a period: 1 - P(won in the period) / P(won).
    /// </summary>
    /// <param name="probability">P(won), from 0 to 1; <see langword="null"/> when unknown.</param>
    /// <param name="wonInPeriod">
    /// P(won in the period) by the time to close, from 0 to 1; above P(won) it counts as that. <see langword="null"/> when unknown.
    /// </param>
    /// <param name="period">
    /// The period, if only deals that are expected to close by its end can slip: the factor of the others is 0, and it is unknown without
    /// an expected close. The default is <see langword="null"/>: every deal can slip.
    /// </param>
    /// <returns>The factor, from 0 to 1; 1 for a deal whose P(won) is 0.</returns>
    /// <exception cref="ArgumentNullException">A function is <see langword="null"/>.</exception>
    public static RankingFactor Slipping(
        Func<Opportunity, double?> probability, Func<Opportunity, double?> wonInPeriod, ForecastPeriod? period = null)
    {
        Guard.NotNull(probability);
        Guard.NotNull(wonInPeriod);
        return new(SlippingId, Read, RankingFormat.Percent);

        double Read(Opportunity deal)
        {
            if (period is { } days)
            {
                if (deal.ExpectedCloseDay == DayNumber.None) return double.NaN;
                if (deal.ExpectedCloseDay > DayNumber.Of(days.Last)) return 0;
            }

            var won = GivenProbability.Of(deal, probability(deal));
            var inPeriod = GivenProbability.Of(deal, wonInPeriod(deal), nameof(wonInPeriod));
            return double.IsNaN(won) || double.IsNaN(inPeriod) ? double.NaN : won == 0 ? 1 : 1 - (Math.Min(inPeriod, won) / won);
        }
    }

    /// <summary>
    /// Urgency by the time that is left until a deal closes: 1 + strength x 2^(-time left / half-life). A time that has passed counts
    /// as 0.
    /// </summary>
    /// <param name="timeLeft">The time left, such as the median time to close; <see langword="null"/> when unknown.</param>
    /// <param name="halfLife">The time after which the urgency has halved, above 0. The default is 14 days.</param>
    /// <param name="strength">What a deal that closes now gains, above 0. The default is 1: it counts twice.</param>
    /// <param name="whenUnknown">The factor if the time is unknown. The default is <see langword="null"/>: listed apart.</param>
    /// <returns>The factor, from 1 to 1 + strength.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="timeLeft"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static RankingFactor TimeToClose(
        Func<Opportunity, TimeSpan?> timeLeft, TimeSpan? halfLife = null, double strength = 1, double? whenUnknown = null) =>
        Urgency(
            TimeToCloseId, RankingFormat.DaysLeft, timeLeft, halfLife ?? CloseHalfLife, strength, whenUnknown, left => left.TotalDays);

    /// <summary>
    /// Urgency by the time that is left to answer, see <see cref="ResponseList.TimeLeft"/>: 1 + strength x 2^(-time left / half-life). An
    /// overdue answer counts as due now.
    /// </summary>
    /// <param name="timeLeft">The time left; <see langword="null"/> when unknown, or if no answer is due.</param>
    /// <param name="halfLife">The time after which the urgency has halved, above 0. The default is 4 hours.</param>
    /// <param name="strength">What a deal that must be answered now gains, above 0. The default is 1: it counts twice.</param>
    /// <param name="whenUnknown">
    /// The factor of deals without a time left: most deals have been answered. The default is 1; <see langword="null"/> lists them apart.
    /// </param>
    /// <returns>The factor, from 1 to 1 + strength.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="timeLeft"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static RankingFactor Response(
        Func<Opportunity, TimeSpan?> timeLeft, TimeSpan? halfLife = null, double strength = 1, double? whenUnknown = 1) =>
        Urgency(
            ResponseId, RankingFormat.HoursLeft, timeLeft, halfLife ?? ResponseHalfLife, strength, whenUnknown, left => left.TotalHours);

    /// <summary>Competition: a number per competitor, multiplied. Use it only if the probability doesn't include the competition.</summary>
    /// <param name="perCompetitor">The factor of each competitor, above 0. The default is 0.8.</param>
    /// <param name="competitors">
    /// The number of competitors, 0 or above; <see langword="null"/> when unknown. The default is that of
    /// <see cref="Opportunity.Competitors"/>.
    /// </param>
    /// <param name="whenUnknown">The factor if the number is unknown. The default is <see langword="null"/>: listed apart.</param>
    /// <returns>The factor, <paramref name="perCompetitor"/> to the power of the number of competitors.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static RankingFactor Competition(
        double perCompetitor = 0.8, Func<Opportunity, int?>? competitors = null, double? whenUnknown = null)
    {
        Guard.Positive(perCompetitor);
        competitors ??= static deal => deal.Competitors?.Count;
        return new(CompetitionId, Read, RankingFormat.Competitors, deal => competitors(deal), whenUnknown: whenUnknown);

        double Read(Opportunity deal)
        {
            if (competitors(deal) is not { } count) return double.NaN;
            if (count < 0) throw Broken(CompetitionId, deal, InvariantText.Of((long)count), "the number of competitors must be 0 or above");
            double factor = 1;
            var power = perCompetitor;
            for (var rest = count; rest > 0; rest /= 2, power *= power)
            {
                if (rest % 2 == 1) factor *= power;
            }

            return Finite(CompetitionId, deal, factor);
        }
    }

    /// <summary>The factor of a deal; NaN when unknown.</summary>
    internal double Of(Opportunity deal)
    {
        var factor = Read(deal);
        return double.IsNaN(factor) ? _otherwise : factor;
    }

    /// <summary>The factor of a deal, NaN when unknown also if it has a value for this case.</summary>
    internal double Read(Opportunity deal)
    {
        if (_value is not null) return _value(deal) is { } amount ? (double)amount : double.NaN;
        return _probability is not null ? GivenProbability.Of(deal, _probability(deal)) : _read!(deal);
    }

    /// <summary>A factor that was read, with what it was computed from.</summary>
    internal RankingPart PartOf(Opportunity deal, double read) =>
        new(this, double.IsNaN(read) ? _otherwise : read, _observe?.Invoke(deal), double.IsNaN(read));

    private static RankingFactor Urgency(
        string id, RankingFormat format, Func<Opportunity, TimeSpan?> timeLeft, TimeSpan halfLife, double strength, double? whenUnknown,
        Func<TimeSpan, double> unit)
    {
        Guard.NotNull(timeLeft);
        var half = Guard.Positive(halfLife.TotalDays, nameof(halfLife));
        Guard.Positive(strength);
        return new(id, Read, format, deal => timeLeft(deal) is { } left ? unit(left) : null, whenUnknown: whenUnknown);

        double Read(Opportunity deal) =>
            timeLeft(deal) is { } left ? 1 + (strength * Exponential.Exp2(-(Math.Max(0, left.TotalDays) / half))) : double.NaN;
    }

    private static Func<Opportunity, double> Reader(string id, Func<Opportunity, double?> read, bool divides) => deal =>
    {
        if (read(deal) is not { } factor) return double.NaN;
        if (divides && factor <= 0) throw Broken(id, deal, InvariantText.Of(factor), "it must be above 0");
        return Finite(id, deal, factor);
    };

    private static double Finite(string id, Opportunity deal, double factor) =>
        double.IsInfinity(factor) ? throw Broken(id, deal, InvariantText.Of(factor), "it must be a finite number") : factor;

    private static ArgumentException Broken(string factor, Opportunity deal, string shown, string rule) =>
        new($"The factor \"{factor}\" of opportunity \"{Excerpt.Of(deal.Id)}\" is {shown}; {rule}.", "by");
}
