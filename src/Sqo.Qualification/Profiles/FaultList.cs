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
    private int _unlisted;

    /// <summary>How many there are, those that are not listed included.</summary>
    public int Count => _faults.Count + _unlisted;

    /// <summary>Where in data or settings that stands which is being looked at; <see langword="null"/> for code.</summary>
    public DataPath? Place { get; set; }

    /// <summary>A fault of a criterion or group: what it has, and the rule.</summary>
    public void Add(string code, string id, string what, string rule) =>
        AddPlaced(code, id, $"\"{Excerpt.Of(id)}\": {what}; {rule}.");

    /// <summary>A fault of the profile as a whole.</summary>
    public void Add(string code, string message) => AddPlaced(code, null, message);

    /// <summary>A fault of data: where it stands, what it is, and the rule.</summary>
    public void AddAt(DataPath at, string code, string what, string rule)
    {
        if (!TakesMore()) return;
        var path = at.ToString();
        _faults.Add(new ProfileFault(code, null, path.Length == 0 ? $"The definition: {what}; {rule}." : $"{path}: {what}; {rule}{at.Place}.", path.Length == 0 ? null : path));
    }

    /// <inheritdoc cref="AddAt(DataPath, string, string, string)"/>
    public void AddAt(string path, string code, string what, string rule) => AddAt(DataPath.Of(path), code, what, rule);

    /// <summary>Whether more faults of data are listed. Where not, that there are more is said once, and no message need be made.</summary>
    public bool TakesMore()
    {
        if (_faults.Count == MostOfData) Add("data.more", "There are more faults than are listed here; more will show once these are mended.");
        if (_faults.Count < MostOfData) return true;
        _unlisted++;
        return false;
    }

    /// <summary>Forgets the faults found since there were so many.</summary>
    public void CutTo(int count)
    {
        if (count < _faults.Count) _faults.RemoveRange(count, _faults.Count - count);
    }

    public ProfileFault[] ToArray() => [.. _faults];

    public void CheckFinite(string code, string id, string what, double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            Add(code, id, $"{what} is {InvariantText.Of(value)}", "it must be a finite number");
        }
    }

    private void AddPlaced(string code, string? id, string message)
    {
        var path = Place?.ToString();
        _faults.Add(string.IsNullOrEmpty(path)
            ? new ProfileFault(code, id, message)
            : new ProfileFault(code, id, $"{path}: {message.Substring(0, message.Length - 1)}{Place!.Place}.", path));
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
