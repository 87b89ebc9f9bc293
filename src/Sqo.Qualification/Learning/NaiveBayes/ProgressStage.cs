using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A stage that deals pass through. Immutable.</summary>
public sealed class ProgressStage
{
    /// <summary>A stage.</summary>
    /// <param name="name">What the field gives for a deal in this stage; compared character by character.</param>
    /// <param name="sequence">Its place: a lost deal counts as having reached every stage whose sequence is not above that of its own.</param>
    /// <param name="segment">The segment (team) that it belongs to; <see langword="null"/> when all share it.</param>
    /// <param name="isWon">Whether a deal in it is won.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is <see langword="null"/> or blank.</exception>
    public ProgressStage(string name, int sequence, string? segment = null, bool isWon = false)
    {
        Name = Guard.NotBlank(name);
        Sequence = sequence;
        Segment = segment;
        IsWon = isWon;
    }

    /// <summary>What the field gives for a deal in this stage.</summary>
    public string Name { get; }

    /// <summary>Its place among the stages; two may share one.</summary>
    public int Sequence { get; }

    /// <summary>The segment that it belongs to; <see langword="null"/> when all share it. It matters to Odoo's prior only.</summary>
    public string? Segment { get; }

    /// <summary>Whether a deal in it is won. It matters to Odoo's rules only.</summary>
    public bool IsWon { get; }
}
