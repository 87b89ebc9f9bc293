using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The faults of one profile as they are found, and whether it is still being built.</summary>
internal sealed class FaultList
{
    // Hostile data must not make a list of faults that is far greater than itself.
    private const int MostOfData = 100;

    private readonly List<ProfileFault> _faults = [];
    private bool _isClosed;

    public int Count => _faults.Count;

    /// <summary>Where in data or settings that stands which is being looked at; <see langword="null"/> for code.</summary>
    public string? Place { get; set; }

    /// <summary>A fault of a criterion or group: what it has, and the rule.</summary>
    public void Add(string code, string id, string what, string rule) =>
        AddPlaced(code, id, $"\"{id}\": {what}; {rule}.");

    /// <summary>A fault of the profile as a whole.</summary>
    public void Add(string code, string message) => AddPlaced(code, null, message);

    /// <summary>A fault of data: where it stands, what it is, and the rule.</summary>
    public void AddAt(string path, string code, string what, string rule)
    {
        if (_faults.Count < MostOfData) _faults.Add(new ProfileFault(code, null, path.Length == 0 ? $"The definition: {what}; {rule}." : $"{path}: {what}; {rule}.", path.Length == 0 ? null : path));
        else if (_faults.Count == MostOfData) Add("data.more", "There are more faults than are listed here; more will show once these are mended.");
    }

    /// <summary>Forgets the faults found since there were so many.</summary>
    public void CutTo(int count) => _faults.RemoveRange(count, _faults.Count - count);

    public ProfileFault[] ToArray() => [.. _faults];

    public void CheckFinite(string code, string id, string what, double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            Add(code, id, $"{what} is {InvariantText.Of(value)}", "it must be a finite number");
        }
    }

    private void AddPlaced(string code, string? id, string message) =>
        _faults.Add(new ProfileFault(code, id, string.IsNullOrEmpty(Place) ? message : $"{Place}: {message}", string.IsNullOrEmpty(Place) ? null : Place));

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
