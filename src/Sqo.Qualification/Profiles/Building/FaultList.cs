using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The faults of one profile as they are found, and whether it is still being built.</summary>
internal sealed class FaultList
{
    // Hostile data must not make a list of faults that is far larger than the data.
    private const int MostOfData = 100;

    private List<ProfileFault>? _listed;
    private bool _isClosed;

    /// <summary>The number found, listed or not.</summary>
    public int Count { get; private set; }

    /// <summary>Where the item being checked is in data or settings; <see langword="null"/> for code.</summary>
    public DataPath? Place;

    private List<ProfileFault> Listed => _listed ??= [];

    /// <summary>Adds a fault of a criterion or group: what is wrong, and the rule.</summary>
    public void Add(string code, string id, string what, string rule) =>
        AddPlaced(code, id, $"\"{Excerpt.Of(id)}\": {what}; {rule}.");

    /// <summary>Adds a fault of the profile as a whole.</summary>
    public void Add(string code, string message) => AddPlaced(code, null, message);

    /// <summary>Adds a fault of data: where it is, what is wrong, and the rule.</summary>
    public void AddAt(DataPath at, string code, string what, string rule)
    {
        if (!TakesMore()) return;
        var path = at.ToString();
        Take(path.Length == 0
            ? new ProfileFault(code, null, $"The definition: {what}; {rule}.")
            : new ProfileFault(code, null, $"{path}: {what}; {rule}{at.Place}.", path));
    }

    /// <inheritdoc cref="AddAt(DataPath, string, string, string)"/>
    public void AddAt(string path, string code, string what, string rule) => AddAt(DataPath.Of(path), code, what, rule);

    /// <summary>Whether one more fault of data is listed. If not, it is counted, and no message is made.</summary>
    public bool TakesMore()
    {
        if (Listed.Count < MostOfData) return true;
        Count++;
        return false;
    }

    /// <summary>Removes the faults found after the given number.</summary>
    public void CutTo(int count)
    {
        Count = count;
        if (Listed.Count > count) Listed.RemoveRange(count, Listed.Count - count);
    }

    /// <summary>The faults, and at the end how many more there are than are listed.</summary>
    public ProfileFault[] ToArray()
    {
        var more = Count - Listed.Count;
        if (more == 0) return [.. Listed];
        var message = more == 1
            ? "There is one more fault than is listed here; it will show"
            : $"There are {InvariantText.Of((long)more)} more faults than are listed here; they will show";
        return [.. Listed, new ProfileFault("data.more", null, message + " after these are fixed.")];
    }

    public void CheckFinite(string code, string id, string what, double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value)) AddNotFinite(code, id, what, value);
    }

    private void AddNotFinite(string code, string id, string what, double value) =>
        Add(code, id, $"{what} is {InvariantText.Of(value)}", "it must be a finite number");

    /// <summary>Adds the fault of a level of evidence that can't be asked for.</summary>
    public void AddLevel(string id, EvidenceLevel level) =>
        Add("evidence.level", id, $"the level is {level}", "it must be Claimed, Confirmed or Documented");

    /// <summary>Adds a fault if no Boolean is evidence of a level.</summary>
    public void CheckFlag(string id, EvidenceLevel level)
    {
        if (level > EvidenceLevel.Confirmed) Add(
            "evidence.flag", id, $"it asks for {level} of a Boolean",
            "true means Confirmed; a higher level needs a selector of EvidenceLevel");
    }

    private void AddPlaced(string code, string? id, string message)
    {
        var path = Place?.ToString();
        if (string.IsNullOrEmpty(path)) Take(new ProfileFault(code, id, message));
        else if (TakesMore()) Take(new ProfileFault(code, id, $"{path}: {message.Substring(0, message.Length - 1)}{Place!.Place}.", path));
    }

    private void Take(ProfileFault fault)
    {
        Count++;
        Listed.Add(fault);
    }

    /// <summary>After this call nothing can be added to the profile.</summary>
    public void Close() => _isClosed = true;

    public void ThrowIfClosed()
    {
        if (_isClosed) ThrowClosed();
    }

    private static void ThrowClosed() => throw new System.InvalidOperationException(
        "The profile is built and can't change any more; its builder works only inside the call that builds the profile.");
}
