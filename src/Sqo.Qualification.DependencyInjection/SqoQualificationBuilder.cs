using System;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Registers the profiles of a program. Each becomes a thread-safe singleton: <see cref="IQualifier{T}"/> for the
/// only or default one of its type, the same with its name as the key, and <see cref="IQualifierProvider"/> for all.
/// </summary>
/// <remarks>
/// The code that defines a profile runs when the profile is built and again when its settings have changed, with services of the root
/// container: singletons and transients, but no scoped ones. It must be thread-safe, and must not request its own qualifier.
/// </remarks>
public sealed class SqoQualificationBuilder
{
    internal SqoQualificationBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services that the profiles are registered with.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds <see cref="IRevenueForecaster"/>, a singleton. A second call has no effect.</summary>
    /// <param name="options">
    /// Gets the options, with the services of the root container. The default is <see cref="RevenueForecastOptions.Default"/>.
    /// </param>
    /// <returns>This builder.</returns>
    /// <example><code>
    /// services.AddSqoQualification().AddForecasting(_ => new RevenueForecastOptions(months: 3));
    /// </code></example>
    public SqoQualificationBuilder AddForecasting(Func<IServiceProvider, RevenueForecastOptions>? options = null)
    {
        Services.TryAddSingleton<IRevenueForecaster>(services =>
            new RevenueForecaster(options?.Invoke(services) ?? RevenueForecastOptions.Default));
        return this;
    }

    /// <summary>Adds a profile.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="name">The name of the profile, and of its section of the configuration.</param>
    /// <param name="define">Sets the criteria, the threshold and the rest.</param>
    /// <param name="isDefault">
    /// Whether <see cref="IQualifier{T}"/> without a name uses this profile; the only profile of a type is always used.
    /// </param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="InvalidOperationException">The type already has a profile of that name; the message names both.</exception>
    public SqoQualificationBuilder AddProfile<T>(string name, Action<ProfileBuilder<T>> define, bool isDefault = false)
    {
        Guard.NotBlank(name);
        Guard.NotNull(define);
        return Add<T>(name, $"AddProfile(\"{name}\", ...)", isDefault, _ =>
            new(name, settings => QualificationProfile.Create(name, define, settings)));
    }

    /// <summary>Adds a profile whose criteria use services.</summary>
    /// <inheritdoc cref="AddProfile{T}(string, Action{ProfileBuilder{T}}, bool)"/>
    /// <param name="name">The name of the profile, and of its section of the configuration.</param>
    /// <param name="define">Sets the criteria, the threshold and the rest, with the services of the root container.</param>
    /// <param name="isDefault">
    /// Whether <see cref="IQualifier{T}"/> without a name uses this profile; the only profile of a type is always used.
    /// </param>
    /// <example><code>
    /// services.AddSqoQualification().AddProfile&lt;Deal>("priced", (p, s) =>
    ///     p.Criterion("budget", d => d.Budget).AtLeast(s.GetRequiredService&lt;IPriceList>().MinimumBudget).Required());
    /// </code></example>
    public SqoQualificationBuilder AddProfile<T>(string name, Action<ProfileBuilder<T>, IServiceProvider> define, bool isDefault = false)
    {
        Guard.NotBlank(name);
        Guard.NotNull(define);
        return Add<T>(
            name,
            $"AddProfile(\"{name}\", ...)",
            isDefault,
            services => new(name, settings => QualificationProfile.Create<T>(name, profile => define(profile, services), settings)));
    }

    /// <summary>Adds a profile by its class, which the container creates: its constructor may take services.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <typeparam name="TDefinition">The class; registered as a singleton unless it is already registered.</typeparam>
    /// <param name="isDefault">
    /// Whether <see cref="IQualifier{T}"/> without a name uses this profile; the only profile of a type is always used.
    /// </param>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">The class is already added.</exception>
    public SqoQualificationBuilder AddProfile<
        T, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TDefinition>(bool isDefault = false)
        where TDefinition : class, IProfileConfiguration<T>
    {
        AddClass<T>(typeof(TDefinition), isDefault);
        return this;
    }

    /// <summary>Adds a profile by an object that configures it.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="definition">Configures the profile.</param>
    /// <param name="isDefault">
    /// Whether <see cref="IQualifier{T}"/> without a name uses this profile; the only profile of a type is always used.
    /// </param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name of the definition is blank.</exception>
    /// <exception cref="InvalidOperationException">The type already has a profile of that name; the message names both.</exception>
    public SqoQualificationBuilder AddProfile<T>(IProfileConfiguration<T> definition, bool isDefault = false)
    {
        var name = Guard.NotBlank(Guard.NotNull(definition).Name, nameof(definition));
        return Add(name, $"AddProfile({definition.GetType().Name} \"{name}\")", isDefault, _ => SourceOf(definition));
    }

