using System;

namespace Sqo.Qualification.Testing;

/// <summary>An assertion on a qualification does not hold. The message says what was expected, what came, and shows the explanation.</summary>
public sealed class QualificationAssertionException : Exception
{
    internal QualificationAssertionException(string message)
        : base(message)
    {
    }
}
