using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Builds the criteria of a profile with their groups, combinations and prerequisites, after faults are ruled out.</summary>
internal sealed class LayoutTreeBuilder
{
    private readonly List<CriterionInfo> _criteria = [];
    private readonly List<int> _displayOrder = [];
    private readonly List<GroupInfo> _groups = [];
    private readonly List<LogicStep> _logic = [];

    public static LayoutTree Build(List<NodeDraft> nodes)
    {
        var builder = new LayoutTreeBuilder();
        builder.Add(nodes, null);
        return new(
            [.. builder._criteria], [.. builder._displayOrder], [.. builder._groups], [.. builder._logic], builder.FindPrerequisites());
    }

    private void Add(List<NodeDraft> nodes, GroupInfo? group)
    {
        foreach (var node in nodes)
        {
            if (node is GroupDraft inner) AddGroup(inner, group);
            else AddCriterion((CriterionDraft)node, group);
        }
    }

    private void AddGroup(GroupDraft draft, GroupInfo? parent)
    {
        var info = new GroupInfo(draft.Id, parent) { Minimum = draft.Minimum, Maximum = draft.Maximum };
        if (draft.Label is { } label) info.Label = label;
        _groups.Add(info);
        Add(draft.Children, info);
    }

    private CriterionInfo AddCriterion(CriterionDraft draft, GroupInfo? group)
    {
        var place = _displayOrder.Count;
        _displayOrder.Add(place);
        // Parts come before their combination.
        var parts = draft.Children.ConvertAll(part => AddCriterion((CriterionDraft)part, null));
        var info = new CriterionInfo(draft.Settings, _criteria.Count, group, parts.Count == 0 ? null : [.. parts]);
        _displayOrder[place] = info.Index;
        _criteria.Add(info);
        if (info.Kind != CriterionKind.Condition) _logic.Add(new LogicStep(info));
        return info;
    }

    /// <summary>The prerequisites, in the order of their indexes.</summary>
    private PrerequisiteInfo[] FindPrerequisites()
    {
        var dependents = new SortedDictionary<int, List<CriterionInfo>>();
        foreach (var criterion in _criteria)
        {
            if (criterion.Settings.Prerequisite is not { } id) continue;
            var index = _criteria.FindIndex(other => other.Id == id);
            if (!dependents.TryGetValue(index, out var list)) dependents.Add(index, list = []);
            list.Add(criterion);
        }

        var prerequisites = new List<PrerequisiteInfo>();
        foreach (var entry in dependents)
        {
            ulong mask = 0;
            foreach (var criterion in entry.Value)
            {
                criterion.DependOn(_criteria[entry.Key], prerequisites.Count);
                mask |= criterion.MaskWithParts;
            }

            prerequisites.Add(new PrerequisiteInfo(_criteria[entry.Key], mask));
        }

        return [.. prerequisites];
    }
}
