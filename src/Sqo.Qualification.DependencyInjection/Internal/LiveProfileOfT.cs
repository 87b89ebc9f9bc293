using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Sqo.Qualification.Internal;

/// <summary>
/// The current profile. Reading it takes one reference and never waits; reloading builds the next profile separately and
/// exchanges the reference if the profile is valid.
/// </summary>
/// <remarks>
/// Code of the program (definitions, settings, change tokens and their registrations) runs without a lock, so that it can't deadlock on
/// one that its own caller holds. Builds may therefore overlap; a number that each takes before it reads the settings shows which
/// of them is the newest.
/// </remarks>
internal sealed class LiveProfile<T>(
    ProfileSource<T> source,
    bool isDefault,
    string origin,
    IOptionsFactory<ProfileOptions> options,
    IConfiguration? configuration,
    IEnumerable<IOptionsChangeTokenSource<ProfileOptions>> changes,
    Telemetry telemetry,
    Type itemType)
    : LiveProfile(source.Name, isDefault, origin)
{
    // Guards only the exchange of references, nothing that takes time.
    private readonly object _gate = new();
    private readonly AsyncLocal<bool> _isBuilding = new();
    private readonly List<IDisposable> _subscriptions = [];
    private volatile State _state = new(0, null, [], null);
    private long _builds;
    private int _isSubscribed;
    private bool _isDisposed;

    public QualificationProfile<T> Current => _state.Profile ?? First();

    public override Type ItemType => itemType;

    public override string? Fingerprint => _state.Profile?.Fingerprint;

    public override ProfileFailure? Failure => _state.Failure;

    public override void Start() => _ = Current;

    public override void Dispose()
    {
        IDisposable[] subscriptions;
        lock (_gate)
        {
            _isDisposed = true;
            subscriptions = [.. _subscriptions];
            _subscriptions.Clear();
        }

        // This may wait for a reload in progress.
        foreach (var subscription in subscriptions) subscription.Dispose();
    }

    private QualificationProfile<T> First()
    {
        if (_isBuilding.Value)
        {
            throw new InvalidOperationException(
                $"The definition of the profile \"{Name}\" requests the qualifier of that profile, " +
                "which exists only after the profile is built; a criterion that needs the qualifier must get it when it is evaluated.");
        }

        // Before the build, so that no change is missed between the two.
        Subscribe();
        Publish(Built(), out _);
        var state = _state;
        if (state.Profile is { } profile) return profile;
        ExceptionDispatchInfo.Capture(state.Failure!.Cause).Throw();
        throw state.Failure.Cause;
    }

    private void Subscribe()
    {
        if (Interlocked.Exchange(ref _isSubscribed, 1) == 1) return;
        if (configuration is not null) Keep(ChangeToken.OnChange(configuration.GetReloadToken, Reload));
        foreach (var change in changes.Where(change => (change.Name ?? Options.DefaultName) == Name)) Keep(
            ChangeToken.OnChange(change.GetChangeToken, Reload));
    }

    private void Keep(IDisposable subscription)
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _subscriptions.Add(subscription);
                return;
            }
        }

        subscription.Dispose();
    }

    /// <summary>
    /// Builds the next profile. It never throws: it runs within the change notification of the configuration, to which others listen too.
    /// </summary>
    private void Reload()
    {
        // A definition that changes the configuration would be run again and again.
        if (_isDisposed || _isBuilding.Value) return;
        if (!Publish(Built(), out var before) || before.Profile is not { } old) return;
        var now = _state;
        if (now.Failure is { } failure)
        {
            // A saved file often triggers more than one notification.
            if (failure.ToString() == before.Failure?.ToString()) return;
            Log.ReloadRefused(telemetry.Logger, Name, old.Fingerprint, failure.ToString(), failure.Cause);
            telemetry.Reloaded(Name, failure.Cause);
            return;
        }

        if (before.Failure is not null) Log.ReloadRecovered(telemetry.Logger, Name);
        if (now.Profile is not { } profile || profile.Fingerprint == old.Fingerprint) return;
        Log.ProfileReloaded(telemetry.Logger, Name, profile.Version, profile.Fingerprint, old.Fingerprint);
        telemetry.Reloaded(Name, refusal: null);
    }

    /// <summary>Publishes a build unless a newer one is current; a failure keeps the last valid profile.</summary>
    private bool Publish(State next, out State before)
    {
        lock (_gate)
        {
            before = _state;
            if (next.Number < before.Number || (_isDisposed && before.Profile is not null)) return false;
            // Two builds with the same settings result in one profile: the existing one.
            if (next.Profile is null || before.HasSettings(next.Settings)) next = new State(
                next.Number, before.Profile, before.Settings, next.Failure);
            _state = next;
        }

        if (before.Profile is null && next.Profile is { } first) Log.ProfileBuilt(telemetry.Logger, Name, first.Version, first.Fingerprint);
        return true;
    }

    /// <summary>
    /// Builds the profile with the current settings, or returns the current profile if these are unchanged, so that other changes rebuild
    /// nothing.
    /// </summary>
    private State Built()
    {
        var number = Interlocked.Increment(ref _builds);
        _isBuilding.Value = true;
        try
        {
            var read = options.Create(Name);
            var settings = read.Settings;
            var inForce = _state;
            return new State(number, inForce.HasSettings(settings) ? inForce.Profile : Build(read, settings), settings, null);
        }
        catch (Exception e)
        {
            return new State(number, null, [], new ProfileFailure(e));
        }
        finally
        {
            _isBuilding.Value = false;
        }
    }

    private QualificationProfile<T> Build(ProfileOptions read, IReadOnlyList<ProfileSetting> settings)
    {
        QualificationProfile<T> profile;
        try
        {
            profile = source.Create(settings);
        }
        catch (QualificationProfileException e)
        {
            throw new QualificationProfileException(e.ProfileName, [.. e.Faults.Select(fault => Placed(fault, read))]);
        }

        // Created now, so that nothing of the profile can fail later.
        _ = profile.Fingerprint;
        return profile;
    }

    /// <summary>The fault with the full path in the configuration instead of the path within the profile.</summary>
    private static ProfileFault Placed(ProfileFault fault, ProfileOptions settings)
    {
        if (fault.Path is not { } path || !fault.Message.StartsWith(path, StringComparison.Ordinal)) return fault;
        var full = settings.FullPathOf(path);
        return new ProfileFault(fault.Code, fault.Id, full + fault.Message.Substring(path.Length), full);
    }

    /// <summary>The current profile, the settings that it was built with, and why the last build failed if it did.</summary>
    private sealed class State(
        long number, QualificationProfile<T>? profile, IReadOnlyList<ProfileSetting> settings, ProfileFailure? failure)
    {
        public long Number => number;

        public QualificationProfile<T>? Profile => profile;

        public IReadOnlyList<ProfileSetting> Settings => settings;

        public ProfileFailure? Failure => failure;

        public bool HasSettings(IReadOnlyList<ProfileSetting> others) => profile is not null && settings.SequenceEqual(others);
    }
}
