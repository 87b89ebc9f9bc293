using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A criterion while the profile is being built.</summary>
/// <remarks>Drafts don't know the type of opportunity, so the code that checks them is compiled once for all types.</remarks>
internal sealed class CriterionDraft : NodeDraft
{
    public readonly CriterionDeclaration Settings;

    /// <summary>The combination that it is a part of; set when the profile is compiled.</summary>
    public CriterionDraft? Combination;

    /// <summary>
    /// Makes a criterion of a condition, if the selector doesn't simply return the value: a function of a
    /// <see cref="ValueCondition{TValue}"/>.
    /// </summary>
    public Delegate? Judging;

    /// <summary>The methods that can follow the selector, with which data sets the condition.</summary>
    public IOperators? Verbs;

    /// <summary>Makes its note.</summary>
    public Func<QualificationResult, CriterionResult, CriterionNote?>? Note;

    /// <summary>Whether it lacks a condition because of a fault that is already reported.</summary>
    public bool IsFaulty;

    public CriterionDraft(CriterionDeclaration settings, FaultList faults)
        : base(settings.Id, faults) => Settings = settings;

    /// <summary>Sets the condition that a verb made.</summary>
    public void Complete(ICriterionFacts criterion)
    {
        Faults.ThrowIfClosed();
        if (Settings.Facts is not null) ThrowTwice();
        Settings.Facts = criterion;
    }

    /// <summary>Sets the points that it gives.</summary>
    public void Weigh(double points)
    {
        Faults.CheckFinite("weight.not-finite", Id, "the weight", points);
        Faults.ThrowIfClosed();
        if (Settings.HasBins) AddBins(points);
        if (Settings.Facts?.Condition is IPointsCondition { GivesPoints: true }) AddPointsTwice(points);
        Settings.Weight = points;
        Settings.HasWeight = true;
    }

    /// <summary>Replaces its condition.</summary>
    public void Reopen() => Settings.Facts = null;

    protected override NodeDraft CopyFor(FaultList faults) => new CriterionDraft(Settings.Copy(), faults) { Note = Note };

    private void ThrowTwice() => throw new InvalidOperationException(
        $"The criterion \"{Id}\" already has a condition; for a second one, add a second criterion.");

    private void AddBins(double points) => Faults.Add(
        "bins.weight", Id, $"it has bins or PointsBetween, and a weight of {InvariantText.Of(points)}", "one of them says what it gives");

    private void AddPointsTwice(double points) => Faults.Add(
        "points.weight", Id, $"its condition gives points, and it has a weight of {InvariantText.Of(points)}",
        "one of them says what it gives");
}
