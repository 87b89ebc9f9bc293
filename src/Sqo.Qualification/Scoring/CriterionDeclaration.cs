using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The settings of a criterion. Fields, and one object from the builder to the finished profile, because the first decision of
/// a process waits for every method in between to be compiled.
/// </summary>
internal sealed class CriterionDeclaration(string id, CriterionKind kind)
{
    public readonly string Id = id;
    public readonly CriterionKind Kind = kind;

    /// <summary>For at-least, how many parts must be met.</summary>
    public int Count;

    /// <summary>The facts of the condition, curve or rule; <see langword="null"/> for a combination.</summary>
    public ICriterionFacts? Facts;

    /// <summary>The selector as passed in; <see langword="null"/> if the criterion reads the opportunity as a whole.</summary>
    public Delegate? Selector;

    /// <summary>The source text of the selector.</summary>
    public string? SelectorText;

    /// <summary>Reads the date of its decay: a function of the opportunity that returns a <see cref="DateTime"/> or null.</summary>
    public Delegate? DecayDate;

    /// <summary>The selector of that date as passed in.</summary>
    public Delegate? DecaySelector;

    /// <summary>
    /// <see cref="Facts"/> with its answers checked, for custom code that declares a highest value or that it is not graded.
    /// </summary>
    public ICriterionFacts? Checked;

    /// <summary>Makes its note: a function of the result and its own that returns a note or null.</summary>
    public Delegate? Note;

    public string? Label;
    public string? Dimension;
    public string? Question;
    public string? Currency;
    public string? Revision;
    public double Effort = 1;
    public double Weight;

    /// <summary>Whether bins give the points: from <see cref="PointsAtZero"/> to that plus the weight.</summary>
    public bool HasBins;

    /// <summary>The points at a value of 0, if there are bins.</summary>
    public double PointsAtZero;

    /// <summary>Whether its condition gives the points, which replace a weight.</summary>
    public bool GivesPoints;

    /// <summary>Whether a weight was set, even to 0.</summary>
    public bool HasWeight;

    public bool IsRequired;

    /// <summary>Whether selling can't change it.</summary>
    public bool IsFixed;

    public double MetFrom = 0.5;

    /// <summary>Whether the value that counts as met was set, even to the default.</summary>
    public bool HasMetFrom;

    public double? DecayHalfLifeDays;

    /// <summary>The id of the criterion that must be met for this one to count.</summary>
    public string? Prerequisite;

    /// <summary>What to do next while it is unmet or unknown.</summary>
    public string? NextAction;

    // The same texts in other languages.
    public LocalizedText? LocalizedLabel;
    public LocalizedText? LocalizedQuestion;
    public LocalizedText? LocalizedAction;

    /// <summary>The greatest value that an answer can have.</summary>
    public double HighestValue => Facts?.HighestValue ?? 1;

    /// <summary>A copy that can be set separately.</summary>
    public CriterionDeclaration Copy()
    {
        var copy = (CriterionDeclaration)MemberwiseClone();
        // A profile of gates alone gives each a weight that nobody set.
        if (!HasWeight) copy.Weight = 0;
        return copy;
    }
}
