namespace Sqo.Qualification;

/// <summary>A person at the customer; an account may have several. Immutable.</summary>
public sealed class Contact
{
    /// <summary>Creates a person. The values are validated when the record is read.</summary>
    /// <param name="id">The id of the person, unique within the record; a blank id is a fault of the record.</param>
    /// <param name="name">The name; blank means unknown.</param>
    /// <param name="role">The role in the purchase, such as "economic buyer"; blank means unknown.</param>
    public Contact(string? id, string? name = null, string? role = null)
    {
        Id = PipelineText.OrNull(id) ?? "";
        Name = PipelineText.OrNull(name);
        Role = PipelineText.OrNull(role);
    }

    /// <summary>The id of the person.</summary>
    /// <value>Empty if none was given; no valid record has such a contact.</value>
    public string Id { get; }

    /// <summary>The name; <see langword="null"/> when unknown.</summary>
    public string? Name { get; }

    /// <summary>The role in the purchase; <see langword="null"/> when unknown.</summary>
    public string? Role { get; }

    /// <summary>The id and the role, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Role is null ? Id : $"{Id} ({Role})";
}
