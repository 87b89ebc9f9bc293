namespace Sqo.Qualification;

/// <summary>What a probability is based on.</summary>
public enum NaiveBayesBasis
{
    /// <summary>The prior and the evidence of the fields.</summary>
    Evidence = 0,

    /// <summary>There is no prior, so there is no probability. Only with Odoo's rules: the first shared stage has no counts.</summary>
    NoPrior = 1,

    /// <summary>The deal has no stage: 0. Only with Odoo's rules.</summary>
    NoStage = 2,

    /// <summary>The deal is in a won stage: 1. Only with Odoo's rules.</summary>
    WonStage = 3,
}
