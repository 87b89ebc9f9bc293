using System.Collections.Generic;

namespace PipelineReview;

/// <summary>Collects faults, so that users see all of them at once instead of one per run.</summary>
internal sealed class FaultList
{
    // A path must be shown in full.
    private const int MaxValueLength = 300;

    private readonly List<string> _faults = [];

    public void Add(string where, string? value, string rule)
    {
        string shown = value is null ? "" : " " + Printable.Quote(value, MaxValueLength);
        _faults.Add($"{Printable.Clip(where, MaxValueLength)}{shown}: {rule}");
    }

    public bool Any => _faults.Count > 0;

    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new InputException(_faults);
        }
    }
}
