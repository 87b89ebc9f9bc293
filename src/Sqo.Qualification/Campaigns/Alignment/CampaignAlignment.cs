using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// One page for marketing and sales: which campaigns' leads become SQOs and which die, where the two disagree and by which criterion,
/// whether leads are answered in time, and what an SQO costs and is worth. Immutable.
/// </summary>
public sealed class CampaignAlignment
{
    private readonly LeadDisagreement[] _disagreements;
    private readonly AlignmentRow[] _campaigns;

    private CampaignAlignment(
        CampaignFunnel funnel, Func<Lead, QualificationResult?> judge, TimeSpan answerWithin, FunnelStage answerFrom,
        WorkingCalendar? calendar)
    {
        Funnel = funnel;
        AnswerWithin = answerWithin;
        var all = new AlignmentCount();
        var disagreements = new List<LeadDisagreement>();
        _campaigns =
        [
            .. funnel.Campaigns.Select(row =>
            {
                var own = new AlignmentCount();
                foreach (var unit in row.Figures.Units)
                {
                    if (unit.Lead is not { } lead || judge(lead) is not { } result) continue;
                    own.Add(unit, result);
                    all.Add(unit, result);
                    if (unit.HasReached(ConversionEvent.MarketingQualified) && AlignmentCount.IsDisqualified(result))
                    {
                        string[] criteria = [.. AlignmentCount.Reasons(result).Select(reason => reason.Id)];
                        disagreements.Add(new(lead.Id, row.Name, DisagreementKind.DisqualifiedByProfile, criteria));
                    }

                    if (unit.IsRejected && result.IsQualified) disagreements.Add(
                        new(lead.Id, row.Name, DisagreementKind.RejectedBySales, []));
                }

                return Row(row.Name, row.Figures, own);
            }),
        ];
        _disagreements = [.. disagreements.OrderBy(each => each.Kind)];
        All = Row(null, funnel.All, all);

        AlignmentRow Row(string? name, FunnelFigures figures, AlignmentCount count) => new(
            name, figures, count,
            ResponseClock.OfLeads(figures.Units.Select(unit => unit.Lead).OfType<Lead>(), funnel.AsOf, answerFrom, calendar), answerWithin);
    }

    /// <summary>The funnel that it is made of.</summary>
    public CampaignFunnel Funnel { get; }

    /// <summary>How soon a lead is to be answered.</summary>
    public TimeSpan AnswerWithin { get; }

    /// <summary>All leads.</summary>
    public AlignmentRow All { get; }

    /// <summary>The campaigns, in the order of the funnel.</summary>
    public IReadOnlyList<AlignmentRow> Campaigns => Array.AsReadOnly(_campaigns);

    /// <summary>The leads that they disagree about: by kind, then in the order of campaigns and leads.</summary>
    public IReadOnlyList<LeadDisagreement> Disagreements => Array.AsReadOnly(_disagreements);

    /// <summary>Puts the page together.</summary>
    /// <param name="funnel">The funnel by campaign.</param>
    /// <param name="judge">
    /// The result of the profile that both teams agreed on, with what was known when the lead was handed over; <see langword="null"/> for a
    /// lead that was not judged. Called once for each lead.
    /// </param>
    /// <param name="answerWithin">How soon sales is to answer a lead, 0 or above.</param>
    /// <param name="answerFrom">
    /// The stage from which the time to an answer counts. The default is <see cref="FunnelStage.MarketingQualified"/>.
    /// </param>
    /// <param name="calendar">The working time. The default is <see langword="null"/>: clock time.</param>
    /// <returns>The page.</returns>
    /// <remarks>
    /// Answers are the contacts by sales that the leads have (see <see cref="ResponseClock"/>); those of their opportunities don't count.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="funnel"/> or <paramref name="judge"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="answerWithin"/> is negative, or <paramref name="answerFrom"/> is not a defined stage.
    /// </exception>
    public static CampaignAlignment Of(
        CampaignFunnel funnel,
        Func<Lead, QualificationResult?> judge,
        TimeSpan answerWithin,
        FunnelStage answerFrom = FunnelStage.MarketingQualified,
        WorkingCalendar? calendar = null)
    {
        Guard.NotNull(funnel);
        Guard.NotNull(judge);
        if (answerWithin < TimeSpan.Zero) throw new ArgumentOutOfRangeException(
            nameof(answerWithin), answerWithin, $"answerWithin is {answerWithin:c}; it must be 0 or above.");
        return new(funnel, judge, answerWithin, FunnelTimes.Checked(answerFrom), calendar);
    }

    /// <summary>Writes the page in words.</summary>
    /// <param name="texts">The texts of a language.</param>
    /// <returns>The text, one line per statement; the last line is for both signatures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts) => new AlignmentWriter(Guard.NotNull(texts)).Write(this);
}
