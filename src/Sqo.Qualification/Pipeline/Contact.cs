namespace Sqo.Qualification;

/// <summary>A person at the customer; an account may have several. Immutable.</summary>
public sealed class Contact
{
    /// <summary>A person. What is wrong with it is found when the record is read.</summary>
    /// <param name="id">What the person is known by, once per record; blank is a fault of the record.</param>
    /// <param name="name">The name; blank is unknown.</param>
    /// <param name="role">The part in the purchase, such as "economic buyer"; blank is unknown.</param>
    public Contact(string? id, string? name = null, string? role = null)
    {
        Id = PipelineText.OrNull(id) ?? "";
        Name = PipelineText.OrNull(name);
        Role = PipelineText.OrNull(role);
    }

    /// <summary>What the person is known by.</summary>
    /// <value>Empty when none was given; no record holds such a one.</value>
    public string Id { get; }

    /// <summary>The name; <see langword="null"/> when unknown.</summary>
    public string? Name { get; }

    /// <summary>The part in the purchase; <see langword="null"/> when unknown.</summary>
    public string? Role { get; }

    /// <summary>The id and the role, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Role is null ? Id : $"{Id} ({Role})";
}
