namespace Sqo.Qualification;

/// <summary>The outcome of an opportunity.</summary>
public enum OpportunityOutcome
{
    /// <summary>Neither won nor lost.</summary>
    Open = 0,

    /// <summary>Closed, and the customer bought.</summary>
    Won = 1,

    /// <summary>Closed, and the customer did not buy.</summary>
    Lost = 2,
}
