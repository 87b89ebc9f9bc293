using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Applies a definition to a builder, through the same methods that a program calls.</summary>
/// <param name="profile">The builder.</param>
/// <param name="fields">The fields that the definition can name.</param>
/// <param name="useFramework">Adds the criteria of a framework.</param>
internal sealed class DefinitionApplier<T>(
    ProfileBuilder<T> profile, FieldMap<T> fields, Action<DefinitionApplier<T>, DataNode> useFramework)
{
    private readonly FaultList _faults = profile.AllFaults;

    public ProfileBuilder<T> Profile => profile;

    public FieldMap<T> Fields => fields;

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
        else if (node[FrameworkShape.Use] is { } use) AddFramework(builder, node, use);
        else Count(Ask(builder, node["id"]!.Scalar, node), node);
    }

    private void AddFramework(CriteriaBuilder<T> builder, DataNode node, DataNode use)
    {
        if (ReferenceEquals(builder, profile)) useFramework(this, node);
        else _faults.AddAt(use.At, "data.use", "a group uses a framework", "the criteria of a framework are outside groups");
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

    /// <summary>The field that a node names; <see langword="null"/>, and a fault, if there is none.</summary>
    public Field<T>? FieldOf(DataNode name)
    {
        if (fields.Find(name.Scalar) is { } field) return field;
        _faults.AddAt(
            name.At, "data.field", $"the value is \"{Excerpt.Of(name.Scalar)}\"",
            NearestName.Before($"it must be a field of the map: {fields.Listed}", name.Scalar, fields.Names));
        return null;
    }

    /// <summary>Adds a criterion with the condition of a node.</summary>
    public CriterionBuilder<T> Ask(CriteriaBuilder<T> builder, string id, DataNode node)
    {
        if (FieldOf(node[DefinitionShape.Field]!) is not { } field)
        {
            var nothing = builder.Criterion(id).Draft;
            nothing.IsFaulty = true;
            return new CriterionBuilder<T>(nothing);
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

        return new CriterionBuilder<T>(verbs.Draft);
    }

    /// <summary>Sets what it counts for and how it is shown.</summary>
    public void Count(CriterionBuilder<T> criterion, DataNode node)
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
        var before = _faults.Place;
        _faults.Place = node!.At;
        word(number);
        _faults.Place = before;
    }
}
