using System;

namespace Sqo.Qualification;

/// <summary>
/// The removal effects of all channels, with a solve for each: every move into a window that ends with the channel leads to nothing.
/// </summary>
internal static class RemovalEffects
{
    // Below it, elimination is quicker than sweeps; above the second, its matrix would be too large.
    private const int FewStates = 128;
    private const int MostDense = 4096;

    private const int FewSweeps = 500;
    private const int MostSweeps = 1_000_000;
    private const double Precision = 1e-15;
    private const double LastPlace = 2.3e-16;

    private const int None = -2;

    /// <summary>The effect of each channel, from 0 to 1; <see langword="null"/> if nothing converts.</summary>
    public static double[]? Of(ChannelChain chain)
    {
        var all = Converting(chain, None);
        if (!(all > 0)) return null;
        var effects = new double[chain.Channels];
        for (var channel = 0; channel < effects.Length; channel++)
        {
            effects[channel] = Math.Max(0, 1 - (Converting(chain, channel) / all));
        }

        return effects;
    }

    /// <summary>The probability of converting from the start without a channel.</summary>
    private static double Converting(ChannelChain chain, int removed)
    {
        if (chain.States <= FewStates) return ByElimination(chain, removed);
        return BySweeps(chain, removed, chain.States <= MostDense ? FewSweeps : MostSweeps) ?? ByElimination(chain, removed);
    }

    /// <summary>
    /// Sweeps over b_s = sum of p(s, t) b_t + p(s, conversion), each with the newest values (Gauss and Seidel), from 0 upwards until
    /// what is left, at the rate at which the changes shrink, is rounding; <see langword="null"/> if that takes too many sweeps.
    /// </summary>
    private static double? BySweeps(ChannelChain chain, int removed, int most)
    {
        var n = chain.States;
        var rows = new int[n + 1];
        var targets = new int[chain.Targets.Length];
        var shares = new double[targets.Length];
        var ends = new double[n];
        var count = 0;
        for (var state = 0; state < n; state++)
        {
            rows[state] = count;
            if (chain.ChannelOf[state] == removed) continue;
            var sum = chain.Conversions[state] + chain.Others[state];
            for (var i = chain.Rows[state]; i < chain.Rows[state + 1]; i++) sum += chain.Moves[i];
            ends[state] = chain.Conversions[state] / sum;
            for (var i = chain.Rows[state]; i < chain.Rows[state + 1]; i++)
            {
                if (chain.ChannelOf[chain.Targets[i]] == removed) continue;
                targets[count] = chain.Targets[i];
                shares[count++] = chain.Moves[i] / sum;
            }
        }

        rows[n] = count;
        var values = new double[n];
        double before = 0, rateBefore = 1;
        for (var sweep = 0; sweep < most; sweep++)
        {
            double change = 0;
            for (var state = n - 1; state >= 0; state--)
            {
                var value = ends[state];
                for (var i = rows[state]; i < rows[state + 1]; i++) value += shares[i] * values[targets[i]];
                if (value == values[state]) continue;
                change = Math.Max(change, Math.Abs(value - values[state]) / value);
                values[state] = value;
            }

            var rate = before == 0 ? 1 : change / before;
            var slower = Math.Max(rate, rateBefore);
            if (change == 0 || (slower < 1 && change * slower / (1 - slower) <= Precision)) return values[0];
            // Only rounding still moves.
            if (change <= LastPlace && most == MostSweeps) return values[0];
            (before, rateBefore) = (change, rate);
        }

        return most == MostSweeps ? values[0] : null;
    }

    /// <summary>
    /// Takes the states away one after the other, the last first, and moves what led to them on to where they lead (Grassmann, Taksar and
    /// Heyman 1985): nothing is subtracted.
    /// </summary>
    private static double ByElimination(ChannelChain chain, int removed)
    {
        var n = chain.States;
        var moves = new double[n][];
        var conversions = (double[])chain.Conversions.Clone();
        var others = (double[])chain.Others.Clone();
        for (var state = 0; state < n; state++)
        {
            moves[state] = new double[state + 1];
        }

        // The moves to later states, by their target.
        var later = new double[n][];
        for (var state = 0; state < n; state++) later[state] = new double[state];
        for (var state = 0; state < n; state++)
        {
            for (var i = chain.Rows[state]; i < chain.Rows[state + 1]; i++)
            {
                var target = chain.Targets[i];
                if (chain.ChannelOf[target] == removed) others[state] += chain.Moves[i];
                else if (target < state) moves[state][target] += chain.Moves[i];
                else later[target][state] += chain.Moves[i];
            }
        }

        for (var k = n - 1; k > 0; k--)
        {
            if (chain.ChannelOf[k] == removed) continue;
            var row = moves[k];
            var pivot = conversions[k] + others[k];
            for (var j = 0; j < k; j++) pivot += row[j];
            for (var i = 0; i < k; i++)
            {
                var into = later[k][i];
                if (into == 0) continue;
                var factor = into / pivot;
                conversions[i] += factor * conversions[k];
                others[i] += factor * others[k];
                var own = moves[i];
                for (var j = 0; j < i; j++) own[j] += factor * row[j];
                for (var j = i + 1; j < k; j++) later[j][i] += factor * row[j];
            }
        }

        return conversions[0] / (conversions[0] + others[0]);
    }
}
