using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>How one profile differs from another, in words.</summary>
internal sealed class ProfileDifference(DecisionRule before, DecisionRule after)
{
    public IEnumerable<string> Lines(ExplanationTexts texts)
    {
        var lines = new List<string>();
        Number(MessageIds.AuditChangeThreshold, null, before.Threshold, after.Threshold);
        Number(MessageIds.AuditChangeMargin, null, before.Margin, after.Margin);
        Number(MessageIds.AuditChangeCap, texts[MessageIds.GroupTotal], before.Layout.Total?.Maximum, after.Layout.Total?.Maximum);
        Number(MessageIds.AuditChangeFloor, texts[MessageIds.GroupTotal], before.Layout.Total?.Minimum, after.Layout.Total?.Minimum);
        foreach (var group in after.Layout.AllGroups)
        {
            if (Array.Find(before.Layout.AllGroups, other => other.Id == group.Id) is not { } old) continue;
            Number(MessageIds.AuditChangeCap, texts.Label(group), old.Maximum, group.Maximum);
            Number(MessageIds.AuditChangeFloor, texts.Label(group), old.Minimum, group.Minimum);
        }

        foreach (var old in InOrder(before))
        {
            if (Find(after, old) is null) lines.Add(texts.Fill(MessageIds.AuditChangeRemoved, texts.Label(old)));
        }

        foreach (var criterion in InOrder(after))
        {
            var label = texts.Label(criterion);
            if (Find(before, criterion) is not { } old)
            {
                lines.Add(texts.Fill(MessageIds.AuditChangeAdded, label));
                continue;
            }

            var (asked, was) = (texts.Requirement(criterion), texts.Requirement(old));
            if (asked != was) lines.Add(texts.Fill(MessageIds.AuditChangeAsked, label, was, asked));
            Number(MessageIds.AuditChangeWeight, label, old.Weight, criterion.Weight);
            Number(MessageIds.AuditChangeMetFrom, label, old.MetFrom, criterion.MetFrom);
            Number(MessageIds.AuditChangeHalfLife, label, old.DecayHalfLifeDays, criterion.DecayHalfLifeDays);
            if (old.IsRequired == criterion.IsRequired) continue;
            lines.Add(texts.Fill(criterion.IsRequired ? MessageIds.AuditChangeGate : MessageIds.AuditChangeNoGate, label));
        }

        if (before.Strategy.Name != after.Strategy.Name)
        {
            lines.Add(texts.Message(MessageIds.AuditChangeStrategy, before.Strategy.Name, after.Strategy.Name));
        }

        if (lines.Count == 0) lines.Add(texts[MessageIds.AuditChangeNone]);
        return lines;

        void Number(string id, string? name, double? old, double? now)
        {
            if (Equals(old, now)) return;
            string[] shown = [Shown(old), Shown(now)];
            lines.Add(texts.Fill(id, name is null ? shown : [name, .. shown]));
        }

        string Shown(double? number) => number is { } known ? texts.Value(known) : texts[MessageIds.ValueEmptyList];
    }

    private static IEnumerable<CriterionInfo> InOrder(DecisionRule rule) => rule.Layout.DisplayOrder.Select(i => rule.Layout.All[i]);

    private static CriterionInfo? Find(DecisionRule rule, CriterionInfo criterion) =>
        Array.Find(rule.Layout.All, other => other.Id == criterion.Id);
}
