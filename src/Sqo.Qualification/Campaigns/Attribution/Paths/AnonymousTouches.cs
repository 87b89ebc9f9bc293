namespace Sqo.Qualification;

/// <summary>What happens to touches whose contact is unknown.</summary>
public enum AnonymousTouches
{
    /// <summary>They are touches like others.</summary>
    Keep = 0,

    /// <summary>Together they are a separate channel, <see cref="AttributionOptions.AnonymousChannel"/>.</summary>
    SeparateChannel = 1,

    /// <summary>They are left out.</summary>
    LeaveOut = 2,
}
