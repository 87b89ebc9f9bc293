using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>What a decision record keeps of one criterion. Immutable.</summary>
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

    /// <summary>The value as text, the same on every platform; <see langword="null"/> when there was none, or it is a list.</summary>
    public string? Text { get; internal init; }

    /// <summary>The values of a list as texts, <see langword="null"/> for an entry that was missing; <see langword="null"/> when the value is not a list.</summary>
    public IReadOnlyList<string?>? Texts { get; internal init; }

    /// <summary>
    /// The answer, for a rule that does not judge a value by itself (a predicate over the whole opportunity, a class of the
    /// user's own); <see langword="null"/> where the answer follows from the value.
    /// </summary>
    public Answer? Answer { get; internal init; }

    /// <summary>The date by which the points decay, or <see langword="null"/>.</summary>
    public DateTime? DecayDate { get; internal init; }

    /// <summary>What went wrong in the code of the criterion, or <see langword="null"/>.</summary>
    public string? Error { get; internal init; }

    /// <summary>The type of what a rule said was lacking, or <see langword="null"/>.</summary>
    internal string? GapType { get; init; }

    /// <summary>What a rule said was lacking, as text.</summary>
    internal string? GapText { get; init; }
}
