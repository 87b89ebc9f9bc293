namespace Sqo.Qualification;

/// <summary>What a probability rests on.</summary>
public enum NaiveBayesBasis
{
    /// <summary>The prior and the evidence of the fields.</summary>
    Evidence = 0,

    /// <summary>There is no prior, so there is no probability. By Odoo's rules only: the first stage that is shared has no counts.</summary>
    NoPrior = 1,

    /// <summary>The deal has no stage: 0. By Odoo's rules only.</summary>
    NoStage = 2,

    /// <summary>The deal is in a won stage: 1. By Odoo's rules only.</summary>
    WonStage = 3,
}
