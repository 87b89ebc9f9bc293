using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Something wrong in a profile. Immutable.</summary>
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

    /// <summary>The kind of fault: a stable name such as "weight.not-finite".</summary>
    public string Code { get; }

    /// <summary>The id of the criterion or group; <see langword="null"/> if the fault is about the profile as a whole.</summary>
    public string? Id { get; }

    /// <summary>
    /// The subject, the value, and the rule that it breaks, always on one line. Line breaks, control characters and marks that change
    /// the direction of a text are shown as escapes such as "\u000A".
    /// </summary>
    public string Message { get; }

    /// <summary>
    /// Where it is in data or settings, such as "criteria[2].atLeast" or "Criteria:budget:AtLeast". The message starts with it and, for
    /// JSON, ends with the line and column, from 1.
    /// </summary>
    /// <value><see langword="null"/> if the fault comes from code, or is about the whole.</value>
    public string? Path { get; }

    /// <inheritdoc/>
    public override string ToString() => Message;
}
