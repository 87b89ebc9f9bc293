namespace Sqo.Qualification;

/// <summary>What can be said of a criterion without an opportunity, whatever the type of opportunity.</summary>
internal interface ICriterionFacts : ITestFacts
{
    /// <summary>Whether it reads a value that can be shown.</summary>
    bool ReadsValue { get; }

    /// <summary>The test inside, where there is one.</summary>
    ITestFacts? Test { get; }

    /// <summary>Writes what it declares into the text behind the profile's fingerprint.</summary>
    void Declare(DeclarationWriter writer);
}
