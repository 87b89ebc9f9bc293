using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Replaces what a program set on a builder with settings.</summary>
internal sealed class ProfileOverrides<T>
{
    private static readonly DataMember[] OfProfile =
    [
        new("qualifyAt", NumberShape.Any),
        new(DefinitionShape.QualifyGrades, DefinitionShape.Grades),
        new(DefinitionShape.QualifyDimensions, DefinitionShape.DimensionThresholds),
        new("nearMissWithin", NumberShape.Any),
        new("hysteresis", NumberShape.Any),
        new("floor", NumberShape.Any),
        new("cap", NumberShape.Any),
        new("scoring", StrategyShape.Adjustable),
    ];

    private static readonly ObjectShape OfGroup = new(new DataMember("floor", NumberShape.Any), new DataMember("cap", NumberShape.Any));

    private static readonly ObjectShape OfDecay = new(new DataMember("halfLife", NumberShape.Any, isRequired: true));

    private static readonly DataMember[] OfCriterion =
    [
        new("weight", NumberShape.Any),
        new("required", FlagShape.Any),
        new("metFrom", NumberShape.Any),
        new("effort", NumberShape.Any),
        new("fixed", FlagShape.Any),
        new("label", TextShape.Words),
        new("question", TextShape.Words),
    ];

    private readonly ProfileBuilder<T> _profile;
    private readonly FaultList _faults;
    private readonly Dictionary<string, GroupDraft> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CriterionDraft> _criteria = new(StringComparer.Ordinal);

    public ProfileOverrides(ProfileBuilder<T> profile)
    {
        profile.Draft.Weights?.Apply(profile.Draft);
        _profile = profile;
        _faults = profile.AllFaults;
        Collect(profile.Draft.Nodes);
    }

    public void Apply(IEnumerable<ProfileSetting> settings)
    {
        var own = new SettingsTree();
        var groups = new Dictionary<string, Found>(StringComparer.Ordinal);
        var criteria = new Dictionary<string, Found>(StringComparer.Ordinal);
        foreach (var setting in SettingsTree.Sift(settings, _faults))
        {
            var end = setting.Path.IndexOf(':');
            var first = end < 0 ? setting.Path : setting.Path.Substring(0, end);
            if (string.Equals(first, "Criteria", StringComparison.OrdinalIgnoreCase)) Sort(
                setting, end + 1, _criteria.Keys, criteria, "criterion");
            else if (string.Equals(first, "Groups", StringComparison.OrdinalIgnoreCase)) Sort(
                setting, end + 1, _groups.Keys, groups, "group");
            else own.Add(setting, 0, _faults);
        }

        ApplyToProfile(own.ToNode("", _faults));
        foreach (var group in groups) ApplyTo(_groups[group.Key], group.Value.ToNode(_faults));
        foreach (var criterion in criteria) ApplyTo(_criteria[criterion.Key], criterion.Value.ToNode(_faults));
    }

    /// <summary>
    /// Finds the id that comes next in a path: the longest one, because an id can contain colons; in the same case, or, if that is
    /// unambiguous, in another case.
    /// </summary>
    private void Sort(ProfileSetting setting, int start, ICollection<string> ids, Dictionary<string, Found> found, string what)
    {
        var id = Longest(StringComparison.Ordinal) ?? Longest(StringComparison.OrdinalIgnoreCase);
        if (id is null)
        {
            if (!_faults.TakesMore()) return;
            var told = start > 0 ? setting.Path.Substring(start).Split(':')[0] : "";
            var rule = ids.Count == 0 ? $"it has no {what}"
                : NearestName.Before($"what follows must be one of {Excerpt.Listed(ids)}, and a setting of it", told, ids);
            _faults.AddAt(setting.Path, "setting.unknown", $"it names no setting of a {what} of the profile", rule);
            return;
        }

        var end = start + id.Length;
        if (!found.TryGetValue(id, out var branch)) found.Add(id, branch = new Found(setting.Path.Substring(0, end)));
        branch.Tree.Add(setting, end + 1, _faults);

        string? Longest(StringComparison comparison)
        {
            var fitting = ids.Where(
                known => start > 0 && setting.Path.Length > start + known.Length && setting.Path[start + known.Length] == ':'
                && string.Compare(setting.Path, start, known, 0, known.Length, comparison) == 0).ToArray();
            var longest = fitting.Length == 0 ? 0 : fitting.Max(known => known.Length);
            fitting = Array.FindAll(fitting, known => known.Length == longest);
            return fitting.Length == 1 ? fitting[0] : null;
        }
    }

