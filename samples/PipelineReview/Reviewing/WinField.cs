using System;
using PipelineReview.Reading;

namespace PipelineReview.Reviewing;

/// <summary>A field that may tell whether a deal is won.</summary>
/// <param name="Name">The name: the id of its criterion, and of its label.</param>
/// <param name="Value">Reads a text, a yes or no, or a <see cref="NumberBand"/>; null is unknown.</param>
/// <param name="IsMoney">Whether its numbers are money.</param>
internal sealed record WinField(string Name, Func<Deal, object?> Value, bool IsMoney = false)
{
    /// <summary>The value used for counting.</summary>
    public string? TextOf(Deal deal) => Value(deal) switch
    {
        bool flag => flag ? "yes" : "no",
        { } value => value.ToString(),
        null => null,
    };
}
