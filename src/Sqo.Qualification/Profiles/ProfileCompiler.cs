using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Turns what a builder has taken into a profile, or into the list of all its faults.</summary>
internal sealed class ProfileCompiler<T>(string name, ProfileBuilder<T> builder)
{
    private const int DeepestNesting = AnswerSheet.DeepestGroup + 1;

    private readonly FaultList _faults = builder.AllFaults;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<CriterionInfo> _criteria = [];
    private readonly List<GroupInfo> _groups = [];
    private readonly List<int> _displayOrder = [];
    private readonly List<LogicStep> _logic = [];
    private readonly List<CompiledCriterion<T>> _compiled = [];
    private readonly List<Func<QualificationResult, CriterionResult, CriterionNote?>?> _notes = [];
    private readonly List<Surveyed> _surveyed = [];
    private bool _hasGate;
    private bool _hasWeight;

    public QualificationProfile<T> Compile()
    {
        WeightsById.Apply(builder);
        foreach (var node in builder.Nodes) Survey(node, null, 0);
        CheckPrerequisites();
        CheckProfile();
        ThrowIfFaulty();

        var total = builder.Minimum is null && builder.Maximum is null
            ? null
            : new GroupInfo(GroupInfo.TotalId, null) { Minimum = builder.Minimum, Maximum = builder.Maximum };
        foreach (var node in builder.Nodes) Add(node, null);
        var layout = new ScoringLayout([.. _criteria], [.. _displayOrder], [.. _groups], total, [.. _logic], Prerequisites());
        var strategy = StrategyFor(layout);
        var grades = strategy is null ? null : new GradeRuleCompiler(_faults, builder.QualifyingGrades, builder.DimensionThresholds).Compile(strategy);
        ThrowIfFaulty();
        var rule = new DecisionRule(layout, strategy!, builder.Threshold ?? 0, builder.Margin, builder.HysteresisPoints, grades);
        CheckReach(rule);
        ThrowIfFaulty();

        _faults.Close();
        return new QualificationProfile<T>(
            name, builder.VersionText, builder.Handling, rule, total, [.. _compiled], [.. builder.Actions], [.. _notes]);
    }

    private void ThrowIfFaulty()
    {
        if (_faults.Count == 0) return;
        _faults.Close();
        throw new QualificationProfileException(name, _faults.ToArray());
    }

    /// <summary>Looks for faults, so that what follows can rely on there being none.</summary>
    private void Survey(NodeDraft<T> node, CriterionDraft<T>? combination, int depth)
    {
        _faults.Place = node.Place;
        if (depth == DeepestNesting)
        {
            _faults.Add(
                "nesting.depth", node.Id, $"it stands inside {depth} groups and combinations",
                $"it may stand inside at most {DeepestNesting - 1}");
            _faults.Place = null;
            return;
        }

        if (string.IsNullOrWhiteSpace(node.Id)) _faults.Add(
            "id.blank", "A criterion or group has a blank id; an id must have a visible character.");
        else if (!_ids.Add(node.Id)) _faults.Add(
            "id.duplicate", node.Id, "the id is used more than once", "it must be unique among the criteria and groups of the profile");

        if (node is GroupDraft<T> group) SurveyGroup(group);
        else SurveyCriterion((CriterionDraft<T>)node, combination);
        _faults.Place = null;
        foreach (var child in node.Children) Survey(child, node as CriterionDraft<T>, depth + 1);
    }

    private void SurveyGroup(GroupDraft<T> group)
    {
        if (group.Children.Count == 0) _faults.Add("group.empty", group.Id, "the group has no criteria", "it must have at least one");
        if (group.Minimum > group.Maximum)
        {
            _faults.Add(
                "group.bounds",
                group.Id,
                $"the minimum is {InvariantText.Of(group.Minimum.Value)} and the maximum {InvariantText.Of(group.Maximum.Value)}",
                "the minimum must not be above the maximum");
        }
    }

