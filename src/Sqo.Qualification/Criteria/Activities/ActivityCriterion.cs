namespace Sqo.Qualification;

/// <summary>A condition on the activities of an opportunity.</summary>
internal sealed class ActivityCriterion<T>(ActivityReader<T> source, ActivityCondition condition)
    : Criterion<T>(condition), IActivityCriterion
{
    public ActivityRule Rule => condition.Rule;

    private ActivityReader<T> Source => source;

    public ICriterionFacts WithLimit(double limit) =>
        limit.Equals(condition.Limit) ? this : new ActivityCriterion<T>(source, new ActivityCondition(Rule, limit));

    protected internal override Answer Evaluate(T item, in EvaluationContext context)
    {
        var value = source.Read(item, Rule, condition.Limit, in context, out _);
        return double.IsNaN(value) ? condition.OfMissing : condition.Evaluate(value, in context);
    }

    protected internal override CriterionReading Read(T item, in EvaluationContext context)
    {
        var value = source.Read(item, Rule, condition.Limit, in context, out var gaps);
        return double.IsNaN(value) && gaps.AddedTo(condition.Requirement) is { } required
            ? new CriterionReading(condition.OfMissing) { Required = required }
            : condition.Read(value, in context);
    }

    internal override CriterionReading ReadRecorded(RecordedInput input, in EvaluationContext context) =>
        input.GapType == ActivityGaps.RecordedType
            ? new CriterionReading(condition.OfMissing) { Required = ActivityGaps.Recorded(input.GapText).AddedTo(condition.Requirement) }
            : base.ReadRecorded(input, in context);

    internal override bool AsksSameAs(Criterion<T> other) =>
        base.AsksSameAs(other) && other is ActivityCriterion<T> activities && source.ReadsSameAs(activities.Source);
}
