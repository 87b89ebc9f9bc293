namespace Sqo.Qualification.Tests.Fuzzing;

/// <summary>Something that is thrown at a door, made of a seed and a size alone.</summary>
internal interface IFuzzCase
{
    /// <summary>What is thrown, for people.</summary>
    string Input { get; }

    /// <summary>Throws it, and holds what is promised.</summary>
    void Run();
}
