using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Reads records into opportunities, and finds their faults.</summary>
internal sealed class OpportunityReader() : RecordReader<OpportunityDraft, Opportunity>(new(), "an opportunity")
{
    private readonly List<StageChange> _stageChanges = [];
    private string[]? _competitors;

    protected override void CopyMore()
    {
        _competitors = Draft.Competitors is { } given ? [.. given.Select(PipelineText.OrNull).OfType<string>()] : null;
        Copy(Draft.StageChanges, _stageChanges);
    }

    protected override Opportunity? Make(string? id)
    {
        CheckNumbers(id);
        CheckParts(id);
        CheckDates(id);
        CheckStageChanges(id);
        return IsFaulty ? null : new Opportunity(id!, Draft, _competitors, Touchpoints(), StageChanges(), Fields(), More());
    }

    private void CheckNumbers(string? id)
    {
        if (Draft.Amount < 0)
        {
            Add("amount.negative", id, nameof(OpportunityDraft.Amount), InvariantText.Of(Draft.Amount.Value), "an amount is 0 or above");
        }
        if (Draft.ClosedAmount is { } closedAmount)
        {
            if (closedAmount < 0)
            {
                Add(
                    "closed-amount.negative", id, nameof(OpportunityDraft.ClosedAmount), InvariantText.Of(closedAmount),
                    "an amount is 0 or above");
            }
            if (Draft.Outcome == OpportunityOutcome.Open)
            {
                Add(
                    "closed-amount.open", id, nameof(OpportunityDraft.ClosedAmount), InvariantText.Of(closedAmount),
                    "an open opportunity has no closed amount");
            }
        }

        if (Draft.Probability is { } probability && !(probability is >= 0 and <= 1))
        {
            Add(
                "probability.range", id, nameof(OpportunityDraft.Probability), InvariantText.Of(probability),
                "a probability lies from 0 to 1, so 45 % is 0.45");
        }

        if (Draft.Category is { } category)
        {
            if (category is < ForecastCategory.Omitted or > ForecastCategory.Closed)
            {
                Add(
                    "category.undefined", id, nameof(OpportunityDraft.Category), InvariantText.Of((long)category),
                    "it is not a defined category");
            }
            else if (category == ForecastCategory.Closed && Draft.Outcome != OpportunityOutcome.Won)
            {
                Add("category.not-won", id, nameof(OpportunityDraft.Category), "Closed", "only a won opportunity is in this category");
            }
        }
    }

    private void CheckDates(string? id)
    {
        var created = CheckDate(id, nameof(OpportunityDraft.Created), Draft.Created);
        CheckDate(id, nameof(OpportunityDraft.ExpectedClose), Draft.ExpectedClose);
        var closed = CheckDate(id, nameof(OpportunityDraft.Closed), Draft.Closed);
        CheckClosedTime(id, closed);
        if (Draft.Outcome is < OpportunityOutcome.Open or > OpportunityOutcome.Lost)
        {
            Add(
                "outcome.undefined", id, nameof(OpportunityDraft.Outcome), InvariantText.Of((long)Draft.Outcome),
                "it is not a defined outcome");
        }
        else if (Draft.Outcome == OpportunityOutcome.Open)
        {
            if (Draft.Closed is { } day)
            {
                Add(
                    "closed.open", id, nameof(OpportunityDraft.Closed), DayNumber.Text(DayNumber.Of(day)),
                    "an open opportunity has no day of closing; set its outcome to Won or Lost");
            }
        }
        else if (Draft.Closed is null)
        {
            Add(
                "closed.missing", id, nameof(OpportunityDraft.Closed), null,
                $"a {(Draft.Outcome == OpportunityOutcome.Won ? "won" : "lost")} opportunity must have the day of closing");
        }

        if (created is { } from && closed is { } to && to < from)
        {
            Add(
                "closed.before-created", id, nameof(OpportunityDraft.Closed), DayNumber.Text(to),
                $"it must not be before Created, {DayNumber.Text(from)}");
        }
    }

    // The amount may be given as a whole, as its two parts, or as the whole and one part.
    private void CheckParts(string? id)
    {
        CheckPart(id, nameof(OpportunityDraft.RecurringAmount), Draft.RecurringAmount);
        CheckPart(id, nameof(OpportunityDraft.OneOffAmount), Draft.OneOffAmount);
        if (IsFaulty || Draft is not { RecurringAmount: { } recurring, OneOffAmount: { } once }) return;
        if (recurring > decimal.MaxValue - once)
        {
            Add(
                "amount.sum", id, nameof(OpportunityDraft.RecurringAmount), InvariantText.Of(recurring),
                "RecurringAmount + OneOffAmount is too large for a decimal");
        }
        else if (Draft.Amount is { } amount && recurring + once != amount)
        {
            Add(
                "amount.sum", id, nameof(OpportunityDraft.Amount), InvariantText.Of(amount),
                $"it must be RecurringAmount + OneOffAmount, {InvariantText.Of(recurring + once)}");
        }
    }

    private void CheckPart(string? id, string field, decimal? part)
    {
        if (part is not { } given) return;
        if (given < 0)
        {
            Add("amount.negative", id, field, InvariantText.Of(given), "an amount is 0 or above");
        }
        else if (given > Draft.Amount)
        {
            Add("amount.part", id, field, InvariantText.Of(given), $"it must not be above Amount, {InvariantText.Of(Draft.Amount.Value)}");
        }
    }

    private void CheckClosedTime(string? id, int? closed)
    {
        if (!FunnelTable.TryGetValue(FunnelStage.Closed, out var given) || given is not { } time) return;
        if (Draft.Closed is null)
        {
            Add("closed.differs", id, "Funnel[Closed]", time.ToString(), "it must be on the day of Closed, which is missing");
        }
        else if (closed is { } day && time.Day != day)
        {
            Add("closed.differs", id, "Funnel[Closed]", time.ToString(), $"it must be on the day of Closed, {DayNumber.Text(day)}");
        }
    }

    private void CheckStageChanges(string? id)
    {
        for (var i = 0; i < _stageChanges.Count; i++)
        {
            if (_stageChanges[i] is null)
            {
                Add("stage-change.null", id, Place(nameof(OpportunityDraft.StageChanges), i), null, "a change must not be null");
                continue;
            }

            CheckMoment(id, Place(nameof(OpportunityDraft.StageChanges), i) + ".At", _stageChanges[i].Given);
            if (_stageChanges[i].Stage.Length == 0)
            {
                Add(
                    "stage-change.blank", id, Place(nameof(OpportunityDraft.StageChanges), i) + ".Stage", null,
                    "a change must name the stage entered");
            }
        }
    }

    private StageChange[] StageChanges() => _stageChanges.Count == 0 ? [] : [.. _stageChanges.OrderBy(change => change.At.Ticks)];

    private OpportunityExtras? More()
    {
        var lead = PipelineText.OrNull(Draft.LeadId);
        var contacts = Contacts();
        var funnel = FunnelTimes.Of(FunnelTable);
        var (recurring, once) = (Draft.RecurringAmount, Draft.OneOffAmount);
        if (lead is null && contacts is null && funnel == FunnelTimes.Unknown && recurring is null && once is null) return null;
        return new(lead, contacts, funnel, recurring ?? (Draft.Amount - once), once ?? (Draft.Amount - recurring));
    }
}
