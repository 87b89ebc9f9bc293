namespace Sqo.Qualification.Internal;

/// <summary>
/// What an exception says beside its message. On .NET Framework it goes with the exception into another AppDomain, by the event that is
/// there for partial trust: a sandbox does not load a class of ours that overrides GetObjectData.
/// </summary>
internal interface IExceptionDetails
#if NETFRAMEWORK
    : System.Runtime.Serialization.ISafeSerializationData
{
}
#else
{
    /// <summary>Gives the details back to the exception on the other side.</summary>
    void CompleteDeserialization(object deserialized);
}
#endif
