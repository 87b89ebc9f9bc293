using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A field of the opportunity type, read as text.</summary>
internal abstract class NaiveBayesField<T>(string name, NaiveBayesFieldKind kind)
{
    public string Name { get; } = name;

    public NaiveBayesFieldKind Kind { get; } = kind;

    /// <summary>The stages in ascending order of sequence, equal ones as declared; empty for the other kinds.</summary>
    public virtual ProgressStage[] Stages => [];

    /// <summary>The value of a category or progress field; null if missing.</summary>
    public abstract string? ValueOf(T deal);

    /// <summary>The values of a field of tags, possibly with nulls and duplicates; null if missing.</summary>
    public abstract IReadOnlyList<string?>? TagsOf(T deal);

    public ProgressStage? Stage(string name) => Array.Find(Stages, stage => stage.Name == name);

    /// <summary>Whether an entry adds nothing: it is empty, or a duplicate.</summary>
    public static bool IsIdle(IReadOnlyList<string?> tags, int index)
    {
        var tag = tags[index];
        if (string.IsNullOrEmpty(tag)) return true;
        for (var i = 0; i < index; i++)
        {
            if (tags[i] == tag) return true;
        }

        return false;
    }

    protected InvalidOperationException Thrown(Exception cause) =>
        new($"The selector of the field \"{Name}\" has thrown {cause.GetType().Name}: {cause.Message}", cause);
}

internal sealed class SingleField<T, TValue>(
    string name, NaiveBayesFieldKind kind, Func<T, TValue> selector, string? whenMissing, ProgressStage[] stages)
    : NaiveBayesField<T>(name, kind)
{
    public override ProgressStage[] Stages { get; } = [.. stages.OrderBy(stage => stage.Sequence)];

    public override string? ValueOf(T deal)
    {
        try
        {
            return ValueText.Of(selector(deal)) ?? whenMissing;
        }
        catch (Exception cause) when (CriterionErrors.IsOfCriterion(cause))
        {
            throw Thrown(cause);
        }
    }

    public override IReadOnlyList<string?>? TagsOf(T deal) => throw new NotSupportedException();
}

internal sealed class TagsField<T, TItem>(string name, Func<T, IEnumerable<TItem>?> selector)
    : NaiveBayesField<T>(name, NaiveBayesFieldKind.Tags)
{
    public override string? ValueOf(T deal) => throw new NotSupportedException();

    public override IReadOnlyList<string?>? TagsOf(T deal)
    {
        try
        {
            var items = selector(deal);
            return items switch
            {
                null => null,
                IReadOnlyList<string?> texts => texts,
                _ => items.Select(ValueText.Of).ToArray(),
            };
        }
        catch (Exception cause) when (CriterionErrors.IsOfCriterion(cause))
        {
            throw Thrown(cause);
        }
    }
}
