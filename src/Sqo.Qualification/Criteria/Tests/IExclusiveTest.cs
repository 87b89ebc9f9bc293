namespace Sqo.Qualification;

/// <summary>A test that can tell whether another one on the same value contradicts it.</summary>
internal interface IExclusiveTest
{
    /// <summary>Whether no value can pass both; <see langword="false"/> for a test of another kind.</summary>
    bool Excludes(object other);
}
