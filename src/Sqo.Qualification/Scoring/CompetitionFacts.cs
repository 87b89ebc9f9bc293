using System;

namespace Sqo.Qualification;

/// <summary>What a criterion says of the competition for a deal, for the note that a result makes of it.</summary>
internal sealed class CompetitionFacts
{
    /// <summary>Counts the alternatives that the customer has in a value of the criterion; <see langword="null"/> when it is about the incumbent.</summary>
    public Func<object, int>? CountOf;

    /// <summary>Whether that count has doing nothing in it.</summary>
    public bool DoNothingCounts;
}
