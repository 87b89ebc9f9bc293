namespace Sqo.Qualification;

/// <summary>How many closed deals of a segment had a value of a field. Immutable.</summary>
public sealed class NaiveBayesCount
{
    internal NaiveBayesCount(string? segment, string field, string value, long won, long lost)
    {
        Segment = segment;
        Field = field;
        Value = value;
        Won = won;
        Lost = lost;
    }

    /// <summary>The segment; <see langword="null"/> for deals without one.</summary>
    public string? Segment { get; }

    /// <summary>The name of the field.</summary>
    public string Field { get; }

    /// <summary>The value, as text.</summary>
    public string Value { get; }

    /// <summary>The number of won deals that had it, without smoothing.</summary>
    public long Won { get; }

    /// <summary>The number of lost deals that had it, without smoothing.</summary>
    public long Lost { get; }
}
