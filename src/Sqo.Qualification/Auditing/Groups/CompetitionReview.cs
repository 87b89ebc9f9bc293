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

    private readonly bool _hasMoney;
    private readonly AuditOptions _options;
    private readonly OutcomeSums _all;
    private readonly WinRateTable _byCompetitor;
    private readonly WinRateTable _byNumber;
    private readonly WinRateTable _byIncumbent;
    private readonly WinRateTable _byAnswer;

    private CompetitionReview(bool hasMoney, AuditOptions options, Action<CompetitionReview, SortedDictionary<string, int>> count)
    {
        (_hasMoney, _options) = (hasMoney, options);
        _all = new(hasMoney);
        (_byCompetitor, _byNumber, _byIncumbent, _byAnswer) = (new(hasMoney), new(hasMoney), new(hasMoney), new(hasMoney));
        var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
        count(this, reasons);

        var all = _all.ToCounts();
        ByCompetitor = Array.AsReadOnly(_byCompetitor.ByFrequency(all, options));
        ByNumber = Array.AsReadOnly(_byNumber.InOrder(Numbers, all, options));
        ByIncumbent = Array.AsReadOnly(_byIncumbent.ByFrequency(all, options));
        ByFirstAnswer = Array.AsReadOnly(_byAnswer.InOrder(Bands, all, options));
        LossReasons = Array.AsReadOnly(reasons.OrderByDescending(reason => reason.Value).ToArray());
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
    public int WithoutLossReason { get; private set; }

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
        return new(outcomes.Amounts.Length > 0, options ?? AuditOptions.Default, Count);

        void Count(CompetitionReview review, SortedDictionary<string, int> reasons)
        {
            for (var row = 0; row < count; row++)
            {
                var deal = deals[row];
                var day = closed?.Invoke(deal)?.Date;
                review._all.Add(outcomes, row);
                var rivals = competitors?.Invoke(deal);
                var distinct = rivals is null ? null : new HashSet<string>(rivals, StringComparer.Ordinal);
                var number = distinct is null ? null : Numbers[Math.Min(distinct.Count, Numbers.Length - 1)];
                review._byNumber.Add(number, outcomes, row, day);
                if (distinct is null) review._byCompetitor.Add(null, outcomes, row, day);
                else
                {
                    foreach (var rival in distinct)
                    {
                        review._byCompetitor.Add(Guard.NotNull(rival, nameof(competitors)), outcomes, row, day);
                    }
                }

                review._byIncumbent.Add(incumbent?.Invoke(deal), outcomes, row, day);
                review._byAnswer.Add(BandOf(hoursToAnswer?.Invoke(deal)), outcomes, row, day);
                if (outcomes[row] != OpportunityOutcome.Lost) continue;
                if (lossReason?.Invoke(deal) is not { } reason) review.WithoutLossReason++;
                else CountReason(reasons, reason, 1);
            }
        }
    }

    /// <summary>Adds the review of other deals: the result has the same bits as a review of all of them.</summary>
    /// <param name="other">The other review.</param>
    /// <returns>The review of the deals of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The other review has other options, or only one of the two has amounts.</exception>
    public CompetitionReview Merge(CompetitionReview other)
    {
        if (!Guard.NotNull(other)._options.IsSameAs(_options) || other._hasMoney != _hasMoney)
        {
            throw new ArgumentException("The other review has other options or amounts; both must have the same.", nameof(other));
        }

        return new(_hasMoney, _options, (merged, reasons) =>
        {
            foreach (var part in new[] { this, other })
            {
                merged._all.Add(part._all);
                merged._byCompetitor.Add(part._byCompetitor);
                merged._byNumber.Add(part._byNumber);
                merged._byIncumbent.Add(part._byIncumbent);
                merged._byAnswer.Add(part._byAnswer);
                merged.WithoutLossReason += part.WithoutLossReason;
                foreach (var reason in part.LossReasons) CountReason(reasons, reason.Key, reason.Value);
            }
        });
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

    private static void CountReason(SortedDictionary<string, int> reasons, string reason, int times)
    {
        reasons.TryGetValue(reason, out var before);
        reasons[reason] = before + times;
    }
}
