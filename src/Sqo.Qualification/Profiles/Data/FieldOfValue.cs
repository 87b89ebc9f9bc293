using System;

namespace Sqo.Qualification;

/// <summary>A field with the type of its value.</summary>
internal sealed class Field<T, TValue>(
    string name, Func<T, TValue> selector, Func<CriteriaBuilder<T>, string, Func<T, TValue>, IOperators> ask,
    NamedSelector<T, DateTime?>? date)
    : Field<T>(name, date)
{
    private readonly NamedSelector<T, TValue> _selector = new(name, selector);

    public override Type ValueType => typeof(TValue);

    public Func<T, TValue> Selector => _selector.Selector;

    public override bool Owns(INamedSelector named) => ReferenceEquals(named, _selector) || ReferenceEquals(named, Date);

    public override IOperators Ask(CriteriaBuilder<T> builder, string id) => ask(builder, id, Selector);
}
