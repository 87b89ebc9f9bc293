using System;
using System.Collections.Generic;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What one criterion does: what its answers say of the outcome, what it stops, and what would be without it. Immutable.</summary>
public sealed class CriterionAudit
{
    private readonly AuditOptions _options;
    private readonly OutcomeCounts _rest;

    internal CriterionAudit(
        CriterionInfo criterion, AuditSums sums, OutcomeCounts all, OutcomeCounts qualified, long rejections, string? refusal,
        AuditOptions options)
    {
        var counts = sums.Criteria[criterion.Index];
        Criterion = criterion;
        _options = options;
        (Met, Unmet, Unknown) = (counts.Met.ToCounts(), counts.Unmet.ToCounts(), counts.Unknown.ToCounts());
        var (won, lost) = (Met.Won + Unmet.Won + Unknown.Won, Met.Lost + Unmet.Lost + Unknown.Lost);
        Overall = new(won, won + lost);
        if (options.IsEnough(Overall) && won > 0 && lost > 0)
        {
            double sum = 0;
            var bins = 0;
            foreach (var state in new[] { Met, Unmet, Unknown })
            {
                sum += Association.Information(state.Won, state.Lost, won, lost, out var isAdjusted);
                IsInformationAdjusted |= isAdjusted;
                if (state.WinRate.Trials > 0) bins++;
            }

            InformationValue = sum;
            InformationInterval = Association.OfInformation(
                sum, [(Met.Won, Met.Lost), (Unmet.Won, Unmet.Lost), (Unknown.Won, Unknown.Lost)], won, lost, options.Confidence);
            // Twice the information of chance is about chi-squared, as with the population stability index (Yurdakul 2018).
            CriticalInformation = (bins > 1 ? ChiSquare.Quantile(0.05, bins - 1) : 0) * ((1.0 / won) + (1.0 / lost));
        }

        Stopped = counts.Stopped?.ToCounts();
        Turned = counts.Turned?.ToCounts();
        StoppedAlone = counts.Alone?.ToCounts();
        ShareOfRejections = new(StoppedAlone?.Deals ?? 0, rejections);
        _rest = new(all.Won - (StoppedAlone?.Won ?? 0), all.Lost - (StoppedAlone?.Lost ?? 0), all.Open - (StoppedAlone?.Open ?? 0));
        AloneAgainstRest = new(StoppedAlone?.WinRate ?? default, _rest.WinRate);
        LeaveOneOutRefusal = refusal;
        if (refusal is not null || counts.Gained is null) return;
        var (gained, gone) = (counts.Gained.ToCounts(), counts.Lost!.ToCounts());
        var after = new OutcomeCounts(
            qualified.Won + gained.Won - gone.Won, qualified.Lost + gained.Lost - gone.Lost, qualified.Open + gained.Open - gone.Open,
            qualified.Revenue + gained.Revenue - gone.Revenue, qualified.WithoutAmount + gained.WithoutAmount - gone.WithoutAmount);
        LeaveOneOut = new(qualified, gained, gone, after, options);
        ShareOfVerdicts = new(gained.Deals + gone.Deals, all.Deals);
    }

    /// <summary>The criterion.</summary>
    public CriterionInfo Criterion { get; }

    /// <summary>The deals that meet it. Revenue is not added up here.</summary>
    public OutcomeCounts Met { get; }

    /// <summary>The deals that don't meet it.</summary>
    public OutcomeCounts Unmet { get; }

    /// <summary>The deals of which it is unknown.</summary>
    public OutcomeCounts Unknown { get; }

    /// <summary>The win rate of the deals in which it counts: all, if it has no prerequisite.</summary>
    public ObservedRate Overall { get; }

    /// <summary>The win rate when it is met minus that when it is unmet, with Newcombe's interval.</summary>
    public RateDifference Difference => new(Met.WinRate, Unmet.WinRate);

    /// <summary>
    /// The information value of met, unmet and unknown: the sum of (share of all won deals - share of all lost deals) x ln of their ratio.
    /// <see langword="null"/> if there are fewer closed deals than the minimum, or none was won or none lost.
    /// </summary>
    /// <remarks>As rules of thumb, 0.02 is weak, 0.1 medium and 0.3 strong (Siddiqi 2006).</remarks>
    public double? InformationValue { get; }

    /// <summary>
    /// The interval of <see cref="InformationValue"/>, by the delta method: an approximation, and a good one only well above
    /// <see cref="CriticalInformation"/>.
    /// </summary>
    public StatisticalInterval? InformationInterval { get; }

    /// <summary>
    /// What <see cref="InformationValue"/> exceeds in 5 of 100 cases if the criterion says nothing of the outcome: the 95 % quantile of
    /// chi-squared x (1 / won + 1 / lost).
    /// </summary>
    public double? CriticalInformation { get; }

    /// <summary>Whether a state without won or without lost deals was given half a deal of both, so that the logarithm exists.</summary>
    public bool IsInformationAdjusted { get; }

