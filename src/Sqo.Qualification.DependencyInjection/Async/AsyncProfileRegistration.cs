using System;
using Microsoft.Extensions.DependencyInjection;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Registers profiles with asynchronous criteria without the builder of <c>AddSqoQualification</c>.</summary>
public static class AsyncProfileRegistration
{
    /// <summary>Registers a profile with asynchronous criteria: <c>services.AddSqoQualification().AddAsyncProfile(...)</c>.</summary>
    /// <typeparam name="T">The type of opportunity: any type of the caller.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the profile, and of its section of the configuration.</param>
    /// <param name="define">Sets the criteria, the threshold and the rest.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="InvalidOperationException">The type already has such a profile of that name; the message names both.</exception>
    public static IServiceCollection AddAsyncProfile<T>(
        this IServiceCollection services, string name, Action<AsyncProfileBuilder<T>> define)
    {
        Guard.NotNull(services).AddSqoQualification().AddAsyncProfile(name, define);
        return services;
    }

    /// <inheritdoc cref="AddAsyncProfile{T}(IServiceCollection, string, Action{AsyncProfileBuilder{T}})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the profile, and of its section of the configuration.</param>
    /// <param name="define">Sets the criteria, the threshold and the rest, with the services of the root container.</param>
    public static IServiceCollection AddAsyncProfile<T>(
        this IServiceCollection services, string name, Action<AsyncProfileBuilder<T>, IServiceProvider> define)
    {
        Guard.NotNull(services).AddSqoQualification().AddAsyncProfile(name, define);
        return services;
    }
}
