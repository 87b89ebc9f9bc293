using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The stages of a sales process in order, and the stage of an opportunity.</summary>
internal abstract class StageOrder<T>(string[] names)
{
    public string[] Names => names;

    /// <summary>Reads the stage.</summary>
    public abstract Delegate Selector { get; }

    /// <summary>The index of the stage that the opportunity is in; negative if it has none, or one that is not listed.</summary>
    public abstract int IndexOf(T item);

    /// <summary>The stage that the opportunity is in, as it is shown; <see langword="null"/> if it has none.</summary>
    public abstract string? NameOf(T item);

    /// <summary>The index of a stage by its name, ignoring case; negative if it is not listed.</summary>
    public int IndexOfName(string? name)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (string.Equals(names[i], name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }
}

/// <summary>Stages by their names; a blank one is missing.</summary>
internal sealed class NamedStages<T>(Func<T, string?> stage, string[] names) : StageOrder<T>(names)
{
    public override Delegate Selector => stage;

    public override int IndexOf(T item) => IndexOfName(stage(item));

    public override string? NameOf(T item) => stage(item) is { } name && !string.IsNullOrWhiteSpace(name) ? name : null;
}

/// <summary>Stages as values of an enumeration.</summary>
internal sealed class EnumStages<T, TStage>(Func<T, TStage?> stage, TStage[] order)
    : StageOrder<T>(Array.ConvertAll(order, value => value.ToString()))
    where TStage : struct, Enum
{
    public override Delegate Selector => stage;

    public override int IndexOf(T item)
    {
        if (stage(item) is not { } value) return -1;
        for (var i = 0; i < order.Length; i++)
        {
            if (EqualityComparer<TStage>.Default.Equals(order[i], value)) return i;
        }

        return -1;
    }

    public override string? NameOf(T item) => stage(item)?.ToString();
}
