using System;
using System.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Registers profiles with asynchronous criteria.</summary>
public static class AsyncProfileRegistration
{
    /// <summary>
    /// Registers a profile with asynchronous criteria. <see cref="IAsyncQualifier{T}"/> is then there by the profile's name as the key, and without
    /// a key as long as the profile is the only one for <typeparamref name="T"/>. It is a singleton that many threads may use at once.
    /// </summary>
    /// <typeparam name="T">The type of opportunity: any type of the caller's own.</typeparam>
    /// <param name="services">Takes the registration.</param>
    /// <param name="name">The name of the profile, another one than that of every other such profile for <typeparamref name="T"/>.</param>
    /// <param name="define">States the criteria, the threshold and the rest. It is called when the qualifier is first asked for.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank, or is registered already.</exception>
    public static IServiceCollection AddAsyncProfile<T>(this IServiceCollection services, string name, Action<AsyncProfileBuilder<T>> define)
    {
        Guard.NotNull(define);
        return services.AddAsyncProfile<T>(name, (builder, _) => define(builder));
    }

    /// <inheritdoc cref="AddAsyncProfile{T}(IServiceCollection, string, Action{AsyncProfileBuilder{T}})"/>
    /// <param name="services">Takes the registration.</param>
    /// <param name="name">The name of the profile, another one than that of every other such profile for <typeparamref name="T"/>.</param>
    /// <param name="define">
    /// States the criteria, the threshold and the rest, with the services of the container, which have to be singletons or transient: what a
    /// profile holds lives as long as the container. It is called when the qualifier is first asked for.
    /// </param>
    public static IServiceCollection AddAsyncProfile<T>(
        this IServiceCollection services, string name, Action<AsyncProfileBuilder<T>, IServiceProvider> define)
    {
        Guard.NotNull(services);
        Guard.NotBlank(name);
        Guard.NotNull(define);
        if (services.Any(service => service.ServiceType == typeof(IAsyncQualifier<T>) && name.Equals(service.ServiceKey)))
        {
            throw new ArgumentException($"A profile \"{name}\" with asynchronous criteria for {typeof(T).Name} is registered already; its name must be another.", nameof(name));
        }

        services.AddSingleton(new AsyncProfileName<T>(name));
        services.AddKeyedSingleton(
            name, (provider, _) => AsyncQualifier.Create<T>(name, builder => define(builder, provider), provider.GetService<TimeProvider>()));
        services.TryAddSingleton(OnlyOne<T>);
        return services;
    }

    private static IAsyncQualifier<T> OnlyOne<T>(IServiceProvider services)
    {
        var names = services.GetServices<AsyncProfileName<T>>().Select(entry => entry.Name).ToList();
        if (names.Count == 1) return services.GetRequiredKeyedService<IAsyncQualifier<T>>(names[0]);
        throw new InvalidOperationException(
            $"There are {names.Count} profiles with asynchronous criteria for {typeof(T).Name}, and none is asked for by name; name one as the key: " +
            $"\"{string.Join("\", \"", names)}\".");
    }
}