    private void SurveyCriterion(CriterionDraft<T> draft, CriterionDraft<T>? combination)
    {
        if (draft.Settings.Kind == CriterionKind.Test)
        {
            if (draft.Criterion is null && !draft.IsFaulty) _faults.Add(
                "criterion.no-test", draft.Id, "it has no test", "a verb such as AtLeast or IsTrue must follow the selector");
        }
        else if (draft.Children.Count == 0)
        {
            _faults.Add("combination.empty", draft.Id, "the combination has no criteria", "it must have at least one");
        }
        else if (draft.Settings.Kind == CriterionKind.AtLeast && (draft.Settings.Count < 1 || draft.Settings.Count > draft.Children.Count))
        {
            _faults.Add(
                "combination.count",
                draft.Id,
                $"it asks for at least {draft.Settings.Count} of {draft.Children.Count} criteria",
                "the count must lie from 1 to the number of criteria");
        }

        CheckOwnCode(draft);
        _surveyed.Add(new Surveyed(draft, combination));
        if (combination is not null && (draft.Settings.IsRequired || draft.Settings.HasWeight || draft.Settings.Prerequisite is not null))
        {
            var own = draft.Settings.IsRequired ? "Required" : draft.Settings.HasWeight ? "a weight" : "a prerequisite";
            _faults.Add(
                "combination.part",
                draft.Id,
                $"as a part of the combination \"{combination.Id}\" it has {own} of its own",
                "give that to the combination, or move the criterion out of it");
        }

        if (draft.DecayDate is not null && !draft.Settings.HasWeight)
        {
            _faults.Add("decay.no-weight", draft.Id, "it decays but has no weight", "a decay lowers points, so there must be some");
        }

        if (draft.Settings.IsRequired && draft.Criterion is { } test && test.HighestValue < draft.Settings.MetFrom)
        {
            _faults.Add(
                "met-from.unreachable",
                draft.Id,
                $"it is a gate met from {InvariantText.Of(draft.Settings.MetFrom)}, but its curve gives at most {InvariantText.Of(test.HighestValue)}",
                "a gate must be within reach");
        }

        _hasGate |= draft.Settings.IsRequired;
        _hasWeight |= draft.Settings.Weight != 0;
    }

    /// <summary>Whether what stands in a When can be a prerequisite.</summary>
    private void CheckPrerequisites()
    {
        var prerequisites = new HashSet<string>(StringComparer.Ordinal);
        foreach (var surveyed in _surveyed)
        {
            var draft = surveyed.Draft;
            if (draft.Settings.Prerequisite is not { } id || surveyed.Combination is not null) continue;
            _faults.Place = draft.Place;
            var what = $"it counts when \"{id}\" is met";
            if (draft.Settings.IsRequired)
            {
                _faults.Add(
                    "when.required",
                    draft.Id,
                    what + " and is a gate",
                    "a gate always counts; for one that asks only some, combine it by AnyOf with a NoneOf of the prerequisite");
            }
            else if (!draft.Settings.HasWeight)
            {
                _faults.Add(
                    "when.no-weight", draft.Id, what + " and has no weight",
                    "a prerequisite says when a weight counts, so there must be one");
            }

            CheckPrerequisite(draft, id, what);
            if (prerequisites.Add(id) && prerequisites.Count == PrerequisiteInfo.Most + 1)
            {
                _faults.Add(
                    "when.too-many",
                    $"More than {PrerequisiteInfo.Most} criteria are prerequisites of others; " +
                    $"as every case of those that are unknown is looked at, there can be at most {PrerequisiteInfo.Most}.");
            }
        }

        _faults.Place = null;
    }

    private void CheckPrerequisite(CriterionDraft<T> draft, string id, string what)
    {
        var prerequisite = _surveyed.Find(surveyed => surveyed.Draft.Id == id);
        if (prerequisite.Draft is null)
        {
            _faults.Add("when.unknown", draft.Id, what, "that must be the id of a criterion of the profile");
        }
        else if (id == draft.Id)
        {
            _faults.Add("when.itself", draft.Id, "it counts when it is met itself", "a prerequisite must be another criterion");
        }
        else if (prerequisite.Combination is { } whole)
        {
            _faults.Add(
                "when.part",
                draft.Id,
                $"{what}, which is a part of \"{whole.Id}\"",
                "a prerequisite must stand by itself; ask the same in a criterion of its own");
        }
        else if (prerequisite.Draft.Settings.Prerequisite is not null)
        {
            _faults.Add(
                "when.chain", draft.Id, $"{what}, which has a prerequisite itself",
                "a prerequisite must always count; combine the two by AllOf");
        }
        else if (prerequisite.Draft.Criterion is { } test && test.HighestValue < prerequisite.Draft.Settings.MetFrom)
        {
            var from = InvariantText.Of(prerequisite.Draft.Settings.MetFrom);
            _faults.Add(
                "met-from.unreachable",
                id,
                $"it is a prerequisite met from {from}, but its curve gives at most {InvariantText.Of(test.HighestValue)}",
                "a prerequisite must be within reach");
        }
    }