    /// <summary>
    /// The rejected deals that it was in the way of: as a gate, those that don't meet it; with a weight, those whose score falls short and
    /// to which it gave no points. <see langword="null"/> if verdicts don't look at it: a part of a combination, or a criterion without
    /// weight.
    /// </summary>
    public OutcomeCounts? Stopped { get; }

    /// <summary>Of <see cref="Stopped"/>, those that would qualify with the best answer to this criterion alone.</summary>
    public OutcomeCounts? Turned { get; }

    /// <summary>Of <see cref="Turned"/>, those that the best answer to no other criterion alone would turn.</summary>
    public OutcomeCounts? StoppedAlone { get; }

    /// <summary>The share of all rejections that it decides alone.</summary>
    public ObservedRate ShareOfRejections { get; }

    /// <summary>The win rate of <see cref="StoppedAlone"/> minus that of all other deals: 0 or above says that it stops the wrong
    /// ones.</summary>
    public RateDifference AloneAgainstRest { get; }

    /// <summary>
    /// What leaving out the criterion would do to the SQOs; <see langword="null"/> if verdicts don't look at it, or if it can't be left
    /// out.
    /// </summary>
    public QualificationShift? LeaveOneOut { get; }

    /// <summary>
    /// The share of all deals whose verdict hangs on the criterion: without it, they would qualify, or no longer. 0 of 0 if there is no
    /// <see cref="LeaveOneOut"/>.
    /// </summary>
    public ObservedRate ShareOfVerdicts { get; }

    /// <summary>
    /// Why it can't be left out, as <see cref="QualificationProfile{T}.Without"/> says; otherwise <see langword="null"/>.
    /// </summary>
    public string? LeaveOneOutRefusal { get; }

    /// <summary>Gets the lift of an answer: the win rate with it / the overall win rate.</summary>
    /// <param name="state">The answer.</param>
    /// <returns>1 if the answer says nothing; <see langword="null"/> if there are fewer closed deals than the minimum.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not a state.</exception>
    public double? LiftOf(AnswerState state)
    {
        var rate = RateOf(state);
        return _options.IsEnough(rate) && Overall.Successes > 0 ? rate.Value / Overall.Value : null;
    }

    /// <summary>
    /// Gets the interval of the lift of an answer, by the delta method for its logarithm (the deals with the answer are a part of all).
    /// </summary>
    /// <param name="state">The answer.</param>
    /// <returns>
    /// The interval; <see langword="null"/> if there is no <see cref="LiftOf"/>, or if no deal with the answer was won.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not a state.</exception>
    public StatisticalInterval? LiftInterval(AnswerState state) =>
        LiftOf(state) is null ? null : Association.OfLift(RateOf(state), Overall, _options.Confidence);

    /// <summary>The verdict in words, in a culture.</summary>
    /// <param name="culture">The culture; see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>
    /// The verdict in words: what its answers say, what it decides alone and how that ended, and what would be without it.
    /// </summary>
    /// <param name="texts">The words.</param>
    /// <returns>The text, several sentences.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        var label = Guard.NotNull(texts).Label(Criterion);
        var lines = new List<string>
        {
            texts.Fill(MessageIds.AuditReliance, label, Rate(Met), Rate(Unmet), Rate(Unknown)),
        };
        if (InformationValue is { } value && CriticalInformation > 0)
        {
            lines.Add(texts.Fill(
                value > CriticalInformation ? MessageIds.AuditInformation : MessageIds.AuditNoInformation, AuditText.Number(texts, value),
                AuditText.Number(texts, CriticalInformation!.Value)));
        }

        if (StoppedAlone is not null && ShareOfRejections.Trials > 0)
        {
            lines.Add(texts.Fill(MessageIds.AuditAlone, label, AuditText.Share(texts, ShareOfRejections)));
            if (StoppedAlone.Deals > 0) lines.Add(Ending(texts));
        }

        if (LeaveOneOut is not null) lines.Add(texts.Fill(MessageIds.AuditLeaveOneOut, label, LeaveOneOut.ToText(texts)));
        else if (LeaveOneOutRefusal is not null && StoppedAlone is not null) lines.Add(texts.Fill(MessageIds.AuditNotLeftOut, label));
        return string.Join(" ", lines);

        string Rate(OutcomeCounts counts) => AuditText.Rate(texts, counts.WinRate, _options);
    }

    /// <summary>The verdict in words, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);

    private ObservedRate RateOf(AnswerState state) =>
        (Guard.Defined(state) switch { AnswerState.Met => Met, AnswerState.Unmet => Unmet, _ => Unknown }).WinRate;

    private string Ending(ExplanationTexts texts) => texts.Fill(
        AuditText.Compare(AloneAgainstRest, _options) switch
        {
            null => MessageIds.AuditAloneTooFew,
            > 0 => MessageIds.AuditAloneMore,
            < 0 => MessageIds.AuditAloneLess,
            _ => MessageIds.AuditAloneSame,
        },
        AuditText.Rate(texts, AloneAgainstRest.First, _options), AuditText.Rate(texts, AloneAgainstRest.Second, _options));
}
