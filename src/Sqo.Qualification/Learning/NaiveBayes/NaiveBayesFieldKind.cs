namespace Sqo.Qualification;

/// <summary>How the values of a field are counted.</summary>
public enum NaiveBayesFieldKind
{
    /// <summary>A deal has one value or none.</summary>
    Category = 0,

    /// <summary>A deal has any number of values, each counted by itself.</summary>
    Tags = 1,

    /// <summary>A stage: a won deal counts as having reached every stage, a lost one its own stage and those before it.</summary>
    Progress = 2,
}
