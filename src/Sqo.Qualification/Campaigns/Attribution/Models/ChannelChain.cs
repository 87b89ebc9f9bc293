using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A Markov chain whose states are the start, and windows of the last channels of a path; counted moves lead from one to the next, to a
/// conversion or to nothing. Moves from a state to itself are left out: they only delay what comes next.
/// </summary>
internal sealed class ChannelChain
{
    private ChannelChain(int channels, int[] channelOf, int[] rows, int[] targets, double[] moves, double[] conversions, double[] others)
    {
        Channels = channels;
        ChannelOf = channelOf;
        Rows = rows;
        Targets = targets;
        Moves = moves;
        Conversions = conversions;
        Others = others;
    }

    public int Channels { get; }

    /// <summary>The number of states; state 0 is the start.</summary>
    public int States => ChannelOf.Length;

    /// <summary>The last channel of each state; -1 for the start.</summary>
    public int[] ChannelOf { get; }

    /// <summary>The moves of state s are those from place Rows[s] to before Rows[s + 1].</summary>
    public int[] Rows { get; }

    public int[] Targets { get; }

    public double[] Moves { get; }

    /// <summary>The moves of each state to a conversion.</summary>
    public double[] Conversions { get; }

    /// <summary>The moves of each state to the end without one.</summary>
    public double[] Others { get; }

    /// <summary>The chain of counted windows, each followed by the next channel or the end.</summary>
    public static ChannelChain Of(AttributionCount[] counts, int channels)
    {
        var states = new SequenceTable();
        var channelOf = new List<int> { -1 };
        states.PlaceOf([], 0);
        var order = 0;
        foreach (var count in counts) order = Math.Max(order, count.Channels.Length - 1);
        var window = new int[order + 1];

        var from = new int[counts.Length];
        var to = new int[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            var key = counts[i].Channels;
            from[i] = StateOf(key, 0, key.Length - 1);
            var next = key[key.Length - 1];
            // The window that the next channel leaves: as many channels as the order has.
            to[i] = next == AttributionTally.End ? -1 : key.Length > order ? StateOf(key, 1, order) : StateOf(key, 0, key.Length);
        }

        var rows = new int[states.Count + 1];
        var conversions = new double[states.Count];
        var others = new double[states.Count];
        for (var i = 0; i < counts.Length; i++)
        {
            if (to[i] < 0)
            {
                conversions[from[i]] += counts[i].Conversions;
                others[from[i]] += counts[i].NonConversions;
            }
            else if (to[i] != from[i])
            {
                rows[from[i] + 1]++;
            }
        }

        for (var state = 0; state < states.Count; state++) rows[state + 1] += rows[state];
        var targets = new int[rows[states.Count]];
        var moves = new double[targets.Length];
        var ends = (int[])rows.Clone();
        for (var i = 0; i < counts.Length; i++)
        {
            if (to[i] < 0 || to[i] == from[i]) continue;
            var place = ends[from[i]]++;
            targets[place] = to[i];
            moves[place] = (double)counts[i].Conversions + counts[i].NonConversions;
        }

        return new(channels, [.. channelOf], rows, targets, moves, conversions, others);

        int StateOf(int[] key, int start, int length)
        {
            Array.Copy(key, start, window, 0, length);
            var state = states.PlaceOf(window, length);
            if (state == channelOf.Count) channelOf.Add(window[length - 1]);
            return state;
        }
    }
}
