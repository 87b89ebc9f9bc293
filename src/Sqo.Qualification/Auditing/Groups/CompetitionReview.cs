using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How deals end by competitor, by the number of competitors, by incumbent, by the time to the first answer, and why they were lost.
/// Unknown is never counted as "no competitor". Immutable.
/// </summary>
public sealed class CompetitionReview
{
    // The hours to the first answer, each the last of its band.
    private static readonly double[] Hours = [1, 4, 24, 72];
    private static readonly string[] Bands = ["\u2264 1", "\u2264 4", "\u2264 24", "\u2264 72", "> 72"];
    private static readonly string[] Numbers = ["0", "1", "2", "3+"];

    private CompetitionReview(
        WinRateGroup[] competitors, WinRateGroup[] numbers, WinRateGroup[] incumbents, WinRateGroup[] answers,
        KeyValuePair<string, int>[] reasons, int withoutReason)
    {
        ByCompetitor = Array.AsReadOnly(competitors);
        ByNumber = Array.AsReadOnly(numbers);
        ByIncumbent = Array.AsReadOnly(incumbents);
        ByFirstAnswer = Array.AsReadOnly(answers);
        LossReasons = Array.AsReadOnly(reasons);
        WithoutLossReason = withoutReason;
    }

    /// <summary>The deals against each competitor, the most frequent first; a deal with two counts for both.</summary>
    public IReadOnlyList<WinRateGroup> ByCompetitor { get; }

    /// <summary>The deals by the number of competitors, "0" to "2" and "3+", and the unknown ones.</summary>
    public IReadOnlyList<WinRateGroup> ByNumber { get; }

    /// <summary>The deals by whom the customer buys from today, the most frequent first; "" is nobody; and the unknown ones.</summary>
    public IReadOnlyList<WinRateGroup> ByIncumbent { get; }

    /// <summary>
    /// The deals by the hours to the first answer: at most 1, 4, 24, 72, and more; and those without a known one. An association: promising
    /// deals may be answered sooner, so that the time need not be the cause.
    /// </summary>
    public IReadOnlyList<WinRateGroup> ByFirstAnswer { get; }

    /// <summary>How many deals were lost for each reason, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> LossReasons { get; }

    /// <summary>How many deals were lost without a known reason.</summary>
    public int WithoutLossReason { get; }

    /// <summary>Reviews the competition. What isn't given is unknown for all deals.</summary>
    /// <typeparam name="T">The type of deal.</typeparam>
    /// <param name="deals">The deals, in the order of the outcomes.</param>
    /// <param name="outcomes">How they ended.</param>
    /// <param name="competitors">
    /// Gets the competitors: an empty list if there is none, <see langword="null"/> if unknown. Names are compared as they are; a repeated
    /// name counts once.
    /// </param>
    /// <param name="incumbent">Gets whom the customer buys from today: "" for nobody, <see langword="null"/> if unknown.</param>
    /// <param name="closed">Gets the day of closing, for the trend.</param>
    /// <param name="hoursToAnswer">Gets the hours from the SQO to the first answer by sales; <see langword="null"/> if unknown or
    /// unanswered.</param>
    /// <param name="lossReason">Gets why a deal was lost; asked about lost deals only.</param>
    /// <param name="options">When figures count as enough. The default is <see cref="AuditOptions.Default"/>.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="deals"/> or <paramref name="outcomes"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">There are more or fewer outcomes than deals.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of hours is negative, NaN or infinite.</exception>
    public static CompetitionReview Of<T>(
        IReadOnlyList<T> deals, DealOutcomes outcomes, Func<T, IReadOnlyList<string>?>? competitors = null,
        Func<T, string?>? incumbent = null, Func<T, DateTime?>? closed = null, Func<T, double?>? hoursToAnswer = null,
        Func<T, string?>? lossReason = null, AuditOptions? options = null)
    {
        var count = Guard.NotNull(deals).Count;
        Guard.NotNull(outcomes).CheckFor(count);
        var (byName, byNumber, byIncumbent, byAnswer) =
            (new RowGroups(count), new RowGroups(count), new RowGroups(count), new RowGroups(count));
        var days = new DateTime?[count];
        var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var withoutReason = 0;
        for (var row = 0; row < count; row++)
        {
            var deal = deals[row];
            days[row] = closed?.Invoke(deal)?.Date;
            var rivals = competitors?.Invoke(deal);
            var distinct = rivals is null ? null : new HashSet<string>(rivals, StringComparer.Ordinal);
            byNumber.Add(distinct is null ? null : Numbers[Math.Min(distinct.Count, Numbers.Length - 1)], row);
            if (distinct is null) byName.Add(null, row);
            else
            {
                foreach (var rival in distinct) byName.Add(Guard.NotNull(rival, nameof(competitors)), row);
            }

            byIncumbent.Add(incumbent?.Invoke(deal), row);
            byAnswer.Add(BandOf(hoursToAnswer?.Invoke(deal)), row);
            if (outcomes[row] != OpportunityOutcome.Lost) continue;
            if (lossReason?.Invoke(deal) is not { } reason) withoutReason++;
            else reasons[reason] = (reasons.TryGetValue(reason, out var seen) ? seen : 0) + 1;
        }

        var groups = new Grouping(outcomes, days, options ?? AuditOptions.Default);
        return new(
            groups.ByFrequency(byName), groups.InOrder(byNumber, Numbers), groups.ByFrequency(byIncumbent), groups.InOrder(byAnswer, Bands),
            [.. reasons.OrderByDescending(reason => reason.Value)], withoutReason);
    }

