using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Applies a definition to a builder, through the same methods that a program calls.</summary>
internal sealed class DefinitionApplier<T>(ProfileBuilder<T> profile, FieldMap<T> fields)
{
    private readonly FaultList _faults = profile.AllFaults;

    public void Apply(DataNode definition)
    {
        if (definition["version"] is { } version) profile.Version(version.Scalar);
        Number(definition["qualifyAt"], profile.QualifyAt);
        if (definition[DefinitionShape.QualifyGrades] is { } grades) profile.QualifyGrades(
            Array.ConvertAll(grades.Items, grade => grade.Scalar));
        foreach (var dimension in definition[DefinitionShape.QualifyDimensions]?.Items ?? [])
        {
            Number(dimension["from"], threshold => profile.QualifyDimension(dimension["dimension"]!.Scalar, threshold));
        }

        Number(definition["nearMissWithin"], profile.NearMissWithin);
        Number(definition["hysteresis"], profile.Hysteresis);
        Number(definition["floor"], profile.Floor);
        Number(definition["cap"], profile.Cap);
        if (definition["onError"] is { } handling) profile.OnError(
            handling.Scalar == "throw" ? ErrorHandling.Throw : ErrorHandling.AnswerUnknown);
        if (definition["scoring"] is { } scoring) profile.ScoreBy(StrategyShape.Read(scoring, _faults));
        foreach (var node in definition[DefinitionShape.Criteria]!.Items) Add(profile, node);
        foreach (var action in definition["nextActions"]?.Items ?? []) Add(action);
    }

    private void Add(DataNode action)
    {
        var verdict = (Verdict)Enum.Parse(typeof(Verdict), action["verdict"]!.Scalar, ignoreCase: true);
        var text = action["text"]!.Scalar;
        _faults.Place = action.At;
        if (action["id"] is { } id) profile.NextAction(new NextAction(id.Scalar, verdict, text));
        else profile.NextAction(verdict, text);
        _faults.Place = null;
    }

    private void Add(CriteriaBuilder<T> builder, DataNode node)
    {
        if (node[DefinitionShape.Criteria] is { } criteria) AddGroup((GroupBuilder<T>)builder, node, criteria);
        else if (node[DefinitionShape.Parts] is { } parts) AddCombination(builder, node, parts);
        else AddCriterion(builder, node);
    }

    private void AddGroup(GroupBuilder<T> builder, DataNode node, DataNode criteria)
    {
        var group = builder.Group(node["id"]!.Scalar, g =>
        {
            foreach (var inner in criteria.Items) Add(g, inner);
        });
        group.Draft.Place = node.At;
        if (node["label"] is { } label) group.Label(label.Scalar);
        Number(node["floor"], group.Floor);
        Number(node["cap"], group.Cap);
    }

    private void AddCombination(CriteriaBuilder<T> builder, DataNode node, DataNode parts)
    {
        var id = node["id"]!.Scalar;
        var criterion = node["combine"]!.Scalar switch
        {
            "allOf" => builder.AllOf(id, AddParts),
            "anyOf" => builder.AnyOf(id, AddParts),
            "noneOf" => builder.NoneOf(id, AddParts),
            _ => builder.AtLeast((int)DataNode.NumberOf(node["count"])!.Value, id, AddParts),
        };
        Count(criterion, node);

        void AddParts(CombinationBuilder<T> combination)
        {
            foreach (var part in parts.Items) Add(combination, part);
        }
    }

    private void AddCriterion(CriteriaBuilder<T> builder, DataNode node)
    {
        var id = node["id"]!.Scalar;
        var name = node[DefinitionShape.Field]!;
        if (fields.Find(name.Scalar) is not { } field)
        {
            _faults.AddAt(
                name.At, "data.field", $"the value is \"{Excerpt.Of(name.Scalar)}\"",
                NearestName.Before($"it must be a field of the map: {fields.Listed}", name.Scalar, fields.Names));
            var nothing = builder.Criterion(id).Draft;
            nothing.IsFaulty = true;
            Count(new CriterionBuilder<T>(nothing), node);
            return;
        }

        var verbs = field.Ask(builder, id);
        var operators = new OperatorList(verbs);
        var shape = OperatorShape.All.Single(op => node[op.Name] is not null);
        var operand = node[shape.Name]!;
        if (operators.Has(shape.Name))
        {
            var settings = new Dictionary<string, DataNode>(StringComparer.Ordinal);
            foreach (var setting in shape.SettingNames)
            {
                if (node[setting] is { } told) settings.Add(setting, told);
            }

            operators.Apply(shape.Name, new Operand(shape.Name, operand, settings), _faults);
        }
        else
        {
            verbs.Draft.IsFaulty = true;
            _faults.AddAt(
                operand.At,
                "data.operator",
                $"the operator \"{shape.Name}\" does not fit the field \"{field.Name}\", " +
                $"which is of the type {TypeText.Of(field.ValueType)}",
                $"it must be one of {Excerpt.Listed(operators.Names)}");
        }

        Count(new CriterionBuilder<T>(verbs.Draft), node);
    }

    /// <summary>Sets what it counts for and how it is shown.</summary>
    private void Count(CriterionBuilder<T> criterion, DataNode node)
    {
        criterion.Draft.Place = node.At;
        if (node["required"]?.Scalar == "true") criterion.Required();
        Number(node["weight"], criterion.Weight);
        if (node["when"] is { } prerequisite) criterion.When(prerequisite.Scalar);
        Number(node["metFrom"], criterion.MetFrom);
        if (node["decay"] is { } decay) Decay(criterion, decay);
        if (node["label"] is { } label) criterion.Label(label.Scalar);
        if (node["dimension"] is { } dimension) criterion.Dimension(dimension.Scalar);
        Number(node["effort"], criterion.Effort);
        if (node["fixed"]?.Scalar == "true") criterion.Fixed();
        if (node["question"] is { } question) criterion.Ask(question.Scalar);
        if (node["nextAction"] is { } action) criterion.NextAction(action.Scalar);
        if (node["currency"] is { } currency) criterion.Currency(currency.Scalar);
        if (node["revision"] is { } revision) criterion.Revision(revision.Scalar);
    }

    private void Decay(CriterionBuilder<T> criterion, DataNode decay)
    {
        var by = decay["by"]!;
        if (fields.Find(by.Scalar)?.Date is { } date)
        {
            Number(decay["halfLife"], days => criterion.DecayBy(date.Selector, days));
            return;
        }

        var dates = fields.Names.Where(name => fields.Find(name)!.Date is not null).ToArray();
        _faults.AddAt(
            by.At,
            "data.field",
            $"the value is \"{Excerpt.Of(by.Scalar)}\"",
            dates.Length == 0 ? "it must be a date of the map, which has none"
                : NearestName.Before($"it must be a date of the map: {Excerpt.Listed(dates)}", by.Scalar, dates));
    }

    private void Number<TBuilder>(DataNode? node, Func<double, TBuilder> word)
    {
        if (DataNode.NumberOf(node) is not { } number) return;
        _faults.Place = node!.At;
        word(number);
        _faults.Place = null;
    }
}
