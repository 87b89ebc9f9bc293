namespace Sqo.Qualification;

/// <summary>
/// A built-in condition or curve that can be written as data: in a definition, and in the text behind the fingerprint. All of them can,
/// except those that hold code; a convention test checks it.
/// </summary>
internal interface IOperatorSource
{
    /// <summary>Itself as data; <see langword="null"/> when it holds code.</summary>
    OperatorData? ToData();
}
