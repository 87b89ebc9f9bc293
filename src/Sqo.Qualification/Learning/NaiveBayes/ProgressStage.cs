using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A stage that deals pass through. Immutable.</summary>
public sealed class ProgressStage
{
    /// <summary>Creates a stage.</summary>
    /// <param name="name">The value of the field for a deal in this stage; compared ordinally.</param>
    /// <param name="sequence">
    /// Its position: a lost deal counts as having reached every stage whose sequence is not above that of its own stage.
    /// </param>
    /// <param name="segment">The segment (team) that it belongs to; <see langword="null"/> if all share it.</param>
    /// <param name="isWon">Whether a deal in it is won.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is <see langword="null"/> or blank.</exception>
    public ProgressStage(string name, int sequence, string? segment = null, bool isWon = false)
    {
        Name = Guard.NotBlank(name);
        Sequence = sequence;
        Segment = segment;
        IsWon = isWon;
    }

    /// <summary>The value of the field for a deal in this stage.</summary>
    public string Name { get; }

    /// <summary>Its position among the stages; two can share one.</summary>
    public int Sequence { get; }

    /// <summary>The segment that it belongs to; <see langword="null"/> if all share it. Only Odoo's prior uses it.</summary>
    public string? Segment { get; }

    /// <summary>Whether a deal in it is won. Only Odoo's rules use it.</summary>
    public bool IsWon { get; }
}
