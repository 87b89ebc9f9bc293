namespace Sqo.Qualification;

/// <summary>What happens to touches of direct channels: someone came without a known source.</summary>
public enum DirectTouches
{
    /// <summary>They are touches like others.</summary>
    Keep = 0,

    /// <summary>They are left out of a path that has others.</summary>
    LeaveOutIfOthers = 1,

    /// <summary>They are left out.</summary>
    LeaveOut = 2,
}
