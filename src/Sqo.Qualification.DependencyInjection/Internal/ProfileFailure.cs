using System;
using System.Linq;

namespace Sqo.Qualification.Internal;

/// <summary>Why a profile could not be built.</summary>
internal sealed class ProfileFailure(Exception cause)
{
    public Exception Cause => cause;

    /// <summary>Every fault; for any exception other than that of a profile, the exception.</summary>
    public string[] Faults { get; } = cause switch
    {
        QualificationProfileException profile => [.. profile.Faults.Select(fault => fault.Message)],
        Microsoft.Extensions.Options.OptionsValidationException options => [.. options.Failures],
        _ => [$"{cause.GetType().Name}: {cause.Message}"],
    };

    public override string ToString() => string.Join(" ", Faults);
}
