using System;

namespace Sqo.Qualification;

/// <summary>Something about a profile that can't be right. Immutable.</summary>
[Serializable]
public sealed class ProfileFault
{
    internal ProfileFault(string code, string? id, string message, string? path = null)
    {
        Code = code;
        Id = id;
        Message = message;
        Path = path;
    }

    /// <summary>What kind of fault it is: a stable name such as "weight.not-finite".</summary>
    public string Code { get; }

    /// <summary>The id of the criterion or group; <see langword="null"/> when it is about the profile as a whole.</summary>
    public string? Id { get; }

    /// <summary>What it is about, the value, and the rule that it breaks.</summary>
    public string Message { get; }

    /// <summary>
    /// Where it stands in data or settings, such as "criteria[2].atLeast" or "Criteria:budget:AtLeast"; the message starts with it.
    /// </summary>
    /// <value><see langword="null"/> when it comes from code, or is about the whole.</value>
    public string? Path { get; }

    /// <inheritdoc/>
    public override string ToString() => Message;
}
