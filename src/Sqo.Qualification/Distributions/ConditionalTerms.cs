using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// Terms under each node of the shared factor; rows are padded to whole vectors, with weight 0 beyond the nodes.
/// </summary>
internal sealed class ConditionalTerms
{
    /// <summary>Rows are padded to multiples of this, enough for the widest vectors.</summary>
    public const int Block = 8;

    private readonly double[]?[] _rows;
    private readonly Dictionary<double, double[]> _byProbit;
    private double[]? _column;
    private int _columnNode = -1;

    public ConditionalTerms(LatticeTerms terms, SharedFactor? factor, FactorNodes nodes)
    {
        Terms = terms;
        Factor = factor;
        Nodes = nodes;
        Width = nodes.Count == 1 ? 1 : (nodes.Count + Block - 1) / Block * Block;
        _rows = new double[terms.GroupCount][];
        _byProbit = [];
        Weights = new double[Width];
        Growth = new double[Width];
        for (var node = 0; node < nodes.Count; node++)
        {
            Weights[node] = nodes.Weight(node);
            Growth[node] = factor?.Growth(nodes.At(node)) ?? 1;
        }
    }

    private ConditionalTerms(ConditionalTerms other, LatticeTerms terms)
    {
        Terms = terms;
        Factor = other.Factor;
        Nodes = other.Nodes;
        Width = other.Width;
        Weights = other.Weights;
        Growth = other.Growth;
        _rows = other._rows;
        _byProbit = other._byProbit;
    }

    public LatticeTerms Terms { get; }

    public SharedFactor? Factor { get; }

    public FactorNodes Nodes { get; }

    /// <summary>The length of a row.</summary>
    public int Width { get; }

    public double[] Weights { get; }

    /// <summary>The multiplier of the rates of new business under each node.</summary>
    public double[] Growth { get; }

    /// <summary>Terms of other amounts with the same probabilities.</summary>
    public ConditionalTerms With(long[] amounts, long[] newAmounts) =>
        new(this, Terms.With(amounts, newAmounts));

    /// <summary>Whether there are only deals, and most of them are likely under the mean of the nodes.</summary>
    public bool IsMostlyWon()
    {
        if (Terms.NewCount > 0) return false;
        var (values, limit) = Factor is null ? (Terms.Probabilities, 0.5) : (Factor.Probits, -Math.Sqrt(Factor.Correlation) * Nodes.Mean());
        var difference = 0L;
        for (var i = 0; i < values.Length; i++) difference += values[i] > limit ? Terms.Counts[i] : -Terms.Counts[i];
        return difference > 0;
    }

    /// <summary>The deals with the probabilities that they are lost.</summary>
    public ConditionalTerms Mirrored() => new(Terms.Mirrored, Factor?.Mirrored, Nodes.Mirrored());

    /// <summary>The mean of a number over the nodes.</summary>
    public double Mean(double[] byNode)
    {
        var mean = 0.0;
        for (var node = 0; node < byNode.Length; node++) mean += Weights[node] * byNode[node];
        return mean;
    }

    /// <summary>The node below which a share of the weight lies.</summary>
    public int NodeAbove(double share)
    {
        var total = 0.0;
        foreach (var weight in Weights) total += weight;
        var node = 0;
        for (var below = Weights[0]; below < share * total; below += Weights[node]) node++;
        return node;
    }

    /// <summary>The variance of the number of wins of some deals, under the middle node by weight.</summary>
    public double Variance(int[] deals)
    {
        var (column, variance) = (Column(NodeAbove(0.5)), 0.0);
        foreach (var deal in deals) variance += Terms.Counts[deal] * column[deal] * (1 - column[deal]);
        return variance;
    }

    /// <summary>Whether the row of a group exists already.</summary>
    public bool HasRow(int group) => _rows[group] is not null;

    /// <summary>The probabilities of a group of deals under each node.</summary>
    public double[] Row(int group)
    {
        if (_rows[group] is { } row) return row;
        if (Factor is null) return _rows[group] = [Terms.Probabilities[group]];
        // Where deals have the probabilities of a few stages, few rows are calculated.
        var probit = Factor.Probits[group];
        return _rows[group] = Factor.Kinds is null ? Conditioned(probit) : Under(probit);
    }

    /// <summary>
    /// The conditional probabilities of a probit, by node; kept, because those of a <see cref="ProbitTable"/> recur.
    /// </summary>
    public double[] Under(double probit)
    {
        if (_byProbit.TryGetValue(probit, out var row)) return row;
        row = Conditioned(probit);
        _byProbit.Add(probit, row);
        return row;
    }

    private double[] Conditioned(double probit)
    {
        var row = new double[Width];
        Factor!.Condition(probit, Nodes, row);
        return row;
    }

    /// <summary>The probabilities of all groups of deals under a node, valid until the next call with another node.</summary>
    public double[] Column(int node)
    {
        if (Factor is null) return Terms.Probabilities;
        if (_columnNode == node) return _column!;
        _column ??= new double[Terms.GroupCount];
        Factor.Condition(Nodes.At(node), _column);
        _columnNode = node;
        return _column;
    }
}
