using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Gives equal shares to all touches, or to all distinct channels. The latter is also the Shapley value if a set of channels is worth
/// the conversions of the paths within it (Zhao and others 2018, arXiv 1804.05327).
/// </summary>
internal sealed class LinearModel(string id, bool isDistinct) : AttributionModel(id)
{
    private readonly bool _isDistinct = isDistinct;

    internal override bool CountsConversionsOnly => true;

    internal override bool CountsAs(AttributionModel other) => other is LinearModel linear && linear._isDistinct == _isDistinct;

    public override void Count(AttributionPath path, AttributionTally tally)
    {
        if (Guard.NotNull(path).Conversions == 0) return;
        var shares = Guard.NotNull(tally).Buffer(path.Length);
        var count = path.Length;
        if (_isDistinct)
        {
            // The first touch of each channel takes its share.
            count = 0;
            for (var i = 0; i < shares.Length; i++)
            {
                if (!tally.IsFirstOfItsChannel(i)) continue;
                shares[i] = 1;
                count++;
            }
        }

        var share = 1.0 / count;
        for (var i = 0; i < shares.Length; i++)
        {
            if (!_isDistinct || shares[i] != 0) shares[i] = share;
        }

        tally.ShareKnown(shares);
    }

    public override AttributionWeights Attribute(AttributionTally tally) => Guard.NotNull(tally).Shares();
}
