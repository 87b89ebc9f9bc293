using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The evidence of one field of a trained naive Bayes model, as bins of log-odds; with the index of no field, the evidence of the
/// deal's segment.
/// </summary>
internal sealed class NaiveBayesCriterion<T> : Criterion<T>
{
    /// <summary>The index that represents the segment instead of a field.</summary>
    public const int Segment = -1;

    private readonly NaiveBayesModel<T> _model;
    private readonly int _field;

    public NaiveBayesCriterion(NaiveBayesModel<T> model, int field)
    {
        _model = model;
        _field = field;
        Scale = new BinScale([
            0, .. Tables.SelectMany(table => field == Segment ? [Shift(table)] : new[] { table.LowestOf(field), table.HighestOf(field) })]);
    }

    /// <summary>The log-odds of the values as values from 0 to 1.</summary>
    public BinScale Scale { get; }

    public override Requirement Requirement => new(MessageIds.RequireLearned);

    protected internal override Answer Evaluate(T item, in EvaluationContext context)
    {
        var table = _model.TableFor(_model.Fields.Segment?.ValueOf(item));
        if (_field == Segment) return AnswerOf(Shift(table));
        var field = _model.Fields.All[_field];
        if (field.Kind == NaiveBayesFieldKind.Tags) return field.TagsOf(item) is { } tags ? AnswerOf(SumOf(table, tags)) : Answer.Unknown;
        return field.ValueOf(item) is { } value ? AnswerOf(table.Find(_field, value)?.LogOdds ?? 0) : Answer.Unknown;
    }

    protected internal override bool ReadsValue => true;

    protected internal override CriterionReading Read(T item, in EvaluationContext context) =>
        new(Evaluate(item, in context), ActualOf(item));

    /// <summary>The learned counts are too long to write out; their digest changes with every count.</summary>
    protected internal override void Declare(DeclarationWriter writer)
    {
        var learned = new StringBuilder();
        foreach (var table in Tables)
        {
            learned.AppendText(table.Segment ?? "").Append(InvariantText.Of(Shift(table))).Append('\n');
            if (_field == Segment) continue;
            foreach (var value in table.ValuesOf(_model.Fields.All[_field].Name))
            {
                learned.AppendText(value.Value!).Append(InvariantText.Of(value.LogOdds)).Append('\n');
            }
        }

        writer.Add("naive-bayes", _field == Segment ? "segment" : _model.Fields.All[_field].Kind.ToString())
            .Add("learned", Sha256.Hex(learned.ToString()));
    }

    private NaiveBayesTable[] Tables => [.. _model.Segments, _model.Pooled];

    private double Shift(NaiveBayesTable table) => table.PriorLogOdds!.Value - _model.Pooled.PriorLogOdds!.Value;

    private Answer AnswerOf(double logOdds) => new(Scale.ValueOf(logOdds));

    private double SumOf(NaiveBayesTable table, IReadOnlyList<string?> tags)
    {
        double sum = 0;
        for (var i = 0; i < tags.Count; i++)
        {
            if (!NaiveBayesField<T>.IsIdle(tags, i) && table.Find(_field, tags[i]!) is { } tag) sum += tag.LogOdds;
        }

        return Math.Clamp(sum, Scale.Least, Scale.Greatest);
    }

    private object? ActualOf(T item)
    {
        if (_field == Segment) return _model.Fields.Segment?.ValueOf(item);
        var field = _model.Fields.All[_field];
        return field.Kind == NaiveBayesFieldKind.Tags ? field.TagsOf(item)?.Select(tag => tag ?? "").ToArray() : field.ValueOf(item);
    }
}
