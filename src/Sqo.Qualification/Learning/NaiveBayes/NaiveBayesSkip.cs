namespace Sqo.Qualification;

/// <summary>Why a field, or a value of it, gives no evidence about a deal.</summary>
public enum NaiveBayesSkip
{
    /// <summary>It was not skipped.</summary>
    None = 0,

    /// <summary>The deal has no value for the field.</summary>
    Missing = 1,

    /// <summary>No closed deal had the value.</summary>
    NeverSeen = 2,

    /// <summary>Fewer closed deals had the value than the minimum support.</summary>
    TooLittleSupport = 3,
}
