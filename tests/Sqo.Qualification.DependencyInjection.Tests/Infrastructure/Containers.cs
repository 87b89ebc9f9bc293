using System;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Sqo.Qualification.DependencyInjection.Tests.Infrastructure;

internal static class Containers
{
    /// <summary>A container with the profile "startup" for deals, and whatever is added to it.</summary>
    public static ServiceProvider Startup(IConfiguration? configuration = null, Action<IServiceCollection>? more = null) =>
        Of(qualification => qualification.AddProfile<Deal>("startup", Deal.Startup), configuration, more);

    public static ServiceProvider Of(
        Action<SqoQualificationBuilder> profiles, IConfiguration? configuration = null, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        if (configuration is not null) services.AddSingleton(configuration);
        more?.Invoke(services);
        profiles(services.AddSqoQualification());
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }
}
