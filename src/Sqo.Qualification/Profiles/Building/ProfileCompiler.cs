using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Turns the contents of a builder into a profile, or into the list of all its faults.</summary>
internal sealed class ProfileCompiler(string name, ProfileDraft profile)
{
    private const int DeepestNesting = AnswerSheet.DeepestGroup + 1;

    private readonly FaultList _faults = profile.Faults;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    // Only criteria. A list of nodes, because the type of another list would take time to load at startup.
    private readonly List<NodeDraft> _surveyed = [];

    // Whether there are groups, combinations or prerequisites.
    private bool _isTree;
    private bool _hasGate;
    private bool _hasWeight;
    private bool _hasGateAgainst;

    // Whether a criterion has a prerequisite or reads activities.
    private bool _isLinked;

    public DecisionRule Compile()
    {
        // What few profiles use is compiled for these alone: a first decision consists of compiling.
        var draft = profile;
        draft.Weights?.Apply(draft);
        Survey(draft.Nodes, null, 0);
        if (_isLinked) CheckLinks();
        CheckProfile();
        if (_faults.Count > 0) Throw();
        if (!_hasWeight) WeighGates();

        var layout = _isTree ? new ScoringLayout(LayoutTreeBuilder.Build(draft.Nodes), draft.Total)
            : new ScoringLayout(Declarations(), draft.Total);
        var rule = SumOf(layout) is { IsSound: true } sum
            ? new DecisionRule(layout, null, draft.Threshold ?? 0, draft.Margin, draft.Hysteresis, null, sum)
            : RuleFor(layout);
        _faults.Close();
        return rule;
    }

    /// <summary>What the criteria declare, if their indexes are in the order of the profile.</summary>
    private CriterionDeclaration[] Declarations()
    {
        var declarations = new CriterionDeclaration[_surveyed.Count];
        for (var i = 0; i < declarations.Length; i++) declarations[i] = ((CriterionDraft)_surveyed[i]).Settings;
        return declarations;
    }

    /// <summary>The default strategy, if it is a plain sum. What else scores has checks of its own.</summary>
    private PlainSum? SumOf(ScoringLayout layout) =>
        !layout.IsPlain || _hasGateAgainst || profile.DecidesByGrade || profile.HasScoringSettings || profile.StrategyFactory is not null
            ? null
            : new PlainSum(layout, ScoreScale.FromZero);

    /// <summary>The rule over any strategy; whatever it can't work with becomes a fault.</summary>
    private DecisionRule RuleFor(ScoringLayout layout)
    {
        var strategy = profile.StrategyFactory is { } factory ? MadeBy(factory, layout) : Checked(new WeightedPoints(layout), layout);
        var isPoints = strategy is WeightedPoints;
        var grades = isPoints && !profile.DecidesByGrade ? null : GradesBy(strategy);
        if (_faults.Count > 0) Throw();

        var rule = new DecisionRule(
            layout, strategy, profile.Threshold ?? 0, profile.Margin, profile.Hysteresis, grades, strategy!.AsPlainSum());
        // With weighted points, the scale puts the highest total at 100, so every threshold is within reach.
        if (!isPoints || grades is not null || _isLinked || _hasGateAgainst) CheckReach(rule);
        return rule;
    }

    private void CheckLinks()
    {
        ActivityLimits.Set(profile.Nodes, null, _faults);
        CheckPrerequisites();
    }

    // If there are only gates, each counts the same.
    private void WeighGates()
    {
        foreach (var node in _surveyed)
        {
            var settings = ((CriterionDraft)node).Settings;
            (settings.Weight, settings.HasWeight) = (settings.IsRequired ? 1 : 0, false);
        }
    }

    private GradeRule? GradesBy(ScoringStrategy? strategy) => strategy is null || (strategy.Grading is null && !profile.DecidesByGrade)
        ? null
        : new GradeRuleCompiler(_faults, profile.QualifyingGrades, profile.DimensionThresholds ?? []).Compile(strategy);

    private void Throw()
    {
        _faults.Close();
        throw new QualificationProfileException(name, _faults.ToArray());
    }

    /// <summary>Looks for faults, so that the rest of the code can rely on there being none.</summary>
    private void Survey(List<NodeDraft> nodes, CriterionDraft? combination, int depth)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            _faults.Place = node.Place;
            if (depth == DeepestNesting)
            {
                AddTooDeep(node);
                continue;
            }

