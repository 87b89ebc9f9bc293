namespace Sqo.Qualification;

/// <summary>An open deal that is older than any deal was when it closed: by the history it will not be won. Immutable.</summary>
public sealed class StaleDeal
{
    internal StaleDeal(Opportunity opportunity, int age)
    {
        Opportunity = opportunity;
        Age = age;
    }

    /// <summary>The deal.</summary>
    public Opportunity Opportunity { get; }

    /// <summary>Its age in days.</summary>
    public int Age { get; }
}
