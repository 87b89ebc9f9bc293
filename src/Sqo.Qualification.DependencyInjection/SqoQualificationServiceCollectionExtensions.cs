using System;
using System.Diagnostics.Metrics;
using System.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sqo.Qualification;
using Sqo.Qualification.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the library.</summary>
public static class SqoQualificationServiceCollectionExtensions
{
    /// <summary>
    /// Registers the services that qualify opportunities; add the profiles to the builder that it returns. All services are thread-safe
    /// singletons. A second call has no effect.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>The builder for the profiles.</returns>
    /// <remarks>
    /// With a host, the profiles are built and checked at startup: one <see cref="OptionsValidationException"/> lists every fault of
    /// every profile. Without a host, each profile is built and checked on first use.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    /// <example><code>
    /// services.AddSqoQualification()
    ///     .AddProfile&lt;Deal>("startup", p => p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required());
    /// </code></example>
    public static SqoQualificationBuilder AddSqoQualification(this IServiceCollection services)
    {
        Guard.NotNull(services);
        if (services.Any(service => service.ServiceType == typeof(Telemetry))) return new SqoQualificationBuilder(services);

        services.AddOptions<SqoQualificationOptions>()
            .Validate(
                options => !string.IsNullOrWhiteSpace(options.Section),
                $"{nameof(SqoQualificationOptions)}.{nameof(SqoQualificationOptions.Section)} is blank; " +
                "it must contain a visible character.")
            .ValidateOnStart();
#pragma warning disable RS0030 // The only use of the system clock; a program can register another clock.
        services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.AddSingleton(provider => new Telemetry(
            provider.GetRequiredService<TimeProvider>(), OptionsOf(provider), provider.GetService<ILoggerFactory>(),
            provider.GetService<IMeterFactory>()));
        services.AddSingleton(provider => new QualifierProviderMaker(provider));
        services.AddSingleton(provider => provider.GetRequiredService<QualifierProviderMaker>().Make());
        services.TryAddSingleton<IQualifierProvider>(provider => provider.GetRequiredService<QualifierProvider>());
        services.AddSingleton(provider => new SqoHealthCheck(provider.GetRequiredService<QualifierProvider>()));
        services.AddSingleton<IConfigureOptions<ProfileOptions>>(provider =>
            new SectionSettings(OptionsOf(provider), provider.GetService<IConfiguration>()));
        services.AddSingleton<IValidateOptions<StartCheck>>(provider => new StartCheck.Validator(provider));
        services.AddOptions<StartCheck>().ValidateOnStart();
        return new SqoQualificationBuilder(services);
    }

    /// <summary>Registers the services that qualify opportunities, with the location of settings and the content of traces.</summary>
    /// <inheritdoc cref="AddSqoQualification(IServiceCollection)"/>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options. Several calls are all applied, in their order.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static SqoQualificationBuilder AddSqoQualification(this IServiceCollection services, Action<SqoQualificationOptions> configure)
    {
        Guard.NotNull(services);
        services.Configure(Guard.NotNull(configure));
        return services.AddSqoQualification();
    }

    private static SqoQualificationOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<SqoQualificationOptions>>().Value;
}
