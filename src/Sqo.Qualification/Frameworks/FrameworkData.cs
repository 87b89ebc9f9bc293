using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Frameworks in data: each option calls the verb of the fluent API.</summary>
internal static class FrameworkData
{
    public static void Apply<T>(DefinitionApplier<T> applier, DataNode node)
    {
        var framework = Frameworks.All.Concat(Industries.All).Single(each => each.Id == node[FrameworkShape.Use]!.Scalar);
        var faults = applier.Profile.AllFaults;
        var draft = applier.Profile.Draft;
        var (nodes, actions) = (draft.Nodes.Count, draft.Actions.Count);
        faults.Place = node.At;
        applier.Profile.UseFramework(framework, builder => new Reader<T>(applier, framework, builder).Read(node));
        faults.Place = null;
        (draft.Used ??= []).Add(
            new UsedFramework(node, draft.Nodes.Skip(nodes), draft.Actions.GetRange(actions, draft.Actions.Count - actions)));
    }

    private sealed class Reader<T>(DefinitionApplier<T> applier, QualificationFramework framework, FrameworkBuilder<T> builder)
    {
        private readonly HashSet<FrameworkCriterion> _mentioned = [];

        private FaultList Faults => applier.Profile.AllFaults;

        public void Read(DataNode node)
        {
            if (node[FrameworkShape.AtLeast] is { } least) builder.AtLeast(LevelOf(least));
            if (node[FrameworkShape.Points] is { } points)
            {
                builder.Points(
                    Number(points, EvidencePointsCondition.Claimed)!.Value, Number(points, EvidencePointsCondition.Confirmed)!.Value,
                    Number(points, EvidencePointsCondition.Documented));
            }

            if (node[FrameworkShape.Stages] is { } stages) ReadStages(stages);
            foreach (var left in Named(node[FrameworkShape.LeaveOut]))
            {
                _mentioned.Add(left);
                builder.LeaveOut(left);
            }

            foreach (var entry in node[FrameworkShape.Evidence]?.Items ?? [])
            {
                if (Criterion(entry["id"]!) is not { } criterion) continue;
                _mentioned.Add(criterion);
                var name = entry[DefinitionShape.Field]!;
                if (applier.FieldOf(name) is { } field) TakeEvidence(criterion, field, entry, name.At);
                else builder.LeaveOut(criterion);
            }

            foreach (var entry in node[FrameworkShape.Conditions]?.Items ?? [])
            {
                if (Criterion(entry["id"]!) is not { } criterion) continue;
                _mentioned.Add(criterion);
                builder.Own(criterion, (profile, id) => applier.Ask(profile, id, entry), settings => applier.Count(settings, entry));
            }

            // A criterion that is not mentioned reads the field of its id.
            foreach (var criterion in framework.Criteria)
            {
                if (_mentioned.Contains(criterion) || applier.Fields.Find(criterion.Id) is not { } field) continue;
                TakeEvidence(criterion, field, null, node.At);
            }

            if (node[FrameworkShape.NextActions]?.Scalar == "false") builder.WithoutNextActions();
        }

        private static EvidenceLevel LevelOf(DataNode node) =>
            (EvidenceLevel)Enum.Parse(typeof(EvidenceLevel), node.Scalar, ignoreCase: true);

        private static double? Number(DataNode node, string member) => DataNode.NumberOf(node[member]);

        private void ReadStages(DataNode node)
        {
            var name = node[DefinitionShape.Field]!;
            if (applier.FieldOf(name) is not { } field) return;
            if (field is not Field<T, string?> stage)
            {
                Faults.AddAt(name.At, "data.use", Described(field), "the stage must be a text");
                return;
            }

            builder.Stages(stage.Selector, Array.ConvertAll(node[FrameworkShape.Order]!.Items, each => each.Scalar));
            foreach (var rule in node[FrameworkShape.From]?.Items ?? [])
            {
                if (OfRule(rule[DefinitionShape.Criteria]) is not { } criteria) continue;
                builder.FromStage(rule[FrameworkShape.Stage]!.Scalar, LevelOf(rule[FrameworkShape.AtLeast]!), criteria);
            }

            foreach (var rule in node[FrameworkShape.NotBefore]?.Items ?? [])
            {
                if (OfRule(rule[DefinitionShape.Criteria]) is { } criteria) builder.NotBefore(rule[FrameworkShape.Stage]!.Scalar, criteria);
            }
        }

        private void TakeEvidence(FrameworkCriterion criterion, Field<T> field, DataNode? entry, DataPath place)
        {
            EvidenceLevel? least = entry?[FrameworkShape.AtLeast] is { } level ? LevelOf(level) : null;
            Action<CriterionBuilder<T>>? settings = entry is null ? null : builder => applier.Count(builder, entry);
            switch (field)
            {
                case Field<T, EvidenceLevel?> evidence:
                    builder.Criterion(criterion, evidence.Selector, settings, least);
                    break;
                case Field<T, EvidenceLevel> evidence:
                    builder.Criterion(criterion, Optional(evidence), settings, least);
                    break;
                case Field<T, bool?> flag:
                    builder.Criterion(criterion, flag.Selector, settings, least);
                    break;
                case Field<T, bool> flag:
                    builder.Criterion(criterion, Optional(flag), settings, least);
                    break;
                default:
                    Faults.AddAt(
                        place, "data.use", Described(field),
                        $"the criterion \"{criterion.Id}\" reads an evidence level or a Boolean; for another value, list it in " +
                        $"\"{FrameworkShape.Conditions}\"");
                    builder.LeaveOut(criterion);
                    break;
            }
        }

        private static Func<T, TValue?> Optional<TValue>(Field<T, TValue> field)
            where TValue : struct
        {
            var bare = (Func<T, TValue>)NamedSelector.Bare(field.Selector);
            return new NamedSelector<T, TValue?>(field.Name, item => bare(item)).Selector;
        }

        private static string Described(Field<T> field) =>
            $"the field \"{Excerpt.Of(field.Name)}\" is of the type {TypeText.Of(field.ValueType)}";

        /// <summary>
        /// The criteria of a rule, empty for all of them; <see langword="null"/>, and a fault, if its list has a wrong one.
        /// </summary>
        private FrameworkCriterion[]? OfRule(DataNode? list)
        {
            if (list is null) return [];
            var named = Named(list);
            return named.Length == list.Items.Length ? named : null;
        }

        private FrameworkCriterion[] Named(DataNode? list) =>
            [.. (list?.Items ?? []).Select(Criterion).OfType<FrameworkCriterion>()];

        /// <summary>The criterion that a node names; <see langword="null"/>, and a fault, if there is none.</summary>
        private FrameworkCriterion? Criterion(DataNode name)
        {
            var criterion = framework.Criteria.FirstOrDefault(each => each.Id == name.Scalar);
            if (criterion is null)
            {
                var ids = framework.Criteria.Select(each => each.Id).ToList();
                Faults.AddAt(
                    name.At, "data.use", $"the value is \"{Excerpt.Of(name.Scalar)}\"",
                    NearestName.Before($"it must be a criterion of {framework.Name}: {Excerpt.Listed(ids)}", name.Scalar, ids));
            }

            return criterion;
        }
    }
}
