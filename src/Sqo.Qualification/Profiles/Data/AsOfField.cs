using System;

namespace Sqo.Qualification;

/// <summary>
/// A field whose value depends on the moment an opportunity is judged at. It can't be the date of a decay: that must not change.
/// </summary>
internal sealed class AsOfField<T, TValue>(
    string name, Func<T, DateTime, TValue> selector, Func<CriteriaBuilder<T>, string, Func<T, DateTime, TValue>, IOperators> ask)
    : Field<T>(name, date: null)
{
    private readonly NamedAsOfSelector<T, TValue> _selector = new(name, selector);

    public override Type ValueType => typeof(TValue);

    public Func<T, DateTime, TValue> Selector => _selector.Selector;

    public override bool TakesAsOf => true;

    public override bool Owns(INamedSelector named) => ReferenceEquals(named, _selector);

    public override IOperators Ask(CriteriaBuilder<T> builder, string id) => ask(builder, id, Selector);
}