    /// <summary>
    /// Adds profiles by their classes, which the container creates: only the given classes, without a search that trimming would break.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="add">Adds the classes, one by one.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="add"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">A class is already added.</exception>
    public SqoQualificationBuilder AddProfilesFrom<T>(Action<ProfileClasses<T>> add)
    {
        Guard.NotNull(add)(new ProfileClasses<T>(this));
        return this;
    }

    /// <summary>
    /// Adds every public class of an assembly that implements <see cref="IProfileConfiguration{T}"/> for any type, in the ordinal order of
    /// their full names. It uses reflection: don't use it in a program that is trimmed or compiled ahead of time.
    /// </summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assembly"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">A class is already added.</exception>
    [RequiresUnreferencedCode("Trimming may remove the classes that are searched for. Name them: AddProfilesFrom, AddProfile.")]
    [RequiresDynamicCode("The types of opportunity are known only when the program runs. Name the classes: AddProfilesFrom, AddProfile.")]
    public SqoQualificationBuilder AddProfilesFromAssembly(Assembly assembly)
    {
        var add = typeof(SqoQualificationBuilder).GetMethod(nameof(AddClass), BindingFlags.Instance | BindingFlags.NonPublic)!;
        foreach (var type in Guard.NotNull(assembly).GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            if (!type.IsClass || type.IsAbstract || type.ContainsGenericParameters) continue;
            foreach (var contract in type.GetInterfaces())
            {
                if (!contract.IsGenericType || contract.GetGenericTypeDefinition() != typeof(IProfileConfiguration<>)) continue;
                try
                {
                    add.MakeGenericMethod(contract.GetGenericArguments()).Invoke(this, [type, false]);
                }
                catch (TargetInvocationException e) when (e.InnerException is InvalidOperationException cause)
                {
                    throw new InvalidOperationException(cause.Message, cause);
                }
            }
        }

        return this;
    }

    /// <summary>Adds a profile defined as data.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="definition">
    /// The data; its name is that of the profile, and of its section of the configuration, whose settings override the data.
    /// </param>
    /// <param name="fields">The fields that the data can use.</param>
    /// <param name="isDefault">
    /// Whether <see cref="IQualifier{T}"/> without a name uses this profile; the only profile of a type is always used.
    /// </param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The type already has a profile of that name; the message names both.</exception>
    public SqoQualificationBuilder AddProfile<T>(ProfileDefinition definition, FieldMap<T> fields, bool isDefault = false)
    {
        var name = Guard.NotNull(definition).Name;
        Guard.NotNull(fields);
        return Add<T>(name, $"AddProfile(definition of \"{name}\")", isDefault, _ =>
            new(name, settings => DataProfile.Create(definition, fields, settings)));
    }

    /// <summary>Adds a profile defined as data in the configuration section with its name; it is reloaded when that changes.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="name">The name of the profile, and of its section of the configuration. The section need not repeat it.</param>
    /// <param name="fields">The fields that the data can use.</param>
    /// <param name="isDefault">
    /// Whether <see cref="IQualifier{T}"/> without a name uses this profile; the only profile of a type is always used.
    /// </param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="InvalidOperationException">The type already has a profile of that name; the message names both.</exception>
    /// <example><code>
    /// services.AddSqoQualification()
    ///     .AddProfileFromConfiguration("startup", new FieldMap&lt;Deal>(f => f.Add("budget", d => d.Budget)));
    /// </code></example>
    public SqoQualificationBuilder AddProfileFromConfiguration<T>(string name, FieldMap<T> fields, bool isDefault = false)
    {
        Guard.NotBlank(name);
        Guard.NotNull(fields);
        return Add<T>(name, $"AddProfileFromConfiguration(\"{name}\")", isDefault, _ =>
            new(name, settings => DataProfile.Create(name, fields, settings)));
    }

    /// <summary>
    /// Adds a profile with asynchronous criteria: <see cref="IAsyncQualifier{T}"/> is then available for the only or default one of its
    /// type, and with its name as the key. Like other profiles, it is checked at startup, uses settings, reloads and is observed.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="name">The name of the profile, and of its section of the configuration.</param>
    /// <param name="define">States the criteria, the threshold and the rest.</param>
    /// <param name="isDefault">
    /// Whether <see cref="IAsyncQualifier{T}"/> without a name uses this profile; the only such profile of a type is always used.
    /// </param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="InvalidOperationException">The type already has such a profile of that name; the message names both.</exception>
    public SqoQualificationBuilder AddAsyncProfile<T>(string name, Action<AsyncProfileBuilder<T>> define, bool isDefault = false)
    {
        Guard.NotNull(define);
        return AddAsyncProfile<T>(name, (profile, _) => define(profile), isDefault);
    }

