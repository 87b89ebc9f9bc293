namespace Sqo.Qualification.Internal;

/// <summary>
/// The data of an exception besides its message. On .NET Framework it goes with the exception into another AppDomain, through the event
/// for partial trust: a sandbox does not load a class of ours that overrides GetObjectData.
/// </summary>
internal interface IExceptionDetails
#if NETFRAMEWORK
    : System.Runtime.Serialization.ISafeSerializationData
{
}
#else
{
    /// <summary>Restores the details of the exception on the other side.</summary>
    void CompleteDeserialization(object deserialized);
}
#endif
