using System;

namespace Sqo.Qualification;

/// <summary>
/// The removal effects of all channels from one inverse: with N = (I - Q)^-1 and b the probabilities of converting, the effect of i is
/// N[start, i] / N[i, i] x b_i / b_start, the share of converting walks that pass i.
/// </summary>
/// <remarks>
/// The elimination is that of Grassmann, Taksar and Heyman (1985): pivots are sums of moves, and nothing is ever subtracted, so that even
/// rare conversions keep their digits.
/// </remarks>
internal static class FirstOrderEffects
{
    /// <summary>The effect of each channel, from 0 to 1; <see langword="null"/> if nothing converts.</summary>
    public static double[]? Of(ChannelChain chain)
    {
        var n = chain.States;
        var moves = new double[n][];
        var conversions = (double[])chain.Conversions.Clone();
        var others = (double[])chain.Others.Clone();
        for (var state = 0; state < n; state++)
        {
            moves[state] = new double[n];
            for (var i = chain.Rows[state]; i < chain.Rows[state + 1]; i++) moves[state][chain.Targets[i]] = chain.Moves[i];
        }

        // (D - C) = L U with D the moves out of each state and C those to others: L has 1 and the negative factors, which stay in the
        // lower part, U the pivots and the negative moves.
        var pivots = new double[n];
        for (var k = 0; k < n; k++)
        {
            var row = moves[k];
            var pivot = conversions[k] + others[k];
            for (var j = k + 1; j < n; j++) pivot += row[j];
            pivots[k] = pivot;
            for (var i = k + 1; i < n; i++)
            {
                var other = moves[i];
                if (other[k] == 0) continue;
                var factor = other[k] /= pivot;
                for (var j = k + 1; j < n; j++) other[j] += factor * row[j];
                other[i] = 0;
                conversions[i] += factor * conversions[k];
                others[i] += factor * others[k];
            }
        }

        var reach = new double[n];
        // The eliminated conversions are those of L^-1 already.
        for (var k = n - 1; k >= 0; k--) reach[k] = Back(moves[k], conversions[k], reach, k, n) / pivots[k];
        if (!(reach[0] > 0)) return null;

        var effects = new double[chain.Channels];
        var column = new double[n];
        for (var state = 1; state < n; state++)
        {
            // The column of the state in the inverse, from its own place down to the start.
            Array.Clear(column, 0, n);
            column[state] = 1;
            for (var k = state + 1; k < n; k++)
            {
                double sum = 0;
                for (var j = state; j < k; j++) sum += moves[k][j] * column[j];
                column[k] = sum;
            }

            for (var k = n - 1; k >= 0; k--) column[k] = Back(moves[k], column[k], column, k, n) / pivots[k];
            effects[chain.ChannelOf[state]] = Math.Min(1, column[0] / column[state] * (reach[state] / reach[0]));
        }

        return effects;
    }

    private static double Back(double[] row, double right, double[] solved, int k, int n)
    {
        for (var j = k + 1; j < n; j++) right += row[j] * solved[j];
        return right;
    }
}
