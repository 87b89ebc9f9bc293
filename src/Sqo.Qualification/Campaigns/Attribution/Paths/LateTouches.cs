namespace Sqo.Qualification;

/// <summary>What happens to touches after the last conversion of a journey.</summary>
public enum LateTouches
{
    /// <summary>They are left out.</summary>
    LeaveOut = 0,

    /// <summary>They are a path that has not converted.</summary>
    NonConverting = 1,
}