    private void ApplyToProfile(DataNode node)
    {
        // Groups and criteria are valid here too; the rest is what a message lists.
        var shape = new ObjectShape([.. OfProfile, new DataMember("groups", TextShape.Any), new DataMember("criteria", TextShape.Any)]);
        var data = shape.CheckSound(node, _faults, 0);
        Number(data["qualifyAt"], _profile.QualifyAt);
        if (data[DefinitionShape.QualifyGrades] is { } grades) _profile.QualifyGrades(
            Array.ConvertAll(grades.Items, grade => grade.Scalar));
        foreach (var dimension in data[DefinitionShape.QualifyDimensions]?.Items ?? [])
        {
            Number(dimension["from"], threshold => _profile.QualifyDimension(dimension["dimension"]!.Scalar, threshold));
        }

        Number(data["nearMissWithin"], _profile.NearMissWithin);
        Number(data["hysteresis"], _profile.Hysteresis);
        Number(data["floor"], _profile.Floor);
        Number(data["cap"], _profile.Cap);
        if (data["scoring"] is { } scoring) _profile.Draft.ScoringSettings = scoring;
    }

    private void ApplyTo(GroupDraft draft, DataNode node)
    {
        draft.Place = node.At;
        var data = OfGroup.CheckSound(node, _faults, 0);
        var group = new GroupBoundsBuilder<T>(draft);
        Number(data["floor"], group.Floor);
        Number(data["cap"], group.Cap);
    }

    private void ApplyTo(CriterionDraft draft, DataNode node)
    {
        draft.Place = node.At;
        var members = new List<DataMember>(OfCriterion);
        if (draft.Settings.DecayHalfLifeDays is not null) members.Add(new DataMember("decay", OfDecay));
        if (draft.Settings.Kind == CriterionKind.AtLeast) members.Add(new DataMember("count", NumberShape.Count));
        // Only a condition that came from a verb can be replaced.
        var current = draft.Verbs is null ? null : (draft.Settings.Facts?.Condition as IOperatorSource)?.ToData();
        var shape = current is not { IsReadable: true } ? null : OperatorShape.All.Single(op => op.Name == current.Name);
        var told = node;
        if (shape is not null)
        {
            members.Add(new DataMember(shape.Name, shape.Operand));
            members.AddRange(OperatorShape.Settings.Where(setting => Array.IndexOf(shape.SettingNames, setting.Name) >= 0));
            // An object keeps the members that are not in the settings.
            if (node[shape.Name] is not null) told = DataNode.Object(DataNode.Member(shape.Name, current!.Operand)).Under(node);
        }

        var data = new ObjectShape([.. members]).CheckSound(told, _faults, 0);
        if (shape is not null) Ask(draft, shape, current!, data);
        var criterion = new CriterionBuilder<T>(draft);
        if (data["required"] is { } required) draft.Settings.IsRequired = required.Scalar == "true";
        if (data["count"] is { } count) draft.Settings.Count = (int)DataNode.NumberOf(count)!.Value;
        Number(data["weight"], criterion.Weight);
        Number(data["metFrom"], criterion.MetFrom);
        Number(data["effort"], criterion.Effort);
        if (data["fixed"] is { } isFixed) draft.Settings.IsFixed = isFixed.Scalar == "true";
        if (data["decay"] is { } decay)
        {
            var halfLife = decay["halfLife"]!;
            _faults.Place = halfLife.At;
            HalfLife.Check(_faults, draft.Id, DataNode.NumberOf(halfLife)!.Value);
            _faults.Place = null;
            draft.Settings.DecayHalfLifeDays = DataNode.NumberOf(halfLife);
        }

        if (data["label"] is { } label) criterion.Label(label.Scalar);
        if (data["question"] is { } question) criterion.Ask(question.Scalar);
    }

    /// <summary>The same operator on the same value, with another operand.</summary>
    private void Ask(CriterionDraft draft, OperatorShape shape, OperatorData current, DataNode data)
    {
        var settings = new Dictionary<string, DataNode>(StringComparer.Ordinal);
        foreach (var setting in current.Settings) settings[setting.Key] = setting.Value;
        var changed = data[shape.Name] is not null;
        foreach (var name in shape.SettingNames)
        {
            if (data[name] is not { } told) continue;
            settings[name] = told;
            changed = true;
        }

        if (!changed) return;
        draft.Reopen();
        new OperatorList(draft.Verbs!)
            .Apply(shape.Name, new Operand(shape.Name, data[shape.Name] ?? current.Operand, settings), _faults);
    }

    private void Collect(List<NodeDraft> nodes)
    {
        foreach (var node in nodes)
        {
            // A duplicate id is a separate fault.
            if (node is GroupDraft group) _groups[node.Id] = group;
            else _criteria[node.Id] = (CriterionDraft)node;
            Collect(node.Children);
        }
    }

    private void Number<TBuilder>(DataNode? node, Func<double, TBuilder> word)
    {
        if (DataNode.NumberOf(node) is not { } number) return;
        _faults.Place = node!.At;
        word(number);
        _faults.Place = null;
    }

    private sealed class Found(string path)
    {
        public SettingsTree Tree { get; } = new();

        public DataNode ToNode(FaultList faults) => Tree.ToNode(path, faults);
    }
}
