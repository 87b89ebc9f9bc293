using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A criterion while the profile is being built.</summary>
/// <remarks>Drafts don't know the type of opportunity: so the code that checks them is made once, for whatever opportunities.</remarks>
internal sealed class CriterionDraft(string id, CriterionKind kind, FaultList faults) : NodeDraft(id, faults)
{
    public readonly CriterionDeclaration Settings = new(id, kind);

    /// <summary>The combination that it is a part of, once the profile is looked through.</summary>
    public CriterionDraft? Combination;
    public Delegate? Selector;

    /// <summary>The selector as it stands in the user's source.</summary>
    public string? SelectorText;

    /// <summary>Reads the date of its decay: a function of the opportunity that gives a <see cref="DateTime"/> or nothing.</summary>
    public Delegate? DecayDate;

    /// <summary>The selector of that date as it was given.</summary>
    public Delegate? DecaySelector;

    /// <summary>The words that may follow the selector, by which data tells what is asked.</summary>
    public IOperators? Verbs;

    /// <summary>What gives its note.</summary>
    public Func<QualificationResult, CriterionResult, CriterionNote?>? Note;

    /// <summary>Whether it lacks a condition because of a fault that is already told.</summary>
    public bool IsFaulty;

    /// <summary>Takes the condition that a verb has made.</summary>
    public void Complete(ICriterionFacts criterion)
    {
        Faults.ThrowIfClosed();
        if (Settings.Facts is not null)
        {
            throw new InvalidOperationException($"The criterion \"{Id}\" already has a condition; for a second one, add a second criterion.");
        }

        Settings.Facts = criterion;
    }

    /// <summary>Sets the points that it gives.</summary>
    public void Weigh(double points)
    {
        Faults.CheckFinite("weight.not-finite", Id, "the weight", points);
        Faults.ThrowIfClosed();
        if (Settings.HasBins) Faults.Add(
            "bins.weight", Id, $"it has bins or PointsBetween, and a weight of {InvariantText.Of(points)}",
            "one of them says what it gives");
        Settings.Weight = points;
        Settings.HasWeight = true;
    }

    /// <summary>Lets another condition take the place of the one that it has.</summary>
    public void Reopen() => Settings.Facts = null;
}
