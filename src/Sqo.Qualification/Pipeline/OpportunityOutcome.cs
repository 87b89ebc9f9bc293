namespace Sqo.Qualification;

/// <summary>How an opportunity stands.</summary>
public enum OpportunityOutcome
{
    /// <summary>Neither won nor lost.</summary>
    Open = 0,

    /// <summary>Closed, and the customer bought.</summary>
    Won = 1,

    /// <summary>Closed, and the customer did not buy.</summary>
    Lost = 2,
}
