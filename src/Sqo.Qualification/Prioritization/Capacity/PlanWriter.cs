using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>Writes plans and their outcomes in words.</summary>
internal sealed class PlanWriter(ExplanationTexts texts, string? currency)
{
    private readonly List<string> _lines = [];

    public string Plan(CapacityPlan plan, int mostLeftOut)
    {
        if (plan.Period is { } period) Line(MessageIds.PlanPeriod, period.First, period.Last);
        var deals = plan.Owners.Sum(owner => owner.Deals.Count);
        Line(MessageIds.PlanTotal, Count(deals), Hours(plan.Used), Hours(plan.Hours), Money(plan.ExpectedValue));
        if (plan.IsExact) Line(MessageIds.PlanExact);
        else Line(MessageIds.PlanShort, Money(plan.Shortfall), Percent(plan.Bound > 0 ? plan.Shortfall / plan.Bound : 0));
        Line(plan.Bottleneck switch
        {
            PlanBottleneck.Hours => MessageIds.PlanLacksHours,
            PlanBottleneck.Limits => MessageIds.PlanLimited,
            PlanBottleneck.Mixed => MessageIds.PlanMixed,
            _ => MessageIds.PlanLacksDeals,
        });
        if (plan.Owners.Count > 1) Line(MessageIds.PlanSpread, Percent(plan.ValueSpread), Percent(plan.HoursSpread));
        foreach (var owner in plan.Owners) Owner(owner);
        foreach (var limit in plan.Limits.Where(limit => limit.IsBroken))
        {
            Line(MessageIds.PlanLimitBroken, limit.Limit.Name, limit.Group ?? limit.Owner ?? "");
        }

        if (plan.OwnersWithoutDeals.Count > 0) Line(MessageIds.PlanIdle, string.Join(", ", plan.OwnersWithoutDeals));
        if (plan.LeftOut.Count > 0)
        {
            Line(MessageIds.PlanLeftOut, Count(plan.LeftOut.Count));
            foreach (var deal in plan.LeftOut.Take(mostLeftOut)) _lines.Add("  " + Reason(deal));
        }

        if (plan.Unknown.Count > 0)
        {
            Line(MessageIds.PlanUnknown, Count(plan.Unknown.Count));
            foreach (var deal in plan.Unknown)
            {
                _lines.Add("  " + texts.Message(MessageIds.PlanUnknownDeal, deal.Deal.Id, Facts(deal.Unknown)));
            }
        }

        if (plan.Previous is { } previous)
        {
            Line(MessageIds.PlanPrevious);
            _lines.AddRange(new PlanWriter(texts, previous.Currency).Outcome(previous).Split('\n').Select(line => "  " + line));
        }

        return string.Join("\n", _lines);
    }

    public string Reason(LeftOutDeal deal)
    {
        var id = deal.Deal.Id;
        var time = Hours(deal.Time ?? TimeSpan.Zero);
        var text = deal.Reason switch
        {
            LeftOutReason.Excluded => texts.Message(MessageIds.PlanNotExcluded, id),
            LeftOutReason.NoOwner => texts.Message(
                deal.MustDo is null ? MessageIds.PlanNotOwned : MessageIds.PlanNotOwnedMust, id, deal.Deal.Owner),
            LeftOutReason.NoGain => texts.Message(MessageIds.PlanNotGaining, id),
            LeftOutReason.TooLong => texts.Message(MessageIds.PlanNotShort, id, time, deal.Owner, Hours(deal.Available ?? TimeSpan.Zero)),
            LeftOutReason.Limit => texts.Message(
                deal.Group is null ? MessageIds.PlanNotInShare : MessageIds.PlanNotInLimit, id, deal.Limit, deal.Group ?? ""),
            LeftOutReason.OwnerDeals => texts.Message(MessageIds.PlanNotInDeals, id, deal.Owner),
            LeftOutReason.Spread => texts.Message(MessageIds.PlanNotInSpread, id),
            LeftOutReason.LessPerHour => texts.Message(
                MessageIds.PlanNotPaying, id, Money(deal.Gain ?? 0), time, Money(deal.GainPerHour ?? 0), deal.Owner,
                Money(deal.ShadowPrice ?? 0)),
            _ => texts.Message(MessageIds.PlanNotCombined, id, Money(deal.Gain ?? 0), time, deal.Owner),
        };
        return text;
    }