    /// <summary>The review in words, in a culture.</summary>
    /// <param name="culture">The culture; see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>The review in words, what is known only.</summary>
    /// <param name="texts">The words.</param>
    /// <returns>The text, of several lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        Guard.NotNull(texts);
        var lines = new List<string>();
        Add(MessageIds.CompetitionByCompetitor, ByCompetitor);
        Add(MessageIds.CompetitionByNumber, ByNumber);
        Add(MessageIds.CompetitionByIncumbent, ByIncumbent);
        if (Add(MessageIds.CompetitionByAnswer, ByFirstAnswer)) lines.Add(texts[MessageIds.CompetitionNoProof]);
        if (LossReasons.Count > 0)
        {
            lines.Add(texts[MessageIds.CompetitionLossReasons]);
            lines.AddRange(LossReasons.Select(
                reason => texts.Fill(MessageIds.AuditNamed, texts.Value(reason.Key), texts.Value(reason.Value))));
            lines.Add(texts.Fill(MessageIds.AuditNamed, texts[MessageIds.StateUnknown], texts.Value(WithoutLossReason)));
        }

        return AuditText.Lines(lines);

        bool Add(string heading, IReadOnlyList<WinRateGroup> groups)
        {
            if (groups.All(group => group.Name is null)) return false;
            lines.Add(texts[heading]);
            lines.AddRange(groups.Select(group => group.ToText(texts)));
            return true;
        }
    }

    /// <summary>The review in words, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);

    private static string? BandOf(double? hours)
    {
        if (hours is not { } known) return null;
        Guard.NotNegative(known, "hoursToAnswer");
        var band = Array.FindIndex(Hours, last => known <= last);
        return Bands[band < 0 ? Hours.Length : band];
    }

    private sealed class Grouping(DealOutcomes outcomes, DateTime?[] days, AuditOptions options)
    {
        private readonly OutcomeCounts _all = RowGroups.Count(All(outcomes), outcomes);

        public WinRateGroup[] InOrder(RowGroups groups, string[] names) =>
            [.. groups.Named.OrderBy(group => Array.IndexOf(names, group.Key)).Select(group => Of(group.Key, group.Value)),
                .. Unknown(groups)];

        public WinRateGroup[] ByFrequency(RowGroups groups) =>
            [.. groups.Named.Select(group => Of(group.Key, group.Value)).OrderByDescending(group => group.Counts.Deals),
                .. Unknown(groups)];

        private IEnumerable<WinRateGroup> Unknown(RowGroups groups) =>
            groups.Unknown.Any(word => word != 0) ? [Of(null, groups.Unknown)] : [];

        private WinRateGroup Of(string? name, ulong[] rows) => new(name, RowGroups.Count(rows, outcomes), _all, Trend(rows), options);

        private RateDifference Trend(ulong[] rows)
        {
            var dated = new List<(DateTime Day, bool IsWon)>();
            for (var row = 0; row < days.Length; row++)
            {
                if (!DealOutcomes.Has(rows, row) || days[row] is not { } day || outcomes[row] == OpportunityOutcome.Open) continue;
                dated.Add((day, outcomes[row] == OpportunityOutcome.Won));
            }

            if (dated.Count == 0) return default;
            var half = dated.Select(deal => deal.Day).OrderBy(day => day).ElementAt((dated.Count - 1) / 2);
            return new(Rate(isNewer: true), Rate(isNewer: false));

            ObservedRate Rate(bool isNewer)
            {
                var some = dated.FindAll(deal => deal.Day > half == isNewer);
                return new(some.Count(deal => deal.IsWon), some.Count);
            }
        }

        private static ulong[] All(DealOutcomes outcomes)
        {
            var groups = new RowGroups(outcomes.Count);
            for (var row = 0; row < outcomes.Count; row++) groups.Add(null, row);
            return groups.Unknown;
        }
    }
}
