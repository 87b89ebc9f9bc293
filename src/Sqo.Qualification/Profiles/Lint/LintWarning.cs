namespace Sqo.Qualification;

/// <summary>Something in a profile that looks wrong but could be intended. Immutable.</summary>
public sealed class LintWarning
{
    internal LintWarning(string code, string? id, string message)
    {
        Code = code;
        Id = id;
        Message = message;
    }

    /// <summary>The kind of warning: a stable name such as "gate.contradiction".</summary>
    public string Code { get; }

    /// <summary>The id of the criterion or group; <see langword="null"/> if the warning is about the profile as a whole.</summary>
    public string? Id { get; }

    /// <summary>What it is about, and why it looks wrong.</summary>
    public string Message { get; }

    /// <inheritdoc/>
    public override string ToString() => Message;
}
