using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Campaigns.Attribution;

/// <summary>Random paths, and the comparison of some of them.</summary>
internal static class PathSpec
{
    public static List<AttributionPath> Random(SeededRandom random, int paths, int channels, int longest = 6, bool hasValues = true) =>
    [
        .. Enumerable.Range(0, paths).Select(_ =>
        {
            var touches = Touches(random, random.Between(0, longest), channels);
            var conversions = random.Below(3);
            var value = hasValues && conversions > 0 && random.Chance(0.8) ? random.Between(-2_000, 900_000) / 100m : (decimal?)null;
            var anchors = new List<KeyValuePair<AttributionAnchor, int>>();
            foreach (var anchor in new[] { AttributionAnchor.LeadCreation, AttributionAnchor.OpportunityCreation,
                AttributionAnchor.CustomerClose })
            {
                if (touches.Count > 0 && random.Chance(0.7)) anchors.Add(new(anchor, random.Below(touches.Count)));
            }

            return AttributionPath.Of(
                touches, anchors, conversions, random.Below(3), value, random.Pick("EUR", "SEK", null!));
        }),
    ];

    public static AttributionPath Seq(string sequence, long conversions = 1, long nonConversions = 0, decimal? value = null) =>
        AttributionPath.Parse(sequence, conversions, nonConversions, value);

    public static AttributionComparison Compare(IEnumerable<AttributionPath> paths, params AttributionModel[] models) =>
        AttributionComparison.Of(paths, models.Length == 0 ? null : models);

    /// <summary>The value of a key; the default if there is none.</summary>
    public static TValue? At<TKey, TValue>(this Dictionary<TKey, TValue> table, TKey key)
        where TKey : notnull => table.TryGetValue(key, out var value) ? value : default;

    /// <summary>The anchors of a path, to make another one.</summary>
    public static List<KeyValuePair<AttributionAnchor, int>> AnchorsOf(AttributionPath path)
    {
        var anchors = new List<KeyValuePair<AttributionAnchor, int>>();
        for (var anchor = AttributionAnchor.FirstTouch; anchor <= AttributionAnchor.CustomerClose; anchor++)
        {
            if (path.PlaceOf(anchor) is { } place) anchors.Add(new(anchor, place));
        }

        return anchors;
    }

    public static double[] Shares(ModelAttribution model) => [.. model.Channels.Select(channel => channel.Share!.Value)];

    private static List<AttributionTouch> Touches(SeededRandom random, int count, int channels)
    {
        var hasTimes = random.Chance(0.8);
        var days = (double)(count * 9);
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
                new AttributionTouch("c" + random.Below(channels), hasTimes ? days -= random.Share() * 9 : null)),
        ];
    }
}
