using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Exports a profile as data, or reports why it can't.</summary>
internal sealed class DefinitionExporter<T>(
    QualificationProfile<T> profile, ProfileCriterion<T>[] compiled, FieldMap<T> fields, IReadOnlyList<UsedFramework> used)
{
    private const string Exported = "exported as data";

    private readonly FaultList _faults = new();

    public ProfileDefinition Export()
    {
        var members = new Members()
            .Add("name", profile.Name)
            .Add("version", profile.Version)
            .Add("qualifyAt", profile.Threshold);
        if (profile.Rule.Grades is { } grades) AddGrades(members, grades);
        members.Add("nearMissWithin", profile.NearMissMargin)
            .Add("hysteresis", profile.Hysteresis == 0 ? null : profile.Hysteresis)
            .Add("floor", profile.Minimum)
            .Add("cap", profile.Maximum)
            .Add("onError", profile.ErrorHandling == ErrorHandling.Throw ? null : "answerUnknown");
        if (StrategyShape.Write(profile.Rule.Strategy) is { } scoring) members.Add("scoring", scoring);
        else _faults.Add("export.strategy", $"The strategy \"{profile.Strategy}\" is custom code, which data can't hold.");

        members.Add(DefinitionShape.Criteria, InGroup(null));
        var actions = profile.NextActions.Where(action => !used.Any(framework => framework.Actions.Contains(action))).ToList();
        if (actions.Count > 0)
        {
            members.Add("nextActions", DataNode.List([.. actions.Select(action => new Members()
                .Add("id", action.Id)
                .Add("verdict", WithSmallLetter(action.Verdict!.Value.ToString()))
                .Add("text", action.Text)
                .ToNode())]));
        }

        var json = DataJson.Write(members.ToNode());
        ThrowIfFaulty();
        try
        {
            return ProfileDefinition.Parse(json);
        }
        catch (QualificationProfileException e)
        {
            // What code can say and data can't, such as a list of more than 1,000 values.
            throw new QualificationProfileException(profile.Name, [.. e.Faults], Exported);
        }
    }

    private static void AddGrades(Members members, GradeRule grades)
    {
        if (grades.Qualifying is not null)
        {
            members.Add(DefinitionShape.QualifyGrades, DataNode.List([.. grades.QualifyingNames.Select(name => DataNode.Of(name))]));
        }
        var thresholds = new List<DataNode>();
        Add(grades.Scales.FitDimension, grades.LeastFit);
        Add(grades.Scales.EngagementDimension, grades.LeastEngagement);
        if (thresholds.Count > 0) members.Add(DefinitionShape.QualifyDimensions, DataNode.List([.. thresholds]));

        void Add(string dimension, double? threshold)
        {
            if (threshold is { } known) thresholds.Add(new Members().Add("dimension", dimension).Add("from", known).ToNode());
        }
    }

    private void ThrowIfFaulty()
    {
        if (_faults.Count > 0) throw new QualificationProfileException(profile.Name, _faults.ToArray(), Exported);
    }

    /// <summary>The contents of a group, or of no group: criteria and groups in order.</summary>
    private DataNode InGroup(GroupInfo? group)
    {
        var nodes = new List<DataNode>();
        var told = new HashSet<GroupInfo>();
        foreach (var criterion in profile.Criteria)
        {
            if (criterion.Parent is not null) continue;
            if (UsedBy(criterion) is { } framework)
            {
                if (group is null) AddUsed(framework, criterion, nodes);
            }
            else if (criterion.Group == group)
            {
                nodes.Add(Node(criterion));
            }
            else if (InnerOf(criterion, group) is { } inner && told.Add(inner))
            {
                // A nested group takes the position of its first criterion.
                nodes.Add(new Members()
                    .Add("id", inner.Id)
                    .Add("label", inner.Label == inner.Id ? null : inner.Label)
                    .Add("floor", inner.Minimum)
                    .Add("cap", inner.Maximum)
                    .Add(DefinitionShape.Criteria, InGroup(inner))
                    .ToNode());
            }
        }

        return DataNode.List([.. nodes]);
    }

    private static GroupInfo? InnerOf(CriterionInfo criterion, GroupInfo? group)
    {
        var inner = criterion.Group;
        while (inner is not null && inner.Parent != group) inner = inner.Parent;
        return inner;
    }

    /// <summary>The framework in data that added a criterion, if one did.</summary>
    private UsedFramework? UsedBy(CriterionInfo criterion) =>
        used.FirstOrDefault(framework => Array.IndexOf(framework.Ids, criterion.Id) >= 0);

    /// <summary>Its data, once for all of its criteria.</summary>
    private void AddUsed(UsedFramework framework, CriterionInfo criterion, List<DataNode> nodes)
    {
        if (criterion.Id == framework.Ids[0]) nodes.Add(framework.Node);
        if (compiled[criterion.Index].Field is { } field && fields.Find(field.Name) is null) _faults.Add(
            "export.field", criterion.Id, Unmapped(field), "data names a field: export over the map that the profile was made with");
    }

    private DataNode Node(CriterionInfo criterion)
    {
        var members = new Members().Add("id", criterion.Id);
        var condition = compiled[criterion.Index];
        if (criterion.Kind == CriterionKind.Condition)
        {
            AddCondition(members, condition);
        }
        else
        {
            if (criterion.Settings.HasBins) RefusePoints(criterion.Id);
            members.Add("combine", WithSmallLetter(criterion.Kind.ToString()));
            if (criterion.Kind == CriterionKind.AtLeast) members.Add("count", criterion.Count);
        }

        if (criterion.Settings.Note is not null) _faults.Add(
            "export.note", criterion.Id, "its note is made by code", "data can't hold it: leave the note out");

        // If there are only gates, each has a weight that was never set.
        var settings = criterion.Settings;
        if (settings.IsRequired) members.Add("required", DataNode.Of(true));
        var hasOwnWeight = settings is { HasWeight: true, HasBins: false, GivesPoints: false };
        members.Add("weight", hasOwnWeight ? settings.Weight : null)
            .Add("when", settings.Prerequisite)
            .Add("metFrom", settings.HasMetFrom ? settings.MetFrom : null);
        if (settings.DecayHalfLifeDays is { } halfLife) AddDecay(members, condition, halfLife);
        members.Add("label", settings.Label)
            .Add("dimension", settings.Dimension)
            .Add("effort", settings.Effort.Equals(1) ? null : settings.Effort);
        if (settings.IsFixed) members.Add("fixed", DataNode.Of(true));
        members.Add("question", settings.Question)
            .Add("nextAction", settings.NextAction)
            .Add("currency", settings.Currency)
            .Add("revision", settings.Revision);
        if (criterion.Parts.Count > 0) members.Add(DefinitionShape.Parts, DataNode.List([.. criterion.Parts.Select(Node)]));
        return members.ToNode();
    }

    private void AddCondition(Members members, ProfileCriterion<T> criterion)
    {
        var id = criterion.Info.Id;
        if (criterion.Field is { } selector && fields.OwnerOf(selector) is { } field) members.Add(DefinitionShape.Field, field.Name);
        else if (criterion.HasSelector) _faults.Add(
            "export.field", id, Unmapped(criterion.Field),
            "data names a field: give the criterion the selector that the map's Field returns");

        if (criterion.HasSelector && (criterion.Info.Settings.Facts!.Condition as IOperatorSource)?.ToData() is { IsReadable: true } data)
        {
            if (criterion.Info.Settings.HasBins && data.Name is not (Operators.Bins or Operators.TextBins)) RefusePoints(id);
            members.Add(data.Name, data.Operand);
            foreach (var setting in data.Settings)
            {
                members.Add(setting.Key, setting.Value);
                if (setting.Key == Operators.TimeLimit) CheckTimeLimit(id, setting.Value);
            }
        }
        else
        {
            var facts = criterion.Info.Settings.Facts!;
            if (facts.Requirement.MessageId == MessageIds.RequireByStage)
            {
                _faults.Add(
                    "export.code", id, "it asks for more at later stages, as a criterion of a framework in code does",
                    "in data, the framework itself has the stages: name it with \"use\"");
                return;
            }

            object condition = facts.Condition is { } inside ? inside : facts;
            var code = ((condition as ICurveHolder)?.Curve ?? condition).GetType();
            _faults.Add(
                "export.code", id, $"its answer comes from code or from values of a custom type ({TypeText.Of(code)})",
                "data holds built-in operators on texts, numbers, dates, lengths of time and enumerations");
        }
    }

    private void RefusePoints(string id) => _faults.Add(
        "export.points", id, "its points come from PointsBetween", "data holds bins and weights: use one of these");

    private void CheckTimeLimit(string id, DataNode told)
    {
        if (!InvariantText.TryDuration(told.Scalar, out var limit) || limit <= Operand.LongestTimeLimit) return;
        _faults.Add(
            "export.time-limit", id, $"the time limit of its pattern is {told.Scalar}",
            $"data can state at most {InvariantText.Of(Operand.LongestTimeLimit)}");
    }

    private void AddDecay(Members members, ProfileCriterion<T> criterion, double halfLife)
    {
        if (criterion.DecayField is { } selector && fields.OwnerOf(selector) is { } field)
        {
            members.Add("decay", new Members().Add("by", field.Name).Add("halfLife", halfLife).ToNode());
            return;
        }

        _faults.Add(
            "export.field", criterion.Info.Id, "for its decay " + Unmapped(criterion.DecayField),
            "data names a field: give DecayBy the selector that the map's Field returns");
    }

    private static string Unmapped(INamedSelector? selector) =>
        selector is null ? "it has a custom selector" : $"it reads the field \"{selector.Name}\" of another map";

    private static string WithSmallLetter(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    private sealed class Members
    {
        private readonly List<KeyValuePair<string, DataNode>> _members = [];

        public Members Add(string name, string? text) => text is null ? this : Add(name, DataNode.Of(text));

        public Members Add(string name, double? number) => number is { } known ? Add(name, DataNode.Of(known)) : this;

        public Members Add(string name, DataNode value)
        {
            _members.Add(DataNode.Member(name, value));
            return this;
        }

        public DataNode ToNode() => DataNode.Object([.. _members]);
    }
}
