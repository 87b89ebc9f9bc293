using System;
using System.Collections.Generic;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Sqo.Qualification.Internal;

/// <summary>A profile that the program has registered.</summary>
internal sealed class ProfileRegistration<T>(string? name, string origin, bool isDefault, Func<IServiceProvider, ProfileSource<T>> source)
    : ProfileRegistration(name, typeof(T), origin, isDefault)
{
    public override LiveProfile Resolve(IServiceProvider services) => new LiveProfile<T>(
        source(services),
        IsDefault,
        Origin,
        services.GetRequiredService<IOptionsFactory<ProfileOptions>>(),
        services.GetService<IConfiguration>(),
        services.GetRequiredService<IEnumerable<IOptionsChangeTokenSource<ProfileOptions>>>(),
        services.GetRequiredService<Telemetry>(),
        ItemType);

    public override object Qualifier(IServiceProvider services, LiveProfile live) =>
        new Qualifier<T>((LiveProfile<T>)live, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<Telemetry>());
}
