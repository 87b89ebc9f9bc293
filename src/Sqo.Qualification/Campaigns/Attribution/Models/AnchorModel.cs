using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Fixed shares for the touches that are anchors, and the rest in equal parts to the touches between them. A touch with two roles has the
/// shares of both; the share of an anchor that is missing, or of touches between if there are none, goes to the anchors in proportion.
/// </summary>
internal sealed class AnchorModel(string id, double[] anchors) : AttributionModel(id)
{
    public const int Anchors = (int)AttributionAnchor.CustomerClose + 1;

    internal override bool CountsConversionsOnly => true;

    public override void Count(AttributionPath path, AttributionTally tally)
    {
        if (Guard.NotNull(path).Conversions == 0) return;
        var shares = Guard.NotNull(tally).Buffer(path.Length);
        double known = 0, all = 0;
        var last = 0;
        var isMissing = false;
        for (var anchor = 0; anchor < Anchors; anchor++)
        {
            if (anchors[anchor] == 0) continue;
            all += anchors[anchor];
            var place = path.Place((AttributionAnchor)anchor);
            isMissing |= place < 0;
            if (place < 0) continue;
            known += anchors[anchor];
            shares[place] += anchors[anchor];
            last = Math.Max(last, place);
        }

        if (known == 0)
        {
            tally.LeaveUnshared();
            return;
        }

        var between = 0;
        for (var i = 0; i <= last; i++) between += shares[i] == 0 ? 1 : 0;
        var rest = between == 0 ? 0 : Math.Max(0, 1 - all);
        var each = between == 0 ? 0 : rest / between;
        var scale = (1 - rest) / known;
        for (var i = 0; i <= last; i++) shares[i] = shares[i] == 0 ? each : shares[i] * scale;
        tally.ShareKnown(shares);
        if (isMissing) tally.Note(AttributionNote.MissingAnchor, path.Conversions);
        tally.Note(AttributionNote.AfterLastAnchor, (path.Length - 1 - last) * path.Conversions);
    }

    public override AttributionWeights Attribute(AttributionTally tally) => Guard.NotNull(tally).Shares();
}
