using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The faults of one profile as they are found, and whether it is still being built.</summary>
internal sealed class FaultList
{
    private readonly List<ProfileFault> _faults = [];
    private bool _isClosed;

    public int Count => _faults.Count;

    /// <summary>A fault of a criterion or group: what it has, and the rule.</summary>
    public void Add(string code, string id, string what, string rule) =>
        _faults.Add(new ProfileFault(code, id, $"\"{id}\": {what}; {rule}."));

    /// <summary>A fault of the profile as a whole.</summary>
    public void Add(string code, string message) => _faults.Add(new ProfileFault(code, null, message));

    public ProfileFault[] ToArray() => [.. _faults];

    public void CheckFinite(string code, string id, string what, double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            Add(code, id, $"{what} is {InvariantText.Of(value)}", "it must be a finite number");
        }
    }

    /// <summary>From here on nothing can be added to the profile.</summary>
    public void Close() => _isClosed = true;

    public void ThrowIfClosed()
    {
        if (_isClosed)
        {
            throw new System.InvalidOperationException(
                "The profile is built and can't change any more; its builder works only inside the call that builds the profile.");
        }
    }
}
