using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How the deals ended about which a person decided against the profile. Immutable.</summary>
/// <remarks>People pick the deals that they override, so the comparison with the profile's own SQOs is no experiment.</remarks>
public sealed class OverrideReview
{
    private readonly AuditOptions _options;

    private OverrideReview(IEnumerable<(VerdictOverride Override, Verdict Verdict, OpportunityOutcome Outcome, decimal? Amount)> deals,
        OutcomeCounts qualified, bool hasMoney, AuditOptions options)
    {
        _options = options;
        var (accepted, rejected) = (new OutcomeSums(hasMoney), new OutcomeSums(hasMoney));
        var reasons = new SortedDictionary<string, OutcomeSums>(StringComparer.Ordinal);
        foreach (var (decided, verdict, outcome, amount) in deals)
        {
            if (decided.IsQualified == (verdict == Verdict.Qualified))
            {
                Agreeing++;
                continue;
            }

            (decided.IsQualified ? accepted : rejected).Add(outcome, amount);
            if (!decided.IsQualified) continue;
            if (!reasons.TryGetValue(decided.Reason, out var sums)) reasons.Add(decided.Reason, sums = new(hasMoney));
            sums.Add(outcome, amount);
        }

        Accepted = accepted.ToCounts();
        Rejected = rejected.ToCounts();
        AgainstProfile = new(Accepted.WinRate, qualified.WinRate);
        AcceptedByReason = Array.AsReadOnly(
            reasons.Select(reason => new KeyValuePair<string, OutcomeCounts>(reason.Key, reason.Value.ToCounts())).ToArray());
    }

    /// <summary>The deals that a person took although the profile did not qualify them.</summary>
    public OutcomeCounts Accepted { get; }

    /// <summary>The deals that a person rejected although the profile qualified them.</summary>
    public OutcomeCounts Rejected { get; }

    /// <summary>How many overrides say what the profile says, and change nothing.</summary>
    public int Agreeing { get; }

    /// <summary><see cref="Accepted"/> by reason, in the order of the texts.</summary>
    public IReadOnlyList<KeyValuePair<string, OutcomeCounts>> AcceptedByReason { get; }

    /// <summary>The win rate of <see cref="Accepted"/> minus that of the profile's own SQOs.</summary>
    public RateDifference AgainstProfile { get; }

    /// <summary>Reviews overrides.</summary>
    /// <param name="overrides">The overrides; of several of one deal, pass the one in force.</param>
    /// <param name="verdict">Gets what the profile said of the deal.</param>
    /// <param name="outcome">Gets how the deal ended.</param>
    /// <param name="qualified">The profile's own SQOs: <c>audit[Verdict.Qualified]</c>.</param>
    /// <param name="amount">Gets the amount of a deal; <see langword="null"/> if unknown. The default is no amounts.</param>
    /// <param name="options">When figures count as enough. The default is <see cref="AuditOptions.Default"/>.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An override is <see langword="null"/>, or two are of the same deal.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A verdict or an outcome is not one of its enumeration.</exception>
    public static OverrideReview Of(
        IEnumerable<VerdictOverride> overrides, Func<VerdictOverride, Verdict> verdict, Func<VerdictOverride, OpportunityOutcome> outcome,
        OutcomeCounts qualified, Func<VerdictOverride, decimal?>? amount = null, AuditOptions? options = null)
    {
        Guard.NotNull(verdict);
        Guard.NotNull(outcome);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var deals = new List<(VerdictOverride, Verdict, OpportunityOutcome, decimal?)>();
        foreach (var decided in Guard.NotNull(overrides))
        {
            if (decided is null) throw new ArgumentException("overrides holds null; each must be an override.", nameof(overrides));
            if (!ids.Add(decided.Id))
            {
                throw new ArgumentException(
                    $"The deal \"{decided.Id}\" has more than one override; pass the one in force.", nameof(overrides));
            }

            deals.Add((decided, Guard.Defined(verdict(decided), nameof(verdict)), Guard.Defined(outcome(decided), nameof(outcome)),
                amount?.Invoke(decided)));
        }

        return new(deals, Guard.NotNull(qualified), amount is not null, options ?? AuditOptions.Default);
    }

    /// <summary>The review in words, in a culture.</summary>
    /// <param name="culture">The culture; see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>The review in words.</summary>
    /// <param name="texts">The words.</param>
    /// <returns>The text, of several lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        var id = AuditText.Compare(AgainstProfile, _options) switch
        {
            null => MessageIds.OverridesTooFew,
            > 0 => MessageIds.OverridesMore,
            < 0 => MessageIds.OverridesLess,
            _ => MessageIds.OverridesSame,
        };
        return AuditText.Lines(
        [
            Guard.NotNull(texts).Fill(MessageIds.OverridesAccepted, AuditText.Group(texts, Accepted, _options)),
            texts.Fill(MessageIds.OverridesRejected, AuditText.Group(texts, Rejected, _options)),
            texts.Fill(
                id, AuditText.Rate(texts, AgainstProfile.First, _options), AuditText.Rate(texts, AgainstProfile.Second, _options)),
        ]);
    }

    /// <summary>The review in words, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);
}
