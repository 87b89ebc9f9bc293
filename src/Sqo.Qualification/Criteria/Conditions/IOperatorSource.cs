namespace Sqo.Qualification;

/// <summary>
/// A built-in condition or curve that can be told as data: in a definition, and in the text behind the fingerprint. Each has it but those that
/// hold code; a convention test sees to it.
/// </summary>
internal interface IOperatorSource
{
    /// <summary>Itself as data; <see langword="null"/> when it holds code.</summary>
    OperatorData? ToData();
}
