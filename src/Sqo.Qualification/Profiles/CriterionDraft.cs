using System;

namespace Sqo.Qualification;

/// <summary>A criterion while the profile is being built.</summary>
internal sealed class CriterionDraft<T>(string id, CriterionKind kind, FaultList faults) : NodeDraft<T>(id, faults)
{
    public readonly CriterionDeclaration Settings = new(id, kind);

    public Criterion<T>? Criterion;
    public Delegate? Selector;

    /// <summary>What the selector reads by its text in the user's source, where that is sure: to tell when two criteria read the same
    /// value.</summary>
    public string? SelectorPath;

    public Func<T, DateTime?>? DecayDate;

    /// <summary>The selector of that date as it was given.</summary>
    public Delegate? DecaySelector;

    /// <summary>The words that may follow the selector, by which data tells what is asked.</summary>
    public IOperators<T>? Verbs;

    /// <summary>What gives its note.</summary>
    public Func<QualificationResult, CriterionResult, CriterionNote?>? Note;

    /// <summary>Whether it lacks a test because of a fault that is already told.</summary>
    public bool IsFaulty;

    /// <summary>Takes the test that a verb has made.</summary>
    public CriterionBuilder<T> Complete(Criterion<T> criterion)
    {
        Faults.ThrowIfClosed();
        if (Criterion is not null)
        {
            throw new InvalidOperationException($"The criterion \"{Id}\" already has a test; for a second one, add a second criterion.");
        }

        Criterion = criterion;
        Settings.Facts = criterion;
        return new(this);
    }

    /// <summary>Lets another test take the place of the one that it has.</summary>
    public void Reopen()
    {
        Criterion = null;
        Settings.Facts = null;
    }
}
