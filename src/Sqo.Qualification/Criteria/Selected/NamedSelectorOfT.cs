using System;

namespace Sqo.Qualification;

/// <summary>The selector of a field, and a delegate that wraps it and knows its name.</summary>
internal sealed class NamedSelector<T, TValue> : INamedSelector
{
    public NamedSelector(string name, Func<T, TValue> bare)
    {
        Name = name;
        Bare = bare;
        Selector = Read;
    }

    public string Name { get; }

    public Func<T, TValue> Bare { get; }

    Delegate INamedSelector.Bare => Bare;

    public Func<T, TValue> Selector { get; }

    private TValue Read(T item) => Bare(item);
}
