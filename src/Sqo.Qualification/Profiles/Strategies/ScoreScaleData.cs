using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Where a scale starts, as data.</summary>
internal static class ScoreScaleData
{
    private const string FromZero = "fromZero";
    private const string Stretched = "stretched";

    /// <summary>The setting of the scale, which configuration can change.</summary>
    public static DataMember Setting(string name) => new(name, new ChoiceShape(FromZero, Stretched), isAdjustable: true);

    /// <summary>The scale; if none is set, it starts at 0.</summary>
    public static ScoreScale Read(DataNode? node) => node?.Scalar == Stretched ? ScoreScale.Stretched : ScoreScale.FromZero;

    /// <summary>The setting; nothing for a scale that starts at 0.</summary>
    public static IEnumerable<KeyValuePair<string, DataNode>> Write(string name, ScoreScale scale) =>
        scale == ScoreScale.Stretched ? [DataNode.Member(name, DataNode.Of(Stretched))] : [];
}
