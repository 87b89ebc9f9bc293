using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Sqo.Qualification.Internal;

/// <summary>
/// The profile in force. Who reads it takes one reference and never waits, but for the first build; who reloads it builds the next
/// profile aside, one at a time, and exchanges the reference when the profile is good.
/// </summary>
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
    private readonly object _gate = new();
    private readonly List<IDisposable> _subscriptions = [];
    private volatile QualificationProfile<T>? _current;
    private volatile ProfileFailure? _failure;
    private QualificationProfile<T>? _toldFaultOf;
    private bool _isDisposed;

    public QualificationProfile<T> Current => _current ?? First();

    public override Type ItemType => itemType;

    public override string? Fingerprint => _current?.Fingerprint;

    public override ProfileFailure? Failure => _failure;

    public override void Start() => _ = Current;

    /// <summary>Logs that a criterion has failed, once for a profile.</summary>
    public void TellFault(QualificationProfile<T> profile)
    {
        if (ReferenceEquals(Interlocked.Exchange(ref _toldFaultOf, profile), profile)) return;
        Log.CriterionFaulted(telemetry.Logger, Name);
    }

    public override void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            foreach (var subscription in _subscriptions) subscription.Dispose();
            _subscriptions.Clear();
        }
    }

    private QualificationProfile<T> First()
    {
        QualificationProfile<T> built;
        lock (_gate)
        {
            if (_current is { } already) return already;

            // Before the build, so that no change falls between the two.
            Subscribe();
            try
            {
                built = Build();
            }
            catch (Exception e)
            {
                _failure = new ProfileFailure(e);
                throw;
            }

            _failure = null;
            _current = built;
        }

        Log.ProfileBuilt(telemetry.Logger, Name, built.Version, built.Fingerprint);
        return built;
    }

    private void Subscribe()
    {
        if (_isDisposed || _subscriptions.Count > 0) return;
        if (configuration is not null) _subscriptions.Add(ChangeToken.OnChange(configuration.GetReloadToken, Reload));
        foreach (var change in changes.Where(change => (change.Name ?? Options.DefaultName) == Name))
        {
            _subscriptions.Add(ChangeToken.OnChange(change.GetChangeToken, Reload));
        }
    }

    /// <summary>Builds the next profile. It throws nothing: it runs within the change of the configuration, which others listen to as well.</summary>
    private void Reload()
    {
        QualificationProfile<T>? before;
        QualificationProfile<T>? next = null;
        ProfileFailure? failureBefore;
        ProfileFailure? failure = null;
        lock (_gate)
        {
            // What is not built yet will be with the new configuration.
            before = _current;
            if (_isDisposed || before is null) return;
            failureBefore = _failure;
            try
            {
                next = Build();
                _current = next;
            }
            catch (Exception e)
            {
                failure = new ProfileFailure(e);
            }

            _failure = failure;
        }

        if (failure is not null)
        {
            // A file that is saved is often announced more than once.
            if (failure.ToString() == failureBefore?.ToString()) return;
            Log.ReloadRefused(telemetry.Logger, Name, before.Fingerprint, failure.ToString(), failure.Cause);
            telemetry.Reloaded(Name, isApplied: false);
            return;
        }

        if (failureBefore is not null) Log.ReloadRecovered(telemetry.Logger, Name);
        if (next!.Fingerprint == before.Fingerprint) return;
        Log.ProfileReloaded(telemetry.Logger, Name, next.Version, next.Fingerprint, before.Fingerprint);
        telemetry.Reloaded(Name, isApplied: true);
    }

    private QualificationProfile<T> Build()
    {
        var settings = options.Create(Name);
        QualificationProfile<T> profile;
        try
        {
            profile = source.Create(settings.Settings);
        }
        catch (QualificationProfileException e)
        {
            throw new QualificationProfileException(e.ProfileName, [.. e.Faults.Select(fault => Placed(fault, settings))]);
        }

        // Made now, so that nothing of the profile can fail later.
        _ = profile.Fingerprint;
        return profile;
    }

    /// <summary>The fault with the whole path of the configuration instead of that within the profile.</summary>
    private static ProfileFault Placed(ProfileFault fault, ProfileOptions settings)
    {
        if (fault.Path is not { } path || !fault.Message.StartsWith(path, StringComparison.Ordinal)) return fault;
        var full = settings.FullPathOf(path);
        return new ProfileFault(fault.Code, fault.Id, full + fault.Message.Substring(path.Length), full);
    }
}
