namespace Sqo.Qualification;

/// <summary>Something that a result says in words, with the id of what it is about.</summary>
public sealed class TextModel
{
    internal TextModel(string? id, string text, decimal? points = null)
    {
        Id = id;
        Text = text;
        Points = points;
    }

    /// <summary>The id of the criterion or action; <see langword="null"/> if it is about the whole.</summary>
    public string? Id { get; }

    /// <summary>The text, in the language of the model.</summary>
    public string Text { get; }

    /// <summary>The points that it gives or takes; <see langword="null"/> for what has none.</summary>
    public decimal? Points { get; }

    /// <summary>The text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;
}
