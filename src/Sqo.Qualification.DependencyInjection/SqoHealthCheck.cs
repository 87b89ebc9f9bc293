using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Checks whether every profile matches the configuration. Degraded: a changed configuration is invalid, and the last valid profile is
/// in use. The failure status of the registration (by default unhealthy): a profile can't be built at all. The check is healthy again as
/// soon as the configuration is valid. Register it with
/// <c>services.AddHealthChecks().AddCheck&lt;SqoHealthCheck&gt;("qualification")</c>.
/// </summary>
/// <remarks>Its data contain the fingerprints of the current profiles, by the names of the profiles.</remarks>
public sealed class SqoHealthCheck : IHealthCheck
{
    private readonly QualifierProvider _provider;

    internal SqoHealthCheck(QualifierProvider provider) => _provider = provider;

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(context);
        var status = HealthStatus.Healthy;
        var faults = new List<string>();
        var data = new Dictionary<string, object>();
        foreach (var profile in _provider.Profiles)
        {
            try
            {
                profile.Start();
            }
            catch (System.Exception e) when (CriterionErrors.IsOfCriterion(e))
            {
                // The failure is stored with the profile.
            }

            if (profile.Fingerprint is { } fingerprint) data[KeyOf(profile)] = fingerprint;
            if (profile.Failure is not { } failure) continue;
            var isStale = profile.Fingerprint is not null;
            status = Worse(status, isStale ? HealthStatus.Degraded : context.Registration?.FailureStatus ?? HealthStatus.Unhealthy);
            faults.Add(
                $"Profile \"{profile.Name}\" " +
                $"{(isStale ? "is the last valid one; its new configuration is rejected" : "can't be built")}: {failure}");
        }

        return Task.FromResult(new HealthCheckResult(
            status, faults.Count == 0 ? $"Profiles in effect: {data.Count}." : string.Join("\n", faults), data: data));
    }

    // Unhealthy is the least of the values, healthy the greatest.
    private static HealthStatus Worse(HealthStatus left, HealthStatus right) => left < right ? left : right;

    private string KeyOf(LiveProfile profile) =>
        _provider.Profiles.Count(other => other.Name == profile.Name) == 1
            ? profile.Name
            : $"{profile.Name} ({QualifierProvider.TypeName(profile.ItemType)})";
}
