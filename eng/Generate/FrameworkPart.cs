using System.Linq;

namespace Sqo.Qualification.Generation;

/// <summary>
/// One criterion of a framework: its name, the member of <c>Topics</c> that it reads, its description, and its Swedish name.
/// </summary>
internal sealed record FrameworkPart(string Name, string Topic, string Sentence, string SwedishName)
{
    /// <summary>The minimum level of evidence that meets it.</summary>
    public string Level { get; init; } = "Confirmed";

    /// <summary>Its own question, instead of the topic's.</summary>
    public string? Question { get; init; }

    /// <summary>The same question in Swedish.</summary>
    public string? SwedishQuestion { get; init; }

    public string Id => Name.ToLowerInvariant().Replace(' ', '-');

    public string Member => string.Concat(Name.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
