using System;

namespace Sqo.Qualification;

/// <summary>A list of activities.</summary>
internal sealed class ActivityField<T>(string name, ActivityReader<T> source) : Field<T>(name, date: null)
{
    public ActivityReader<T> Source => source;

    public override Type ValueType => source.ListType;

    public override bool Owns(INamedSelector selector) => ReferenceEquals(selector, NamedSelector.In(source.Selector));

    public override IOperators Ask(CriteriaBuilder<T> builder, string id) => ActivityVerbs<T>.On(builder, id, source);
}