    /// <inheritdoc cref="AddAsyncProfile{T}(string, Action{AsyncProfileBuilder{T}}, bool)"/>
    /// <param name="name">The name of the profile, and of its section of the configuration.</param>
    /// <param name="define">States the criteria, the threshold and the rest, with the services of the root container.</param>
    /// <param name="isDefault">
    /// Whether <see cref="IAsyncQualifier{T}"/> without a name uses this profile; the only such profile of a type is always used.
    /// </param>
    public SqoQualificationBuilder AddAsyncProfile<T>(
        string name, Action<AsyncProfileBuilder<T>, IServiceProvider> define, bool isDefault = false)
    {
        Guard.NotBlank(name);
        Guard.NotNull(define);
        Register(new AsyncRegistration<T>(name, $"AddAsyncProfile(\"{name}\", ...)", isDefault, define));
        Services.TryAddSingleton(services => services.GetRequiredService<IQualifierProvider>().GetAsync<T>());
        Services.TryAddKeyedSingleton(KeyedService.AnyKey, (services, key) => services.GetRequiredService<IQualifierProvider>().GetAsync<T>(
            key as string ?? throw new InvalidOperationException(
                $"The key of an IAsyncQualifier<{typeof(T).Name}> is {key ?? "null"}; it must be a string, the name of a profile.")));
        return this;
    }

    /// <summary>Changes settings of a profile in code: they take precedence over those of the configuration.</summary>
    /// <param name="name">The name of the profile.</param>
    /// <param name="configure">Changes the settings; called at every build of the profile, including reloads.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public SqoQualificationBuilder Configure(string name, Action<ProfileOptions> configure)
    {
        Services.AddSingleton(new ConfiguredName(Guard.NotBlank(name)));
        Services.Configure(name, Guard.NotNull(configure));
        return this;
    }

    /// <summary>Reads settings of a profile from a section other than the one with its name; a change there reloads the profile.</summary>
    /// <param name="name">The name of the profile.</param>
    /// <param name="section">The section of the profile.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public SqoQualificationBuilder Configure(string name, IConfiguration section)
    {
        Guard.NotBlank(name);
        Guard.NotNull(section);
        Services.AddSingleton<IOptionsChangeTokenSource<ProfileOptions>>(new SectionChanges(name, section));
        return Configure(name, options => options.Read(section));
    }

    private static ProfileSource<T> SourceOf<T>(IProfileConfiguration<T> definition)
    {
        var name = definition.Name;
        return new(name, settings => QualificationProfile.Create<T>(name, definition.Define, settings));
    }

    private void AddClass<T>([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type, bool isDefault)
    {
        Services.TryAdd(ServiceDescriptor.Singleton(type, type));
        Add(null, $"the class {QualifierProvider.TypeName(type)}", isDefault, services =>
            SourceOf((IProfileConfiguration<T>)services.GetRequiredService(type)));
    }

    private SqoQualificationBuilder Add<T>(string? name, string origin, bool isDefault, Func<IServiceProvider, ProfileSource<T>> source)
    {
        Register(new ProfileRegistration<T>(name, origin, isDefault, source));
        Services.TryAddSingleton(services => services.GetRequiredService<IQualifierProvider>().Get<T>());
        Services.TryAddKeyedSingleton(KeyedService.AnyKey, (services, key) => services.GetRequiredService<IQualifierProvider>().Get<T>(
            key as string ?? throw new InvalidOperationException(
                $"The key of an IQualifier<{typeof(T).Name}> is {key ?? "null"}; it must be a string, the name of a profile.")));
        return this;
    }

    private void Register(ProfileRegistration registration)
    {
        var (name, origin, itemType) = (registration.Name, registration.Origin, registration.ItemType);
        // The name of a class is known only after the container has created it; all names are compared again then.
        foreach (var other in Services.Select(service => service.IsKeyedService ? null : service.ImplementationInstance)
            .OfType<ProfileRegistration>())
        {
            if (other.ItemType != itemType) continue;
            var isTwice = name is null
                ? other.Name is null && other.Origin == origin
                : other.Name is { } otherName && QualifierProvider.SameName(otherName, name);
            if (isTwice)
            {
                throw new InvalidOperationException(name is null
                    ? $"For {QualifierProvider.TypeName(itemType)}, {origin} is added twice; add it once."
                    : QualifierProvider.Twice(name, itemType, other.Origin, origin));
            }
        }

        Services.AddSingleton(registration);
    }
}
