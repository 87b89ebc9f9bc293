using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The input of one criterion in a decision record. Immutable.</summary>
public sealed class RecordedInput
{
    internal RecordedInput(string criterionId) => CriterionId = criterionId;

    /// <summary>The id of the criterion.</summary>
    public string CriterionId { get; }

    /// <summary>
    /// The type of the value: bool, int, long, float, double, decimal, string, date, duration, enum, evidence, list, or
    /// list:type; <see langword="null"/> when there was no value.
    /// </summary>
    public string? Type { get; internal init; }

    /// <summary>The value as text, the same on every platform; <see langword="null"/> when there was no value, or it is a list.</summary>
    public string? Text { get; internal init; }

    /// <summary>The values of a list as texts, <see langword="null"/> for an entry that was missing; <see langword="null"/> when the
    /// value is not a list.</summary>
    public IReadOnlyList<string?>? Texts { get; internal init; }

    /// <summary>
    /// The answer, for a rule that does not judge a single value (a predicate over the whole opportunity, a custom
    /// class); <see langword="null"/> if the answer follows from the value.
    /// </summary>
    public Answer? Answer { get; internal init; }

    /// <summary>The date by which the points decay, or <see langword="null"/>.</summary>
    public DateTime? DecayDate { get; internal init; }

    /// <summary>The error in the code of the criterion, or <see langword="null"/>.</summary>
    public string? Error { get; internal init; }

    /// <summary>The type of the gap that a rule gave, or <see langword="null"/>.</summary>
    internal string? GapType { get; init; }

    /// <summary>The gap that a rule gave, as text.</summary>
    internal string? GapText { get; init; }
}
