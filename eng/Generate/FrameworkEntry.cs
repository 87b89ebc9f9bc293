using System.Linq;

namespace Sqo.Qualification.Generation;

/// <summary>A framework: its id, its display name, the name of its class, and its criteria in order.</summary>
internal sealed record FrameworkEntry(string Id, string Name, string Class, params FrameworkPart[] Parts)
{
    public string NameInDocs => Name.Replace("&", "&amp;");

    public string PartNames => string.Join(", ", Parts.Select(part => part.Name));
}
