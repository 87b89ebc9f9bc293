using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Something about a profile that can't be right. Immutable.</summary>
[Serializable]
public sealed class ProfileFault
{
    internal ProfileFault(string code, string? id, string message, string? path = null)
    {
        Code = code;
        Id = id;
        Message = Excerpt.OneLine(message);
        Path = path is null ? null : Excerpt.OneLine(path);
    }

    /// <summary>What kind of fault it is: a stable name such as "weight.not-finite".</summary>
    public string Code { get; }

    /// <summary>The id of the criterion or group; <see langword="null"/> when it is about the profile as a whole.</summary>
    public string? Id { get; }

    /// <summary>
    /// What it is about, the value, and the rule that it breaks: on one line, whatever the data hold. Line breaks, control characters and
    /// marks that turn the direction of a text are shown as "\u000A".
    /// </summary>
    public string Message { get; }

    /// <summary>
    /// Where it stands in data or settings, such as "criteria[2].atLeast" or "Criteria:budget:AtLeast"; the message starts with it, and of
    /// JSON ends with the line and column, from 1.
    /// </summary>
    /// <value><see langword="null"/> when it comes from code, or is about the whole.</value>
    public string? Path { get; }

    /// <inheritdoc/>
    public override string ToString() => Message;
}
