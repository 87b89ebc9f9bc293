using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Within what time an SQO must be answered, and which ones the time is for. Immutable.</summary>
public sealed class ResponseTarget
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    private readonly Func<Opportunity, bool?> _applies;

    internal ResponseTarget(TimeSpan within, Func<Opportunity, bool?> applies)
    {
        if (within <= TimeSpan.Zero || within > Longest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(within), within,
                $"within is {InvariantText.Of(within)}; it must be above 0 and at most {InvariantText.Of(Longest)}, about a century.");
        }

        Within = within;
        _applies = applies;
    }

    /// <summary>The time, in working time if a calendar is given.</summary>
    public TimeSpan Within { get; }

    /// <summary>The source that it is for; <see langword="null"/> if it is not for a source.</summary>
    public string? Source { get; internal init; }

    /// <summary>The least value that it is for; <see langword="null"/> if it is not for a value.</summary>
    public decimal? LeastValue { get; internal init; }

    /// <summary>Its name, if it is a custom one; otherwise <see langword="null"/>.</summary>
    public string? Name { get; internal init; }

    /// <summary>The time and what it is for, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ResponseText.Target(ExplanationTexts.English, this);

    /// <summary>Whether it is for a deal; <see langword="null"/> when unknown.</summary>
    internal bool? Applies(Opportunity deal) => _applies(deal);
}