    public string Outcome(PlanOutcome outcome)
    {
        Line(
            outcome.UnknownTimes == 0 ? MessageIds.PlanDoneHours : MessageIds.PlanDoneHoursPartly,
            Hours(outcome.WorkedTime), Hours(outcome.PlannedTime), Count(outcome.UnknownTimes));
        Line(MessageIds.PlanDoneDeals, Count(outcome.Won), Count(outcome.Lost), Count(outcome.Open), Count(outcome.Missing));
        Line(MessageIds.PlanDoneValue, Money((double)outcome.WonValue), Money(outcome.Plan.ExpectedValue ?? 0));
        if (outcome.UnknownValues > 0) Line(MessageIds.PlanDoneUnknown, Count(outcome.UnknownValues));
        if (outcome.WonUnplanned > 0)
        {
            Line(MessageIds.PlanDoneOthers, Count(outcome.WonUnplanned), Money((double)outcome.WonValueUnplanned));
        }

        return string.Join("\n", _lines);
    }

    private void Owner(OwnerPlan owner)
    {
        var gain = owner.GainOfAnHour is { } exact ? texts.Message(MessageIds.PlanGain, Money(exact))
            : texts.Message(MessageIds.PlanPrice, Money(owner.ShadowPrice));
        Line(MessageIds.PlanOwner, owner.Owner, Hours(owner.Used), Hours(owner.Hours), Money(owner.ExpectedValue), gain);
        if (owner.Overload > TimeSpan.Zero) _lines.Add("  " + texts.Message(MessageIds.PlanOverload, Hours(owner.Overload)));
        foreach (var deal in owner.Deals)
        {
            var text = deal.MustDo is { } mustDo
                ? texts.Message(MessageIds.PlanMustDeal, deal.Deal.Id, Hours(deal.Time), NameOf(mustDo))
                : texts.Message(MessageIds.PlanDeal, deal.Deal.Id, Hours(deal.Time), Money(deal.Gain ?? 0), Percent(deal.Probability ?? 0));
            if (deal.IsMoved) text += texts.Message(MessageIds.PlanMoved, deal.Deal.Owner);
            _lines.Add("  " + text);
        }
    }

    private string NameOf(MustDo mustDo) => texts[mustDo switch
    {
        MustDo.Overdue => MessageIds.PlanOverdue,
        MustDo.Promised => MessageIds.PlanPromised,
        _ => MessageIds.PlanPinned,
    }];

    private string Facts(UnknownFacts facts)
    {
        var names = new List<string>();
        if ((facts & UnknownFacts.Probability) != 0) names.Add(texts[MessageIds.PlanFactProbability]);
        if ((facts & UnknownFacts.Value) != 0) names.Add(texts[MessageIds.PlanFactValue]);
        if ((facts & UnknownFacts.Effort) != 0) names.Add(texts[MessageIds.PlanFactEffort]);
        return string.Join(", ", names);
    }

    private void Line(string messageId, params object?[] arguments) => _lines.Add(texts.Message(messageId, arguments));

    private string Count(int count) => texts.Formats.Number(count);

    private string Hours(TimeSpan time) => texts.Formats.Number((decimal)time.Ticks / TimeSpan.TicksPerHour, 0, 1);

    private string Percent(double share) => texts.Formats.Percent(share, 1);

    private string Money(double amount)
    {
        if (Math.Abs(amount) >= 1e15) return texts.Formats.Number(amount);
        var rounded = Math.Round((decimal)amount, Math.Abs(amount) < 100 ? 2 : 0, MidpointRounding.AwayFromZero);
        return currency is null ? texts.Formats.Number(rounded) : texts.Formats.Money(rounded, currency);
    }
}
