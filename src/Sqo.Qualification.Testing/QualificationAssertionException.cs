using System;
#if !NET
using System.Runtime.Serialization;
#endif

namespace Sqo.Qualification.Testing;

/// <summary>
/// Thrown if an assertion on a qualification does not hold. The message contains the expected and the actual value, and the explanation
/// if there is one.
/// </summary>
[Serializable]
public sealed class QualificationAssertionException : Exception
{
    internal QualificationAssertionException(string message)
        : base(message)
    {
    }

#if !NET
    // Across an AppDomain of .NET Framework.
    private QualificationAssertionException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
#endif
}
