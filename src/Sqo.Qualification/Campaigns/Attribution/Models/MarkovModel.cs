using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Removal effects in a Markov chain of channels (Anderl, Becker, von Wangenheim and Schumann 2016), computed exactly from an absorbing
/// chain (Kemeny and Snell 1960).
/// </summary>
internal sealed class MarkovModel(int order, bool collapsesRepeats) : AttributionModel(
    "markov-" + InvariantText.Of((long)order) + (collapsesRepeats ? "-collapsed" : ""))
{
    // At order 1, a channel that follows itself changes no probability of reaching another one.
    private readonly bool _collapses = collapsesRepeats || order == 1;

    public override void Count(AttributionPath path, AttributionTally tally)
    {
        Guard.NotNull(path);
        var window = Guard.NotNull(tally).Scratch(order + 1);
        var length = 0;
        for (var i = 0; i <= path.Length; i++)
        {
            var next = i == path.Length ? AttributionTally.End : tally.ChannelOf(i);
            if (_collapses && length > 0 && window[length - 1] == next) continue;
            window[length++] = next;
            tally.CountKnown(window, length);
            if (length <= order) continue;
            for (var j = 0; j < order; j++) window[j] = window[j + 1];
            length--;
        }
    }

    public override AttributionWeights Attribute(AttributionTally tally)
    {
        var channels = Guard.NotNull(tally).Channels.Count;
        var chain = ChannelChain.Of(tally.SortedSequences(), channels);
        var effects = order == 1 ? FirstOrderEffects.Of(chain) : RemovalEffects.Of(chain);
        return effects is null ? AttributionWeights.None(AttributionNote.NothingConverts) : AttributionWeights.Shares(effects, effects);
    }
}
