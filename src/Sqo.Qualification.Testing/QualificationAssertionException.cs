using System;
#if !NET
using System.Runtime.Serialization;
#endif

namespace Sqo.Qualification.Testing;

/// <summary>An assertion on a qualification does not hold. The message says what was expected, what came, and shows the explanation.</summary>
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
