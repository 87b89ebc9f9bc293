namespace Sqo.Qualification;

/// <summary>
/// A built-in test or curve that can be told as data. Each has it but those that hold code; a convention test sees to it.
/// </summary>
internal interface IOperatorSource
{
    /// <summary>Itself as data; <see langword="null"/> when something in it can't be.</summary>
    OperatorData? ToData();
}
