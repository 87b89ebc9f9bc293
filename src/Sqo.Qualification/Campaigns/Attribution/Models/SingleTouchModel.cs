using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Gives all credit to the first touch, or to the last one whose channel counts.</summary>
internal sealed class SingleTouchModel(string id, bool isFirst, string[] ignored) : AttributionModel(id)
{
    internal override bool CountsConversionsOnly => true;

    public override void Count(AttributionPath path, AttributionTally tally)
    {
        if (Guard.NotNull(path).Conversions == 0) return;
        var place = isFirst ? 0 : path.Length - 1;
        for (var i = path.Length - 1; i >= 0 && ignored.Length > 0; i--)
        {
            if (IsIgnored(path.Channel(i))) continue;
            place = i;
            break;
        }

        Guard.NotNull(tally).GiveAll(place);
    }

    public override AttributionWeights Attribute(AttributionTally tally) => Guard.NotNull(tally).Shares();

    private bool IsIgnored(string channel)
    {
        foreach (var name in ignored)
        {
            if (string.Equals(name, channel, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
