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
    /// <see cref="ValueCondition{TValue}"/>. Or the selector, if it is a field of a map, whose function inside is faster to call.
    /// </summary>
    public Delegate? Judging;

    /// <summary>The methods that can follow the selector, with which data sets the condition.</summary>
    public IOperators? Verbs;

    /// <summary>Whether it lacks a condition because of a fault that is already reported.</summary>
    public bool IsFaulty;

    public CriterionDraft(CriterionDeclaration settings, FaultList faults)
        : base(settings.Id, faults) => Settings = settings;

    /// <summary>Sets the condition that a verb made.</summary>
    public void Complete(ICriterionFacts criterion, IOperators? verbs = null)
    {
        Faults.ThrowIfClosed();
        if (Settings.Facts is not null) ThrowTwice();
        Settings.Facts = criterion;
        Verbs = verbs;
    }

    /// <summary>Sets the points that it gives.</summary>
    public void Weigh(double points)
    {
        if (!(Math.Abs(points) <= double.MaxValue)) AddNotFinite(points);
        Faults.ThrowIfClosed();
        if (Settings.HasBins) AddBins(points);
        if (Settings.GivesPoints) AddPointsTwice(points);
        Settings.Weight = points;
        Settings.HasWeight = true;
    }

    /// <summary>Replaces its condition.</summary>
    public void Reopen() => Settings.Facts = Settings.Checked = null;

    protected override NodeDraft CopyFor(FaultList faults) => new CriterionDraft(Settings.Copy(), faults);

    private void ThrowTwice() => throw new InvalidOperationException(
        $"The criterion \"{Id}\" already has a condition; for a second one, add a second criterion.");

    private void AddNotFinite(double points) => Faults.CheckFinite("weight.not-finite", Id, "the weight", points);

    private void AddBins(double points) => Faults.Add(
        "bins.weight", Id, $"it has bins or PointsBetween, and a weight of {InvariantText.Of(points)}", "one of them says what it gives");

    private void AddPointsTwice(double points) => Faults.Add(
        "points.weight", Id, $"its condition gives points, and it has a weight of {InvariantText.Of(points)}",
        "one of them says what it gives");
}