    /// <summary>What code of the user's own says of itself must not fail for the first time in an explanation.</summary>
    private void CheckOwnCode(CriterionDraft<T> draft)
    {
        if (draft.Criterion is not { } criterion) return;
        var code = criterion.TestForLint ?? criterion;
        if (code.GetType().Assembly == typeof(FaultList).Assembly) return;
        try
        {
            criterion.Declare(new DeclarationWriter());
            if (criterion.Requirement is null) throw new InvalidOperationException("the requirement is null.");
        }
        catch (Exception e) when (Faults.IsOfCriterion(e))
        {
            _faults.Add(
                "criterion.broken", draft.Id, $"its class {code.GetType().Name} can't say what it declares or requires",
                $"it threw {e.GetType().Name}: {e.Message.TrimEnd('.')}");
        }
    }

    private void CheckProfile()
    {
        if (builder.Nodes.Count == 0)
        {
            _faults.Add("profile.empty", "The profile has no criteria; it must have at least one.");
        }
        else if (!_hasGate && !_hasWeight)
        {
            _faults.Add(
                "profile.undecided",
                "No criterion is Required and none has a weight other than 0; at least one must, or nothing is decided.");
        }
        else if (_hasWeight && builder.Threshold is null && !builder.DecidesByGrade)
        {
            _faults.Add("threshold.missing", "Criteria have weights, but no threshold is told; call QualifyAt with a score from 0 to 100.");
        }

        // Of gates alone, each gives the same, whatever weight of 0 or decay it was told.
        if (_hasGate && !_hasWeight) RefuseDecays(builder.Nodes);
        if (_hasWeight && builder.Threshold is null && builder.DecidesByGrade)
        {
            CheckHasThreshold("margin.no-threshold", "NearMissWithin", builder.Margin);
            CheckHasThreshold("hysteresis.no-threshold", "Hysteresis", builder.HysteresisPoints == 0 ? null : builder.HysteresisPoints);
        }

        if (builder.Minimum > builder.Maximum)
        {
            _faults.Add(
                "total.bounds",
                $"Floor is {InvariantText.Of(builder.Minimum.Value)} and Cap {InvariantText.Of(builder.Maximum.Value)}; the least of all points must not be above the most.");
        }

        var count = CountOf(builder.Nodes);
        if (count > AnswerSheet.Size)
        {
            _faults.Add(
                "profile.too-large",
                $"The profile has {count} criteria, combinations included; a profile can have at most {AnswerSheet.Size}.");
        }
    }

    private void RefuseDecays(List<NodeDraft<T>> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is CriterionDraft<T> { DecayDate: not null, Settings.HasWeight: true })
            {
                _faults.Add(
                    "decay.no-weight", node.Id, "it decays, and no criterion of the profile has a weight other than 0",
                    "a decay lowers points, so there must be some");
            }

