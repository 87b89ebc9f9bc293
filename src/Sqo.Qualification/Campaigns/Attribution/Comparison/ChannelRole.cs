namespace Sqo.Qualification;

/// <summary>Where in converting paths a channel mostly is: why models differ on it.</summary>
public enum ChannelRole
{
    /// <summary>It begins about as many converting paths as it ends.</summary>
    Balanced = 0,

    /// <summary>It begins clearly more converting paths than it ends.</summary>
    Opens = 1,

    /// <summary>It ends clearly more converting paths than it begins.</summary>
    Closes = 2,

    /// <summary>It is mostly between the first and the last touch.</summary>
    Between = 3,
}
