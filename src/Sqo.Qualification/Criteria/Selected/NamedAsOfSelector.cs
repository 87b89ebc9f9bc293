using System;

namespace Sqo.Qualification;

/// <summary>The selector of a field that takes <c>asOf</c>, and a delegate that wraps it and knows its name.</summary>
internal sealed class NamedAsOfSelector<T, TValue> : INamedSelector
{
    public NamedAsOfSelector(string name, Func<T, DateTime, TValue> bare)
    {
        Name = name;
        Bare = bare;
        Selector = Read;
    }

    public string Name { get; }

    public Func<T, DateTime, TValue> Bare { get; }

    Delegate INamedSelector.Bare => Bare;

    public Func<T, DateTime, TValue> Selector { get; }

    private TValue Read(T item, DateTime asOf) => Bare(item, asOf);
}
