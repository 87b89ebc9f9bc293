using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace Sqo.Qualification.Internal;

/// <summary>All profiles of a container with their qualifiers.</summary>
internal sealed class QualifierProvider : IQualifierProvider, IDisposable
{
    private readonly List<LiveProfile> _profiles = [];
    private readonly List<object> _qualifiers = [];

    /// <exception cref="InvalidOperationException">Registrations contradict each other; the message lists all of them.</exception>
    public QualifierProvider(
        IServiceProvider services, IEnumerable<ProfileRegistration> registrations, IEnumerable<ConfiguredName> configured)
    {
        var faults = new List<string>();
        foreach (var registration in registrations)
        {
            var profile = registration.Resolve(services);
            if (_profiles.Find(other => other.ItemType == profile.ItemType && SameName(other.Name, profile.Name)) is { } same)
            {
                faults.Add(Twice(profile.Name, profile.ItemType, same.Origin, profile.Origin));
            }

            if (profile.IsDefault && _profiles.Find(other => other.ItemType == profile.ItemType && other.IsDefault) is { } otherDefault)
            {
                faults.Add(
                    $"The profiles \"{otherDefault.Name}\" and \"{profile.Name}\" are both the default for {TypeName(profile.ItemType)}; " +
                    "only one can be.");
            }

            _profiles.Add(profile);
            _qualifiers.Add(registration.Qualifier(services, profile));
        }

        foreach (var name in configured.Select(configured => configured.Name).Distinct(StringComparer.Ordinal))
        {
            if (!_profiles.Exists(profile => profile.Name == name))
            {
                faults.Add($"Configure is called for the profile \"{name}\", which is not registered; {Registered()}.");
            }
        }

        if (faults.Count > 0) throw new InvalidOperationException(string.Join("\n", faults));
    }

    /// <summary>The profiles, in the order of their registration.</summary>
    public IReadOnlyList<LiveProfile> Profiles => _profiles;

    /// <summary>Compares names ignoring case: names that differ only in case would share a section of the configuration.</summary>
    public static bool SameName(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    public static string Twice(string name, Type itemType, string first, string second) =>
        $"The profile \"{name}\" for {TypeName(itemType)} is registered twice: by {first} and by {second}. " +
        "The names of the profiles of a type must differ in more than case.";

    public static string TypeName(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(AsyncProfile<>)
            ? TypeName(type.GetGenericArguments()[0]) + " with asynchronous criteria"
            : type.FullName ?? type.Name;

    public IQualifier<T> Get<T>() => (IQualifier<T>)Only(typeof(T));

    public IQualifier<T> Get<T>(string name) => (IQualifier<T>)Named(typeof(T), name);

    public bool TryGet<T>(string name, [NotNullWhen(true)] out IQualifier<T>? qualifier)
    {
        qualifier = (IQualifier<T>?)Find(typeof(T), name);
        return qualifier is not null;
    }

    public IReadOnlyList<string> NamesOf<T>() => NamesOf(typeof(T));

    public IAsyncQualifier<T> GetAsync<T>() => (IAsyncQualifier<T>)Only(typeof(AsyncProfile<T>));

    public IAsyncQualifier<T> GetAsync<T>(string name) => (IAsyncQualifier<T>)Named(typeof(AsyncProfile<T>), name);

    public bool TryGetAsync<T>(string name, [NotNullWhen(true)] out IAsyncQualifier<T>? qualifier)
    {
        qualifier = (IAsyncQualifier<T>?)Find(typeof(AsyncProfile<T>), name);
        return qualifier is not null;
    }

    public IReadOnlyList<string> AsyncNamesOf<T>() => NamesOf(typeof(AsyncProfile<T>));

    public void Dispose()
    {
        foreach (var profile in _profiles) profile.Dispose();
    }

    private IReadOnlyList<string> NamesOf(Type itemType) =>
        [.. _profiles.Where(profile => profile.ItemType == itemType).Select(profile => profile.Name)];

    private object Only(Type itemType)
    {
        var only = -1;
        for (var i = 0; i < _profiles.Count; i++)
        {
            if (_profiles[i].ItemType != itemType) continue;
            if (_profiles[i].IsDefault) return Ready(i);
            only = only == -1 ? i : -2;
        }

        if (only >= 0) return Ready(only);
        throw new InvalidOperationException(only == -1
            ? $"There is no profile for {TypeName(itemType)}; {Registered()}."
            : $"There are several profiles for {TypeName(itemType)} and none is the default; {Registered()}. " +
                "Ask for one by its name, or register one as the default.");
    }

    private object Named(Type itemType, string name) =>
        Find(itemType, name) ?? throw new KeyNotFoundException($"There is no profile \"{name}\" for {TypeName(itemType)}; {Registered()}.");

    private object? Find(Type itemType, string name)
    {
        Guard.NotNull(name);
        var at = _profiles.FindIndex(profile => profile.ItemType == itemType && profile.Name == name);
        return at < 0 ? null : Ready(at);
    }

    private object Ready(int at)
    {
        _profiles[at].Start();
        return _qualifiers[at];
    }

    private string Registered() => _profiles.Count == 0
        ? "no profile is registered"
        : "the registered profiles are " + string.Join(", ", _profiles
            .GroupBy(profile => profile.ItemType)
            .Select(type =>
                $"for {TypeName(type.Key)} " +
                $"{string.Join(", ", type.Select(profile => $"\"{profile.Name}\"{(profile.IsDefault ? " (the default)" : "")}"))}"));
}
