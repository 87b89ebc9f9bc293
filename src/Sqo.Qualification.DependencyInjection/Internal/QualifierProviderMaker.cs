using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.Extensions.DependencyInjection;

namespace Sqo.Qualification.Internal;

/// <summary>Creates the provider of a container, and detects cycles.</summary>
internal sealed class QualifierProviderMaker(IServiceProvider services)
{
    private readonly AsyncLocal<bool> _isMaking = new();

    /// <exception cref="InvalidOperationException">
    /// Registrations contradict each other, or the class of a profile takes a qualifier.
    /// </exception>
    public QualifierProvider Make()
    {
        if (_isMaking.Value)
        {
            throw new InvalidOperationException(
                "The class of a profile takes a qualifier or the IQualifierProvider in its constructor; " +
                "these exist only after all such classes are created. " +
                "A criterion that needs a qualifier must get it from an IServiceProvider when it is evaluated.");
        }

        _isMaking.Value = true;
        try
        {
            return new QualifierProvider(
                services, services.GetRequiredService<IEnumerable<ProfileRegistration>>(),
                    services.GetRequiredService<IEnumerable<ConfiguredName>>());
        }
        finally
        {
            _isMaking.Value = false;
        }
    }
}
