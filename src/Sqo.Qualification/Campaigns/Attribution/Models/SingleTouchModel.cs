using System;

namespace Sqo.Qualification;

/// <summary>Gives all credit to the first touch, or to the last one whose channel counts.</summary>
internal sealed class SingleTouchModel(string id, bool isFirst, string[] ignored) : PathAttributionModel(id)
{
    protected override bool Share(AttributionPath path, double[] shares)
    {
        var place = isFirst ? 0 : path.Length - 1;
        for (var i = path.Length - 1; i >= 0 && ignored.Length > 0; i--)
        {
            if (IsIgnored(path.Channel(i))) continue;
            place = i;
            break;
        }

        shares[place] = 1;
        return true;
    }

    private bool IsIgnored(string channel)
    {
        foreach (var name in ignored)
        {
            if (string.Equals(name, channel, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