            var isNew = _ids.Add(node.Id);
            if (!isNew || !IsUsual(node.Id)) CheckId(node.Id, isNew);
            if (node is GroupDraft group) SurveyGroup(group);
            else SurveyCriterion((CriterionDraft)node, combination);
            if (node.Children.Count > 0) Survey(node.Children, node as CriterionDraft, depth + 1);
        }

        _faults.Place = null;
    }

    /// <summary>Whether an id is certain to break no rule for ids. Those rules are compiled for unusual ids alone.</summary>
    private static bool IsUsual(string id)
    {
        if (id.Length is 0 or > TextShape.Longest || id[0] == ' ') return false;
        for (var i = 0; i < id.Length; i++)
        {
            if ((uint)(id[i] - ' ') > '~' - ' ') return false;
        }

        return true;
    }

    private void CheckId(string id, bool isNew)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            _faults.Add("id.blank", "A criterion or group has a blank id; an id must have a visible character.");
            return;
        }

        if (!isNew) _faults.Add(
            "id.duplicate", id, "the id is used more than once", "it must be unique among the criteria and groups of the profile");

        // The rule is that of data, so that a profile can be exported.
        if (TextShape.Name.RuleBrokenBy(id) is { } rule) _faults.Add("id.text", id, "the id is not valid", rule);
    }

    private void AddTooDeep(NodeDraft node)
    {
        _faults.Add(
            "nesting.depth", node.Id, $"it is nested in {DeepestNesting} groups and combinations",
            $"it can be nested in at most {DeepestNesting - 1}");
    }

    private void SurveyGroup(GroupDraft group)
    {
        _isTree = true;
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

    private void SurveyCriterion(CriterionDraft draft, CriterionDraft? combination)
    {
        var settings = draft.Settings;
        if (settings.Facts is { } facts) CheckFacts(draft, facts);
        else CheckIsComplete(draft);
        draft.Combination = combination;
        _surveyed.Add(draft);
        if (settings.Kind != CriterionKind.Condition) _isTree = true;
        if (combination is not null) CheckPart(draft, combination);
        if (settings.DecayDate is not null) CheckDecay(draft);

        if (settings.Prerequisite is not null) _isTree = _isLinked = true;
        if (settings.Facts is IActivityCriterion) _isLinked = true;
        if (settings.Weight != 0) _hasWeight = true;
        if (!settings.IsRequired) return;
        _hasGate = true;
        if (settings.Weight < 0) _hasGateAgainst = true;
    }

    private void CheckIsComplete(CriterionDraft draft)
    {
        var settings = draft.Settings;
        if (settings.Kind == CriterionKind.Condition)
        {
            if (!draft.IsFaulty) _faults.Add(
                "criterion.no-test", draft.Id, "it has no condition", "a verb such as AtLeast or IsTrue must follow the selector");
        }
        else if (draft.Children.Count == 0)
        {
            _faults.Add("combination.empty", draft.Id, "the combination has no criteria", "it must have at least one");
        }
        else if (settings.Kind == CriterionKind.AtLeast && (settings.Count < 1 || settings.Count > draft.Children.Count))
        {
            _faults.Add(
                "combination.count",
                draft.Id,
                $"it asks for at least {settings.Count} of {InvariantText.Count(draft.Children.Count, "criterion", "criteria")}",
                "the count must lie from 1 to the number of criteria");
        }
    }

    private void CheckPart(CriterionDraft draft, CriterionDraft combination)
    {
        var settings = draft.Settings;
        if (!settings.IsRequired && !settings.HasWeight && settings.Prerequisite is null) return;
        var own = settings.IsRequired ? "Required" : settings.HasWeight ? "a weight" : "a prerequisite";
        _faults.Add(
            "combination.part",
            draft.Id,
            $"as a part of the combination \"{combination.Id}\" it has {own} of its own",
            "give that to the combination, or move the criterion out of it");
    }

    private void CheckDecay(CriterionDraft draft)
    {
        if (draft.Settings.HasWeight) return;
        _faults.Add("decay.no-weight", draft.Id, "it decays but has no weight", "a decay lowers points, so there must be some");
    }

    private void AddUnreachable(string id, string what, CriterionDeclaration settings) => _faults.Add(
        "met-from.unreachable",
        id,
        $"it is a {what} met from {InvariantText.Of(settings.MetFrom)}, " +
        $"but its curve gives at most {InvariantText.Of(settings.Facts!.HighestValue)}",
        $"a {what} must be within reach");

    /// <summary>Checks that a criterion can be the prerequisite of others.</summary>
    private void CheckPrerequisites()
    {
        var prerequisites = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in _surveyed)
        {
            var draft = (CriterionDraft)node;
            if (draft.Settings.Prerequisite is not { } id || draft.Combination is not null) continue;
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
                    $"every combination of unknown ones is calculated, so there can be at most {PrerequisiteInfo.Most}.");
            }
        }

        _faults.Place = null;
    }

    private void CheckPrerequisite(CriterionDraft draft, string id, string what)
    {
        var prerequisite = (CriterionDraft?)_surveyed.Find(surveyed => surveyed.Id == id);
        if (prerequisite is null)
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
                "a prerequisite must not be part of a combination; ask the same in a separate criterion");
        }
        else if (prerequisite.Settings.Prerequisite is not null)
        {
            _faults.Add(
                "when.chain", draft.Id, $"{what}, which has a prerequisite itself",
                "a prerequisite must always count; combine the two by AllOf");
        }
        else if (prerequisite.Settings.Facts is { } condition && condition.HighestValue < prerequisite.Settings.MetFrom)
        {
            AddUnreachable(id, "prerequisite", prerequisite.Settings);
        }
    }

    private void CheckFacts(CriterionDraft draft, ICriterionFacts facts)
    {
        // Conditions that data can express belong to the library and need no check.
        if (facts.Condition is not IOperatorSource && !CheckCode(draft, facts)) return;
        var settings = draft.Settings;
        if (settings.IsRequired && facts.HighestValue < settings.MetFrom) AddUnreachable(draft.Id, "gate", settings);
    }

    private bool CheckCode(CriterionDraft draft, ICriterionFacts facts)
    {
        var code = (object?)facts.Condition ?? facts;
        return !IsOwnCode(code) || CheckOwnCode(draft, facts, code);
    }

    private static bool IsOwnCode(object code) => code.GetType().Assembly != typeof(FaultList).Assembly;

    /// <summary>The members of custom code must not fail for the first time in an explanation.</summary>
    private bool CheckOwnCode(CriterionDraft draft, ICriterionFacts facts, object code)
    {
        try
        {
            facts.Declare(new DeclarationWriter());
            if (facts.Requirement is null) throw new InvalidOperationException("the requirement is null.");
            draft.Settings.Checked = !facts.IsGraded || facts.HighestValue < 1 ? facts.Checked() : null;
            if (facts.HighestValue is > 0 and <= 1 && (facts.IsGraded || facts.HighestValue >= 1)) return true;
            _faults.Add(
                "criterion.highest", draft.Id,
                $"its class {code.GetType().Name} says that its highest value is {InvariantText.Of(facts.HighestValue)}",
                facts.IsGraded ? "it must be above 0 and at most 1" : "it must be 1, as it is not graded");
        }
        catch (Exception e) when (CriterionErrors.IsOfCriterion(e))
        {
            _faults.Add(
                "criterion.broken", draft.Id, $"its class {code.GetType().Name} can't say what it declares or requires",
                $"it threw {e.GetType().Name}: {e.Message.TrimEnd('.')}");
        }

        return false;
    }

    private void CheckProfile()
    {
        if (!_hasWeight || profile.Threshold is null) CheckDecides();
        if (profile.Total is not null) CheckBounds(profile.Total);
        if (_surveyed.Count > AnswerSheet.Size) AddTooLarge(_surveyed.Count);
    }

    /// <summary>Checks that gates, a threshold or grades decide.</summary>
    private void CheckDecides()
    {
        if (profile.Nodes.Count == 0)
        {
            _faults.Add("profile.empty", "The profile has no criteria; it must have at least one.");
        }
        else if (!_hasGate && !_hasWeight)
        {
            _faults.Add(
                "profile.undecided",
                "No criterion is Required and none has a weight other than 0; at least one must, or nothing is decided.");
        }
        else if (_hasWeight && profile.Threshold is null && !profile.DecidesByGrade)
        {
            _faults.Add("threshold.missing", "Criteria have weights, but no threshold is set; call QualifyAt with a score from 0 to 100.");
        }

        // If there are only gates, each counts the same, whatever weight of 0 or decay is set.
        if (_hasGate && !_hasWeight) RefuseDecays(profile.Nodes);
        if (_hasWeight && profile.Threshold is null && profile.DecidesByGrade)
        {
            CheckHasThreshold("margin.no-threshold", "NearMissWithin", profile.Margin);
            CheckHasThreshold("hysteresis.no-threshold", "Hysteresis", profile.Hysteresis == 0 ? null : profile.Hysteresis);
        }
    }

    private void CheckBounds(GroupInfo total)
    {
        if (total.Minimum is not { } floor || total.Maximum is not { } cap || !(floor > cap)) return;
        _faults.Add(
            "total.bounds",
            $"Floor is {InvariantText.Of(floor)} and Cap {InvariantText.Of(cap)}; the least of all points must not be above the most.");
    }

    private void AddTooLarge(int count) => _faults.Add(
        "profile.too-large",
        $"The profile has {count} criteria, combinations included; a profile can have at most {AnswerSheet.Size}.");

    private void RefuseDecays(List<NodeDraft> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is CriterionDraft { Settings: { DecayDate: not null, HasWeight: true } })
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
        _faults.Add(
            code,
            $"{verb} is {InvariantText.Count(known, "point", "points")}, but no score qualifies: " +
            "it uses the score, so QualifyAt must be called too.");
    }

    /// <summary>The strategy that was set; anything it can't work with becomes a fault.</summary>
    private ScoringStrategy? MadeBy(Func<ScoringLayout, ScoringStrategy> factory, ScoringLayout layout)
    {
        try
        {
            if (factory(layout) is { } strategy) return Checked(strategy, layout);
            _faults.Add("strategy.missing", "ScoreBy was given a function that returned null; it must return a scoring strategy.");
        }
        catch (Exception e) when (CriterionErrors.IsOfCriterion(e))
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
            _faults.Add(
                "strategy.layout",
                $"The scoring strategy {strategy.GetType().Name} was made for other criteria; " +
                "ScoreBy must make it for the criteria that it is given.");
            return strategy;
        }

        if (string.IsNullOrWhiteSpace(strategy.Name)) AddNameless(strategy);
        if (layout.HasPrerequisites && !strategy.TakesPrerequisites) AddPrerequisites(strategy, layout);
        if (profile.HasScoringSettings) strategy = Adjusted(strategy, layout);

        // Its declaration must not fail for the first time in a fingerprint.
        if (IsOwnCode(strategy)) strategy.Declare(new DeclarationWriter());
        var found = new StrategyFaults();
        strategy.Check(found);
        if (found.Any) Take(found);
        return strategy;
    }

    private ScoringStrategy Adjusted(ScoringStrategy strategy, ScoringLayout layout) =>
        StrategyShape.Adjust(strategy, layout, profile.ScoringSettings!, _faults);

    private void Take(StrategyFaults found)
    {
        foreach (var fault in found.Found)
        {
            if (fault.Id is { } id) _faults.Add(fault.Code, id, fault.What, fault.Rule!);
            else _faults.Add(fault.Code, fault.What);
        }
    }

    private void AddNameless(ScoringStrategy strategy) => _faults.Add(
        "strategy.name",
        $"The name of the scoring strategy {strategy.GetType().Name} is {(strategy.Name is null ? "null" : "blank")}; " +
        "it must have a visible character, because the fingerprint includes it.");

    private void AddPrerequisites(ScoringStrategy strategy, ScoringLayout layout)
    {
        foreach (var criterion in layout.All)
        {
            if (criterion.Prerequisite is not { } prerequisite) continue;
            _faults.Add(
                "strategy.prerequisite",
                criterion.Id,
                $"it counts when \"{prerequisite.Id}\" is met",
                $"the scoring strategy \"{strategy.Name}\" takes no prerequisites; weighted points and the weighted mean do");
        }
    }

    /// <summary>Checks that the threshold is within reach, which only the finished scale can tell.</summary>
    private void CheckReach(DecisionRule rule)
    {
        var sheet = rule.Layout.NothingKnown();
        var hasGateAgainst = false;
        foreach (var criterion in rule.Layout.All)
        {
            if (!criterion.Settings.IsRequired || !(criterion.Settings.Weight < 0)) continue;
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
        catch (Exception e) when (CriterionErrors.IsOfCriterion(e))
        {
            AddBroken("score answers that are unknown", e);
            Throw();
            return;
        }

        if (outlook.IsRuledOut) AddRuledOut(rule, hasGateAgainst);
        if (!rule.IsReached(highest)) AddUnreached(rule, highest, hasGateAgainst);
        if (_faults.Count > 0) Throw();
    }

    private void AddRuledOut(DecisionRule rule, bool hasGateAgainst) => _faults.Add(
        "grade.unreachable",
        $"No opportunity can have {rule.Grades!.Wanted}{(hasGateAgainst ? " with every gate met: a gate has negative points" : "")}. " +
        "A grade that qualifies must be within reach.");

    private void AddUnreached(DecisionRule rule, double highest, bool hasGateAgainst) => _faults.Add(
        "threshold.unreachable",
        $"QualifyAt is {InvariantText.Of(rule.Threshold)}, but {(hasGateAgainst ? "with every gate met " : "")}the score is at most " +
        $"{InvariantText.Of(Math.Round(highest, 2))}" +
        $"{(hasGateAgainst ? ": a gate has negative points" : "")}. The threshold must be within reach.");
}
