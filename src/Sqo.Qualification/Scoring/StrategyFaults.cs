using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Collects the faults that a scoring strategy finds while a profile is built.</summary>
public sealed class StrategyFaults
{
    private List<Fault>? _faults;

    internal StrategyFaults()
    {
    }

    internal IReadOnlyList<Fault> Found => _faults ?? [];

    internal bool Any => _faults is not null;

    /// <summary>Adds a fault of a criterion or group.</summary>
    /// <param name="code">The kind of fault: a stable name such as "mean.negative".</param>
    /// <param name="id">The id of the criterion or group.</param>
    /// <param name="what">What is wrong, with the value: "the weight is -5".</param>
    /// <param name="rule">The rule that it breaks: "a mean takes no negative weights".</param>
    /// <exception cref="System.ArgumentException">An argument is <see langword="null"/> or blank.</exception>
    public void Add(string code, string id, string what, string rule) =>
        (_faults ??= []).Add(new Fault(Guard.NotBlank(code), Guard.NotBlank(id), Guard.NotBlank(what), Guard.NotBlank(rule)));

    /// <summary>Adds a fault of the profile as a whole.</summary>
    /// <param name="code">The kind of fault: a stable name.</param>
    /// <param name="message">A sentence with the setting, its value and the rule that it breaks.</param>
    /// <exception cref="System.ArgumentException">An argument is <see langword="null"/> or blank.</exception>
    public void Add(string code, string message) =>
        (_faults ??= []).Add(new Fault(Guard.NotBlank(code), null, Guard.NotBlank(message), null));

    internal sealed record Fault(string Code, string? Id, string What, string? Rule);
}
