namespace Sqo.Qualification;

/// <summary>Something about a profile that can't be right. Immutable.</summary>
public sealed class ProfileFault
{
    internal ProfileFault(string code, string? id, string message)
    {
        Code = code;
        Id = id;
        Message = message;
    }

    /// <summary>What kind of fault it is: a stable name such as "weight.not-finite".</summary>
    public string Code { get; }

    /// <summary>The id of the criterion or group; <see langword="null"/> when it is about the profile as a whole.</summary>
    public string? Id { get; }

    /// <summary>What it is about, the value, and the rule that it breaks.</summary>
    public string Message { get; }

    /// <inheritdoc/>
    public override string ToString() => Message;
}