            RefuseDecays(node.Children);
        }
    }

    private void CheckHasThreshold(string code, string verb, double? points)
    {
        if (points is not { } known) return;
        _faults.Add(code, $"{verb} is {InvariantText.Of(known)} points, but no score qualifies: it goes by the score, so QualifyAt must be called too.");
    }

    /// <summary>The strategy that the builder was told, or the default; what it can't work with becomes a fault.</summary>
    private ScoringStrategy? StrategyFor(ScoringLayout layout)
    {
        if (builder.StrategyFactory is not { } factory)
        {
            return Checked(new WeightedPoints(layout), layout);
        }

        try
        {
            if (factory(layout) is { } strategy) return Checked(strategy, layout);
            _faults.Add("strategy.missing", "ScoreBy was given a function that returned null; it must return a scoring strategy.");
        }
        catch (Exception e) when (Faults.IsOfCriterion(e))
        {
            AddBroken("be made or checked", e);
        }

        return null;
    }

    private void AddBroken(string what, Exception e) =>
        _faults.Add("strategy.broken", $"The scoring strategy can't {what}: it threw {e.GetType().Name}: {e.Message.TrimEnd('.')}.");

    private ScoringStrategy Checked(ScoringStrategy strategy, ScoringLayout layout)
    {
        if (!strategy.IsFor(layout))
        {
            _faults.Add("strategy.layout", $"The scoring strategy {strategy.GetType().Name} was made for other criteria; ScoreBy must make it for the criteria that it is given.");
            return strategy;
        }

        if (string.IsNullOrWhiteSpace(strategy.Name))
        {
            _faults.Add("strategy.name", $"The name of the scoring strategy {strategy.GetType().Name} is {(strategy.Name is null ? "null" : "blank")}; it must have a visible character, as it stands in the fingerprint.");
        }

        foreach (var criterion in layout.All)
        {
            if (criterion.Prerequisite is not { } prerequisite || strategy.TakesPrerequisites) continue;
            _faults.Add(
                "strategy.prerequisite",
                criterion.Id,
                $"it counts when \"{prerequisite.Id}\" is met",
                $"the scoring strategy \"{strategy.Name}\" takes no prerequisites; weighted points and the weighted mean do");
        }

        if (builder.ScoringSettings is { } settings) strategy = StrategyShape.Adjust(strategy, layout, settings, _faults);

        // What it declares must not fail for the first time in a fingerprint.
        strategy.Declare(new DeclarationWriter());
        var found = new StrategyFaults();
        strategy.Check(found);
        foreach (var fault in found.Found)
        {
            if (fault.Id is { } id) _faults.Add(fault.Code, id, fault.What, fault.Rule!);
            else _faults.Add(fault.Code, fault.What);
        }

        return strategy;
    }

    /// <summary>Whether the threshold is within reach, as only the finished scale can tell.</summary>
    private void CheckReach(DecisionRule rule)
    {
        var sheet = rule.Layout.NothingKnown();
        var hasGateAgainst = false;
        foreach (var criterion in _criteria)
        {
            if (!criterion.IsRequired || !(criterion.Weight < 0)) continue;
            sheet.Answers[criterion.Index] = new Answer(criterion.MeetingValue);
            sheet.Decays[criterion.Index] = 1;
            hasGateAgainst = true;
        }

        double highest;
        GradeOutlook outlook;
        try
        {
            highest = rule.Score(sheet, out outlook).Highest;
        }
        catch (Exception e) when (Faults.IsOfCriterion(e))
        {
            AddBroken("score answers that are unknown", e);
            return;
        }

        if (outlook.IsRuledOut)
        {
            _faults.Add(
                "grade.unreachable",
                $"No opportunity can have {rule.Grades!.Wanted}{(hasGateAgainst ? " with every gate met: a gate has negative points" : "")}. A grade that qualifies must be within reach.");
        }

        if (rule.IsReached(highest)) return;
        _faults.Add(
            "threshold.unreachable",
            $"QualifyAt is {InvariantText.Of(rule.Threshold)}, but {(hasGateAgainst ? "with every gate met " : "")}the score is at most {InvariantText.Of(Math.Round(highest, 2))}" +
            $"{(hasGateAgainst ? ": a gate has negative points" : "")}. The threshold must be within reach.");
    }

    private void Add(NodeDraft<T> node, GroupInfo? group)
    {
        if (node is GroupDraft<T> groupDraft) AddGroup(groupDraft, group);
        else AddCriterion((CriterionDraft<T>)node, group);
    }

    private void AddGroup(GroupDraft<T> draft, GroupInfo? parent)
    {
        var info = new GroupInfo(draft.Id, parent) { Minimum = draft.Minimum, Maximum = draft.Maximum };
        if (draft.Label is { } label) info.Label = label;
        _groups.Add(info);
        foreach (var child in draft.Children) Add(child, info);
    }

    private CriterionInfo AddCriterion(CriterionDraft<T> draft, GroupInfo? group)
    {
        var place = _displayOrder.Count;
        _displayOrder.Add(-1);
        var parts = draft.Children.Count == 0 ? [] : new CriterionInfo[draft.Children.Count];
        for (var i = 0; i < parts.Length; i++) parts[i] = AddCriterion((CriterionDraft<T>)draft.Children[i], null);

        // Of gates alone, each counts the same.
        var settings = draft.Settings;
        if (!_hasWeight) (settings.Weight, settings.HasWeight) = (settings.IsRequired ? 1 : 0, false);

        var info = new CriterionInfo(settings, _criteria.Count, group, parts);
        _criteria.Add(info);
        _displayOrder[place] = info.Index;
        if (settings.Kind != CriterionKind.Test) _logic.Add(new LogicStep(info));
        _notes.Add(draft.Note);
        _compiled.Add(
            new CompiledCriterion<T>(info, draft.Criterion, draft.Selector, draft.SelectorPath, draft.DecayDate, draft.DecaySelector));
        return info;
    }

    /// <summary>The criteria that are prerequisites of others, in the order of their indexes.</summary>
    private PrerequisiteInfo[] Prerequisites()
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

    private static int CountOf(List<NodeDraft<T>> nodes)
    {
        var count = 0;
        foreach (var node in nodes) count += (node is CriterionDraft<T> ? 1 : 0) + CountOf(node.Children);
        return count;
    }

    private readonly record struct Surveyed(CriterionDraft<T> Draft, CriterionDraft<T>? Combination);
}
