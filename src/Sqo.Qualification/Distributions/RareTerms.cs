using System;
using System.Collections.Generic;
#if NET
using System.Numerics;
#endif
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The logarithm of the characteristic function of many terms with an unlikely outcome, at all frequencies at once. That of a deal is a
/// power series in r w, with r = p / (1 - p) and w = exp(iua), and the sum of each power over all deals is the Fourier transform of
/// weights at their amounts: they are spread over a grid (<see cref="GridKernel"/>), so that one fast transform gives all frequencies,
/// and those of w squared at every second frequency, and so on.
/// Likely deals are written as their certain amount less an unlikely loss. Under the shared factor, the powers of r are smooth functions
/// of the probit, interpolated between a few points of it (Chebyshev), so that the transforms are the same for all nodes. Deals of one
/// probability can be unlikely under some nodes and likely under others, where the transforms are the conjugate ones.
/// </summary>
internal sealed class RareTerms
{
    /// <summary>The share of the outermost nodes on each side that take the probabilities of the next node, unless combined late.</summary>
    public const double Outermost = 2e-5;

    // Fewer terms are multiplied one by one. With more columns than this per deal, transforms take longer than multiplying. Where there are
    // many wins, little is left after few deals, so that multiplying takes less.
    private const int Fewest = 64;
    private const double ColumnsPerDeal = 0.25;
    private const int FewestOfMany = 128;
    private const double ColumnsPerDealOfMany = 0.08;

    private const int MostPowers = 10;

    // How many times the error wanted is acceptable if more powers or points can't make it smaller.
    private const double MostExcess = 3;

    // The greatest error of all ranges together under any node.
    private const double MostErrorOfNode = 0.5;
    private const int FewestPoints = 3;
    private const int MostPoints = 12;

    // About the most that one more point divides the error by.
    private const double ErrorPerPoint = 30;
    private const int MostProbedNodes = 48;

    // Up to this many different probabilities, the deals of each are combined on their own: where the ratio is at most this, but under
    // nodes with at least a share of the weight.
    private const int MostKinds = 16;
    private const double MostRatio = 0.25;
    private const double LeastCombined = 0.5;

    private const int Lanes = 4;

    // Frequencies whose coefficients lie together.
    private const int Block = 16;
    private const int FirstReach = 96;
    private const int MostTogether = 1 << 15;

    // Fewer terms of one cell of the grid don't share weights.
    private const int FewestShared = 6;

    // In multiplications of one node, the cost of the weights of a term, of spreading it for one point, and of a cell of a transform of two
    // points.
    private const int WeightsCost = 45;
    private const int SpreadCost = 11;
    private const int TransformCost = 22;

    // The greatest probability of the unlikely outcome; without a factor, the first one with which the series converges soon enough.
    private static readonly double[] Limits = [1 / 3.0, 0.2, 0.125, 0.08, 0.04];

    private readonly ConditionalTerms _terms;
    private readonly double _period;
    private readonly SeriesPrecision _precision;
    private readonly RareScratch _scratch;
    private readonly int _fewest;
    private readonly double _columnsPerDeal;
    private readonly List<Group> _groups = [];
    private readonly List<double[]> _coefficients = [];
    private readonly double[] _fixedErrors;
    private readonly double[] _masses;
    private double[] _table = [];
    private double _gridError = -1;
    private double _gridStep;
    private double _certainTurns;
    private readonly List<TurningDeals> _middle = [];

    // Columns of ranges and of new business come first, then those of each probability, whose angles have a sign under each node. These are
    // the ends of both, the signs, and the turns that are certain because deals of one probability are likely.
    private readonly List<int> _ends = [];
    private readonly List<double[]> _signs = [];
    private double[]? _certainByNode;
    private readonly int _first;
    private readonly int _last;
    private int _reach;

    // By block of frequencies from the first one that is kept: for each, the real parts of all columns, then the imaginary ones.
    private double[][] _transforms = [];
    private int _offset;
    private int _returned;

    private RareTerms(ConditionalTerms terms, double period, SeriesPrecision precision, RareScratch scratch, bool isLate)
    {
        _terms = terms;
        _period = period;
        _precision = precision;
        _scratch = scratch;
        (_fewest, _columnsPerDeal) = isLate ? (FewestOfMany, ColumnsPerDealOfMany) : (Fewest, ColumnsPerDeal);
        _fixedErrors = new double[terms.Width];
        _masses = new double[terms.Width];
        Logs = new double[terms.Width];
        Turns = new double[terms.Width];
        Errors = new double[terms.Width];
        (_first, _last) = isLate ? (0, terms.Nodes.Count - 1) : Within(terms);
    }

    /// <summary>The real part of the logarithm at the last frequency, by node, and the angle in turns.</summary>
    public double[] Logs { get; }

    public double[] Turns { get; }

    /// <summary>The maximum relative error of the characteristic function at the last frequency, by node.</summary>
    public double[] Errors { get; }

    /// <summary>Whether at the last frequency more of the error comes from the grids than from the terms of the series.</summary>
    public bool IsGridCoarse => _terms.Mean(_masses) * _gridError > _terms.Mean(_fixedErrors);

    /// <summary>The number of transforms that each node adds up at a frequency.</summary>
    public int Columns { get; private set; }

    /// <summary>The deals that have to be multiplied one by one under some nodes.</summary>
    public IReadOnlyList<TurningDeals> Middle => _middle;

    /// <summary>The maximum error from the outermost nodes, from the probabilities of each node.</summary>
    public static double OutermostError(ConditionalTerms terms, double[] shares)
    {
        var (first, last) = Within(terms);
        var sum = 0.0;
        for (var node = 0; node < terms.Nodes.Count; node++) sum += node < first || node > last ? 2 * shares[node] : 0;
        return sum;
    }

    private static (int First, int Last) Within(ConditionalTerms terms)
    {
        var (first, last) = (0, terms.Nodes.Count - 1);
        for (var (low, high) = (terms.Nodes.Below, terms.Nodes.Above); first < last;)
        {
            if ((low += terms.Weights[first]) <= Outermost) first++;
            else if ((high += terms.Weights[last]) <= Outermost) last--;
            else break;
        }

        return (first, last);
    }

    /// <summary>Takes the terms that suit; null if they are few.</summary>
    /// <param name="terms">The terms under each node.</param>
    /// <param name="deals">The groups of deals; those left are returned.</param>
    /// <param name="fresh">The new business; that left is returned.</param>
    /// <param name="period">The wavelength of the lowest frequency, in steps.</param>
    /// <param name="precision">How precisely they are combined.</param>
    /// <param name="scratch">Memory to work in.</param>
    /// <param name="isLate">
    /// Whether terms are combined only after some coefficients were calculated one by one, as there are many wins: the outermost nodes keep
    /// their own probabilities, as in those.
    /// </param>
    public static RareTerms? Take(
        ConditionalTerms terms, ref int[] deals, ref int[] fresh, double period, SeriesPrecision precision, RareScratch scratch,
        bool isLate = false)
    {
        if (deals.Length + fresh.Length < Fewest) return null;
        var rare = new RareTerms(terms, period, precision, scratch, isLate);
        if (fresh.Length >= Fewest)
        {
            rare.AddNew(fresh);
            fresh = [];
        }

        var (kinds, ofKinds) = (terms.Factor?.Kinds, Array.Empty<int>());
        if (kinds?.Probits.Length <= MostKinds) (ofKinds, deals) = rare.OfLargeKinds(deals, kinds);
        foreach (var isLikely in new[] { false, true })
        {
            if (deals.Length < Fewest) break;
            deals = terms.Factor is null ? rare.AddUpToLimit(deals, isLikely) : rare.AddRanges(deals, isLikely);
        }

        rare._ends.Add(rare._coefficients.Count);
        if (ofKinds.Length > 0) deals = [.. deals, .. rare.AddKinds(ofKinds, kinds!)];

        rare.Columns = rare._coefficients.Count;
        return rare.Columns == 0 ? null : rare;
    }

    /// <summary>Adds the deals up to a limit with which the series converges soon enough, and returns the others.</summary>
    private int[] AddUpToLimit(int[] deals, bool isLikely)
    {
        var chances = Array.ConvertAll(deals, deal =>
        {
            var p = _terms.Terms.Probabilities[deal];
            return isLikely ? 1 - p : p;
        });
        foreach (var limit in Limits)
        {
            var (taken, left) = Split(deals, chances, limit);
            if (taken.Length < Fewest) break;
            if (TryAddRatios(taken, isLikely)) return left;
        }

        return deals;
    }

    /// <summary>Adds deals by ranges of the probit, each with powers and points of its own, and returns the others.</summary>
    private int[] AddRanges(int[] deals, bool isLikely)
    {
        var factor = _terms.Factor!;
        var ranges = _scratch.Ranges;
        ranges.Set(deals, factor.Probits);
        var limit = factor.ProbitOf(isLikely ? 1 - Limits[0] : Limits[0], _terms.Nodes.At(isLikely ? _first : _last));
        var middle = ranges.Divide(0, deals.Length, limit);
        var (first, beyond) = isLikely ? (middle, deals.Length) : (0, middle);
        var left = new List<int>(deals.Length - (beyond - first));
        Leave(0, first);
        Leave(beyond, deals.Length);
        Add(first, beyond);
        return [.. left];

        void Add(int start, int end)
        {
            var (least, most) = ranges.Extent(start, end);
            var share = (end - start) / (double)(beyond - first);
            if (end - start >= _fewest && TryAddPoints(ranges.DealsOf(start, end), least, most, isLikely, share)) return;
            if (end - start < _fewest || least == most)
            {
                Leave(start, end);
                return;
            }

            // Between two neighboring numbers there is none.
            var between = (least + most) / 2;
            var upper = ranges.Divide(start, end, between < most ? between : least);
            Add(start, upper);
            Add(upper, end);
        }

        void Leave(int start, int end)
        {
            left.AddRange(ranges.DealsOf(start, end));
        }
    }

    /// <summary>The deals of each probability of which there are enough, and the others.</summary>
    private (int[] OfKinds, int[] Others) OfLargeKinds(int[] deals, ProbitKinds kinds)
    {
        var counts = CountsOf(deals, kinds);
        return Array.TrueForAll(counts, count => count == 0 || count >= _fewest)
            ? (deals, [])
            : (Array.FindAll(deals, deal => counts[kinds.OfDeals[deal]] >= _fewest),
                Array.FindAll(deals, deal => counts[kinds.OfDeals[deal]] < _fewest));
    }

    private static int[] CountsOf(int[] deals, ProbitKinds kinds)
    {
        var counts = new int[kinds.Probits.Length];
        foreach (var deal in deals) counts[kinds.OfDeals[deal]]++;
        return counts;
    }

    /// <summary>Adds the deals of each probability, and returns those that can't be.</summary>
    private int[] AddKinds(int[] deals, ProbitKinds kinds)
    {
        var counts = CountsOf(deals, kinds);
        var ofKinds = Array.ConvertAll(counts, count => new int[count]);
        Array.Clear(counts, 0, counts.Length);
        foreach (var deal in deals)
        {
            var kind = kinds.OfDeals[deal];
            ofKinds[kind][counts[kind]++] = deal;
        }

        var isTaken = Array.ConvertAll(Indexes.Of(counts.Length), kind =>
            counts[kind] > 0 && TryAddKind(ofKinds[kind], kinds.Probits[kind], counts[kind] / (double)deals.Length));
        return Array.FindAll(deals, deal => !isTaken[kinds.OfDeals[deal]]);
    }

    /// <summary>
    /// Adds deals of one probability, if the series converges soon enough under most nodes; under the others they are left.
    /// </summary>
    private bool TryAddKind(int[] deals, double probit, double share)
    {
        var nodes = _terms.Nodes.Count;
        var (number, row) = (0.0, _terms.Under(probit));
        foreach (var deal in deals) number += _terms.Terms.Counts[deal];
        var (ratios, signs) = (new double[_terms.Width], new double[_terms.Width]);
        for (var node = 0; node < nodes; node++)
        {
            var p = row[Math.Max(_first, Math.Min(_last, node))];
            signs[node] = p > 0.5 ? -1 : 1;
            ratios[node] = RatioOf(p, p > 0.5);
        }

        var isCombined = Array.ConvertAll(ratios, ratio => ratio <= MostRatio);
        double combined = 0, total = 0;
        for (var node = 0; node < nodes; node++)
        {
            total += _terms.Weights[node];
            combined += isCombined[node] ? _terms.Weights[node] : 0;
        }

        if (!(combined >= LeastCombined * total)) return false;
        var (wanted, powers, error) = (share * _precision.Error, 0, double.PositiveInfinity);
        for (; error > wanted && powers < MostPowers; error = MissedBy(powers)) powers++;
        if (error > MostExcess * wanted || powers > _columnsPerDeal * number) return false;
        for (var node = 0; node < nodes; node++)
        {
            // What is calculated must not be small where the truth isn't.
            var missed = _fixedErrors[node] + (number * Remainder(ratios[node], powers));
            isCombined[node] &= missed <= MostErrorOfNode;
            if (!isCombined[node]) continue;
            _fixedErrors[node] = missed;
            _masses[node] -= number * Logarithm.Of(1 - ratios[node]);
        }

        if (!Array.Exists(isCombined, each => each)) return false;
        for (var power = 1; power <= powers; power++)
        {
            _coefficients.Add(Array.ConvertAll(Indexes.Of(signs.Length), node => isCombined[node] ? Term(ratios[node], power) : 0));
        }

        _ends.Add(_coefficients.Count);
        _signs.Add(signs);
        _groups.Add(new(deals, [probit], powers));
        var certain = TurnsOf(deals);
        _certainByNode ??= new double[signs.Length];
        for (var node = 0; node < nodes; node++) _certainByNode[node] += isCombined[node] && signs[node] < 0 ? certain : 0;
        if (Array.TrueForAll(isCombined, each => each)) return true;
        var left = Array.ConvertAll(Indexes.Of(signs.Length), node => isCombined[node] ? 0 : row[node]);
        _middle.Add(new(deals, left, _period));
        return true;

        double MissedBy(int after)
        {
            var missed = 0.0;
            for (var node = 0; node < nodes; node++)
            {
                missed += isCombined[node] ? _terms.Weights[node] * (number * Remainder(ratios[node], after)) : 0;
            }

            return missed;
        }
    }

    /// <summary>The deals whose value is not above a limit, and the others.</summary>
    private static (int[] Taken, int[] Left) Split(int[] deals, double[] values, double limit)
    {
        var count = 0;
        foreach (var value in values) count += value <= limit ? 1 : 0;
        if (count == deals.Length) return (deals, []);
        var (taken, left) = (new int[count], new int[deals.Length - count]);
        var (next, other) = (0, 0);
        for (var i = 0; i < deals.Length; i++)
        {
            if (values[i] <= limit) taken[next++] = deals[i];
            else left[other++] = deals[i];
        }

        return (taken, left);
    }

    /// <summary>The cost of preparing for frequencies up to a last one.</summary>
    public long WorkOf(int last)
    {
        if (last <= _reach) return 0;
        var reach = FirstReach;
        while (reach < last) reach *= 2;
        var work = 0L;
        foreach (var group in _groups)
        {
            var together = Together(group, reach);
            work += group.Powers / together * CostOf(group, SizeOf(together, reach));
        }

        return work;
    }

    /// <summary>Prepares for frequencies, if that is not done; returns what it cost, in multiplications of one node.</summary>
    /// <param name="first">The first frequency that is still needed.</param>
    /// <param name="last">The last one for now.</param>
    /// <param name="expected">The last one that will probably be needed.</param>
    public long Reach(int first, int last, int expected)
    {
        // A grid is least exact for the last frequencies that it reaches.
        if (last <= _reach) return 0;
        // As far as a grid whose size is a power of two reaches.
        for (_reach = FirstReach; _reach < Math.Max(last, expected);) _reach *= 2;
        var columns = Columns;
        _offset = first;
        if (_table.Length == 0) _table = Flat();
        for (; _returned < _transforms.Length; _returned++) _scratch.Return(_transforms[_returned]);
        _returned = 0;
        _transforms = new double[((_reach - _offset) / Block) + 1][];
        for (var block = 0; block < _transforms.Length; block++) _transforms[block] = _scratch.Rent(Block * 2 * columns);
        FourierTransform? transform = null;
        double[] scales = [];
        var (column, work) = (0, 0L);
        _gridStep = 0;
        foreach (var group in _groups)
        {
            var together = Together(group, _reach);
            var size = SizeOf(together, _reach);
            _gridStep = Math.Max(_gridStep, together / (double)size);
            if (transform?.Size != size) (transform, scales) = (new(size), GridKernel.ScalesOf(size));
            var turns = group.Turns(_terms, _period, _scratch);
            var weights = group.Weights(_terms, _scratch, out var totals);
            for (var power = 1; power <= group.Powers; power += together)
            {
                Transform(group, turns, weights, totals, power, together, column, transform, scales);
                column += group.Points * together;
                work += CostOf(group, size);
            }
        }

        return work;
    }

    /// <summary>The number of powers that share a transform: all, if that costs less than one for each.</summary>
    private int Together(Group group, int reach)
    {
        var size = SizeOf(group.Powers, reach);
        return size <= MostTogether && CostOf(group, size) < group.Powers * CostOf(group, SizeOf(1, reach)) ? group.Powers : 1;
    }

    private int SizeOf(int powers, int reach)
    {
        var size = GridKernel.Width;
        while (GridKernel.ReachOf(size) < reach * powers * _precision.Fineness) size *= 2;
        return size;
    }

    private static long CostOf(Group group, int size) =>
        (group.Count * (long)(WeightsCost + (group.Points * SpreadCost)))
            + ((group.Points + 1) / 2 * (long)size * TransformCost);

    /// <summary>The terms of the series by node and column; those of as many nodes as a vector has lie together.</summary>
    private double[] Flat()
    {
        var columns = Columns;
        var table = new double[Logs.Length * columns];
        var width = Math.Min(Lanes, Logs.Length);
        for (var node = 0; node < Logs.Length; node++)
        {
            var start = (node / width * width * columns) + (node % width);
            for (var i = 0; i < columns; i++) table[start + (i * width)] = _coefficients[i][node];
        }

        _coefficients.Clear();
        return table;
    }

    /// <summary>Calculates <see cref="Logs"/> and <see cref="Turns"/> at a frequency; call in order of frequency.</summary>
    public void At(int frequency)
    {
        var certain = _certainTurns * frequency;
        certain -= Math.Floor(certain);
        SetErrors(GridKernel.ErrorAt(frequency * _gridStep));
        var columns = Columns;
        var current = (frequency - _offset) / Block;
        // Others use the memory again.
        for (; _returned < current; _returned++)
        {
            _scratch.Return(_transforms[_returned]);
            _transforms[_returned] = [];
        }

        var (block, first) = (_transforms[current], (frequency - _offset) % Block * 2 * columns);
#if NET
        if (Logs.Length >= Lanes && Vector<double>.Count == Lanes)
        {
            ref var c = ref _table[0];
            for (var node = 0; node < Logs.Length; node += 2 * Lanes)
            {
                var (log, turn) = (Vector<double>.Zero, Vector<double>.Zero);
                var (log2, turn2) = (Vector<double>.Zero, Vector<double>.Zero);
                var at = (nuint)(node * columns);
                var at2 = at + (nuint)(Lanes * columns);
                var i = first;
                for (var ended = 0; ended < _ends.Count; ended++)
                {
                    var (part, part2) = (Vector<double>.Zero, Vector<double>.Zero);
                    for (var end = first + _ends[ended]; i < end; i++)
                    {
                        var (re, im) = (new Vector<double>(block[i]), new Vector<double>(block[i + columns]));
                        var (a, b) = (Vector.LoadUnsafe(ref c, at), Vector.LoadUnsafe(ref c, at2));
                        log += a * re;
                        part += a * im;
                        log2 += b * re;
                        part2 += b * im;
                        at += Lanes;
                        at2 += Lanes;
                    }

                    if (ended == 0)
                    {
                        (turn, turn2) = (part, part2);
                        continue;
                    }

                    var signs = _signs[ended - 1];
                    turn += part * new Vector<double>(signs, node);
                    turn2 += part2 * new Vector<double>(signs, node + Lanes);
                }

                log.CopyTo(Logs, node);
                (turn + CertainOf(node)).CopyTo(Turns, node);
                log2.CopyTo(Logs, node + Lanes);
                (turn2 + CertainOf(node + Lanes)).CopyTo(Turns, node + Lanes);
            }

            return;
        }
#endif
        var width = Math.Min(Lanes, Logs.Length);
        for (var node = 0; node < Logs.Length; node++)
        {
            double log = 0, turn = 0;
            var at = (node / width * width * columns) + (node % width);
            var i = first;
            for (var ended = 0; ended < _ends.Count; ended++)
            {
                var part = 0.0;
                for (var end = first + _ends[ended]; i < end; i++, at += width)
                {
                    log += _table[at] * block[i];
                    part += _table[at] * block[i + columns];
                }

                turn = ended == 0 ? part : turn + (part * _signs[ended - 1][node]);
            }

            Logs[node] = log;
            var own = (_certainByNode?[node] ?? 0) * frequency;
            Turns[node] = turn + (own - Math.Floor(own) + certain);
        }

#if NET
        Vector<double> CertainOf(int node)
        {
            if (_certainByNode is null) return new(certain);
            var turns = new Vector<double>(_certainByNode, node) * new Vector<double>(frequency);
            return turns - Vector.Floor(turns) + new Vector<double>(certain);
        }
#endif
    }

    /// <summary>Sets <see cref="Errors"/> for a maximum relative error of the transforms.</summary>
    private void SetErrors(double ofGrid)
    {
        // Many frequencies share it.
        if (ofGrid == _gridError) return;
        _gridError = ofGrid;
        for (var node = 0; node < Errors.Length; node++)
        {
            var error = _fixedErrors[node] + (_masses[node] * ofGrid);
            Errors[node] = error < 1 ? error * (1 + error) : 2;
        }
    }

    private double Ratio(double probit, int node, bool isLikely)
    {
        var p = _terms.Factor!.Probability(probit, _terms.Nodes.At(Math.Max(_first, Math.Min(_last, node))));
        return RatioOf(p, isLikely);
    }

    /// <summary>The probability of the unlikely outcome divided by that of the other one.</summary>
    private static double RatioOf(double p, bool isLikely) => isLikely ? (1 - p) / p : p / (1 - p);

    /// <summary>The ratios under all nodes.</summary>
    private double[] Ratios(double probit, bool isLikely)
    {
        var ratios = new double[_terms.Width];
        _terms.Factor!.Condition(probit, _terms.Nodes, ratios);
        for (var node = _first; node <= _last; node++)
        {
            ratios[node] = RatioOf(ratios[node], isLikely);
        }

        for (var node = 0; node < _first; node++) ratios[node] = ratios[_first];
        for (var node = _last + 1; node < _terms.Nodes.Count; node++) ratios[node] = ratios[_last];
        return ratios;
    }

    private void AddNew(int[] fresh)
    {
        var all = _terms.Terms;
        _groups.Add(new(fresh, [0], 1) { IsNew = true });
        var rate = 0.0;
        foreach (var i in fresh) rate += all.NewRates[i];
        _coefficients.Add(_terms.Growth);
        for (var node = 0; node < _masses.Length; node++) _masses[node] += rate * _terms.Growth[node];
    }

    /// <summary>Adds deals without a factor, if the series converges soon enough: the powers of the ratios are the weights.</summary>
    /// <param name="deals">The deals.</param>
    /// <param name="isLikely">Whether the unlikely outcome is that they are lost.</param>
    private bool TryAddRatios(int[] deals, bool isLikely)
    {
        var all = _terms.Terms;
        var counts = Array.ConvertAll(deals, deal => (double)all.Counts[deal]);
        var ratios = Array.ConvertAll(deals, deal => RatioOf(all.Probabilities[deal], isLikely));
        var powers = 0;
        double error;
        do
        {
            powers++;
            error = 0;
            for (var i = 0; i < ratios.Length; i++) error += counts[i] * Remainder(ratios[i], powers);
        }
        while (error > _precision.Error && powers < MostPowers);

        if (error > MostExcess * _precision.Error) return false;
        TakeCertain(deals, isLikely);
        _fixedErrors[0] += error;
        for (var i = 0; i < ratios.Length; i++) _masses[0] -= counts[i] * Logarithm.Of(1 - ratios[i]);
        for (var power = 1; power <= powers; power++)
        {
            _coefficients.Add([Term(1, power)]);
            var weights = Array.ConvertAll(Indexes.Of(ratios.Length), i => counts[i] * Power(ratios[i], power));
            _groups.Add(new(deals, [0], 1) { Multiple = isLikely ? -power : power, OwnWeights = weights });
        }

        return true;
    }

    /// <summary>
    /// Adds a range of deals, if the series converges soon enough: the weights are those of the points between which the powers are
    /// interpolated.
    /// </summary>
    /// <param name="deals">The deals.</param>
    /// <param name="least">Their least probit.</param>
    /// <param name="most">Their greatest probit.</param>
    /// <param name="isLikely">Whether the unlikely outcome is that they are lost.</param>
    /// <param name="share">The share of the error that they may have.</param>
    private bool TryAddPoints(int[] deals, double least, double most, bool isLikely, double share)
    {
        var number = 0.0;
        foreach (var deal in deals) number += _terms.Terms.Counts[deal];
        var wanted = share * _precision.Error;
        var nodes = _terms.Nodes.Count;
        var extreme = isLikely ? least : most;
        var greatest = Ratios(extreme, isLikely);
        var powers = 0;
        double error;
        do
        {
            powers++;
            error = 0;
            for (var node = 0; node < nodes; node++)
            {
                error += _terms.Weights[node] * (number * Remainder(greatest[node], powers));
            }
        }
        while (error > wanted && powers < MostPowers);

        if (error > MostExcess * wanted) return false;
        for (var count = most > least ? FewestPoints : 1; ; count += MorePoints(error / wanted, MostPoints - count))
        {
            if (count * powers > _columnsPerDeal * number) return false;
            var grid = new PointGrid(this, least, most, count, isLikely);
            var (coefficients, errors, isEnough) = (new List<double[]>(), new double[nodes], true);
            var total = 0.0;
            for (var power = 1; power <= powers && (isEnough || count == MostPoints); power++)
            {
                var values = Array.ConvertAll(grid.Ratios, ratios => Array.ConvertAll(ratios, ratio => Term(ratio, power)));
                var missed = grid.Missed(values, power);
                error = 0;
                for (var node = 0; node < nodes; node++)
                {
                    errors[node] += number * missed[node];
                    error += _terms.Weights[node] * (number * missed[node]);
                }

                isEnough &= error <= wanted;
                total += error;
                coefficients.AddRange(values);
            }

            if (!isEnough && count < MostPoints) continue;
            if (!isEnough && !(total <= MostExcess * wanted)) return false;
            for (var node = 0; node < nodes; node++) errors[node] += number * Remainder(greatest[node], powers);
            // What is calculated must not be small where the truth isn't.
            for (var node = 0; node < nodes; node++)
            {
                if (!(_fixedErrors[node] + errors[node] <= MostErrorOfNode)) return false;
            }

            for (var node = 0; node < nodes; node++)
            {
                _fixedErrors[node] += errors[node];
                _masses[node] -= number * Logarithm.Of(1 - greatest[node]);
            }

            _coefficients.AddRange(coefficients);
            TakeCertain(deals, isLikely);
            _groups.Add(new(deals, grid.Points, powers) { Multiple = isLikely ? -1 : 1 });
            return true;
        }
    }

    /// <summary>How many more points to try at least, if the error of the last ones was too large.</summary>
    /// <param name="excess">The error divided by what is wanted.</param>
    /// <param name="most">The most that can be added.</param>
    private static int MorePoints(double excess, int most)
    {
        var more = 1;
        for (; (excess /= ErrorPerPoint) > 1 && more < most;) more++;
        return more;
    }

    /// <summary>Adds the amounts of deals, if they are likely, to what is certain; their loss has the reversed sign.</summary>
    private void TakeCertain(int[] deals, bool isLikely)
    {
        if (isLikely) _certainTurns += TurnsOf(deals);
    }

    /// <summary>The sum of the amounts of some deals, as parts of the period.</summary>
    private double TurnsOf(int[] deals)
    {
        var (all, turns) = (_terms.Terms, 0.0);
        foreach (var deal in deals) turns += all.Amounts[deal] / _period * all.Counts[deal];
        return turns;
    }

    private static double Term(double ratio, int power) => (power % 2 == 0 ? -1 : 1) * Power(ratio, power) / power;

    /// <summary>A bound on the terms of the series after the first powers.</summary>
    private static double Remainder(double ratio, int powers) => 2 * Power(ratio, powers + 1) / ((powers + 1) * (1 - ratio));

    private static double Power(double number, int power)
    {
        var product = number;
        for (; power > 1; power--) product *= number;
        return product;
    }

    /// <summary>For each point, the inverted product of its differences from the others.</summary>
    private static double[] ScalesOf(double[] points) => Array.ConvertAll(points, point =>
    {
        var product = 1.0;
        foreach (var other in points) product *= other == point ? 1 : point - other;
        return 1 / product;
    });

    /// <summary>Lagrange's weights of the points at a probit: each is the product of the differences from the others, scaled.</summary>
    private static void Shares(double[] points, double[] scales, double probit, double[] shares)
    {
        var before = 1.0;
        for (var i = 0; i < points.Length; i++)
        {
            shares[i] = before * scales[i];
            before *= probit - points[i];
        }

        var after = 1.0;
        for (var i = points.Length - 1; i >= 0; i--)
        {
            shares[i] *= after;
            after *= probit - points[i];
        }
    }

    /// <summary>Transforms the columns of some powers of a group, those of two points at a time.</summary>
    private void Transform(
        Group group, double[] turns, double[] weights, double[] totals, int first, int powers, int column, FourierTransform transform,
        double[] scales)
    {
        var size = transform.Size;
        var points = group.Points;
        // What falls beyond the end is folded back.
        var rows = _scratch.Grids((points + 1) / 2 * 2, size + GridKernel.Width);
        Spread(group, turns, weights, first, size, rows, _scratch.Cells);
        for (var point = 0; point < points; point++)
        {
            for (var i = 0; i < GridKernel.Width; i++) rows[point][i] += rows[point][size + i];
        }

        for (var point = 0; point < points; point += 2) transform.Run(rows[point], rows[point + 1]);
        for (var block = 0; block < _transforms.Length; block++)
        {
            for (var multiple = 1; multiple <= powers; multiple++)
            {
                for (var point = 0; point < points; point++)
                {
                    Read(rows, point, totals[point], multiple, size, scales, block, column + ((multiple - 1) * points) + point);
                }
            }
        }
    }

    /// <summary>Spreads each term over the grid of each point, by its weight, cell after cell.</summary>
    private static void Spread(
        Group group, double[] turns, double[] weights, int first, int size, double[][] rows, GridCells cells)
    {
        var (points, width) = (group.Points, group.Width);
        var (spread, moments) = (new double[GridKernel.Width], new double[GridKernel.Width * width]);
        cells.Sort(turns, group.Count, first, size);
        for (var next = 0; next < cells.Count;)
        {
            var end = cells.EndOf(next, out var cell);
            var start = (cell + size - GridKernel.Before) & (size - 1);
            var isShared = end - next >= FewestShared;
            if (isShared) Array.Clear(moments, 0, moments.Length);
            for (; next < end; next++)
            {
                var own = cells.TermAt(next, out var place) * width;
                if (isShared)
                {
                    if (width == 1) GridKernel.AddMoments(moments, place, weights[own]);
                    else GridKernel.AddMoments(moments, place, weights, own, width);
                    continue;
                }

                GridKernel.WeightsAt(place, spread);
                for (var point = 0; point < points; point++) GridKernel.Add(rows[point], start, spread, weights[own + point]);
            }

            for (var point = 0; point < points && isShared; point++)
            {
                GridKernel.WeightsOf(moments, width, point, spread);
                GridKernel.Add(rows[point], start, spread, 1);
            }
        }
    }

    /// <summary>
    /// The coefficients of a column, of positive angles, without that at 0, at multiples of some frequencies: from the real part of what
    /// was transformed for an even point, and from the imaginary one for the next point.
    /// </summary>
    private void Read(
        double[][] rows, int point, double total, int multiple, int size, double[] scales, int block, int column)
    {
        var columns = Columns;
        var isOdd = point % 2 == 1;
        var (re, im) = isOdd ? (rows[point], rows[point - 1]) : (rows[point], rows[point + 1]);
        var sign = isOdd ? -1 : 1;
        var (transforms, place, end) = (_transforms[block], column, Math.Min(_offset + ((block + 1) * Block), _reach + 1));
        for (var n = _offset + (block * Block); n < end; n++, place += 2 * columns)
        {
            var (at, back, scale) = (n * multiple, size - (n * multiple), scales[n * multiple] / 2);
            transforms[place] = ((re[at] + re[back]) * scale) - total;
            transforms[place + columns] = sign * (im[back] - im[at]) * (scale / Trigonometry.TwoPi);
        }
    }

    /// <summary>The ratios of deals between some points of the probit and halfway between these.</summary>
    private sealed class PointGrid
    {
        private readonly double[][] _shares;
        private readonly double[][] _probed;
        private readonly int _nodes;
        private readonly int _stride;

        public PointGrid(RareTerms rare, double least, double most, int count, bool isLikely)
        {
            _nodes = rare._terms.Nodes.Count;
            _stride = 1 + (_nodes / MostProbedNodes);
            Points = new double[count];
            for (var i = 0; i < count; i++) Points[i] = count == 1 ? least : Between(i + 0.5);
            Ratios = Array.ConvertAll(Points, point => rare.Ratios(point, isLikely));
            var scales = ScalesOf(Points);
            var probes = most > least ? Array.ConvertAll(Indexes.Of(count + 1), probe => Between(probe)) : [];
            _shares = Array.ConvertAll(probes, probe =>
            {
                var shares = new double[count];
                Shares(Points, scales, probe, shares);
                return shares;
            });
            _probed = Array.ConvertAll(probes, probe =>
            {
                if (_stride == 1) return rare.Ratios(probe, isLikely);
                var ratios = new double[_nodes];
                for (var node = 0; node < _nodes; node += _stride) ratios[node] = rare.Ratio(probe, node, isLikely);
                return ratios;
            });

            double Between(double place)
            {
                Trigonometry.At(place / (2 * count), out _, out var cosine);
                return ((least + most) / 2) + ((most - least) / 2 * cosine);
            }
        }

        public double[] Points { get; }

        /// <summary>By point and node.</summary>
        public double[][] Ratios { get; }

        /// <summary>The greatest error of the interpolated terms of a power by node: twice that halfway between the points.</summary>
        public double[] Missed(double[][] values, int power)
        {
            var missed = new double[_nodes];
            for (var probe = 0; probe < _probed.Length; probe++)
            {
                for (var node = 0; node < _nodes; node += _stride)
                {
                    var error = -Term(_probed[probe][node], power);
                    for (var i = 0; i < values.Length; i++) error += _shares[probe][i] * values[i][node];
                    missed[node] = Math.Max(missed[node], 4 * Math.Abs(error));
                }
            }

            // Nodes between those probed have the greater error of the two.
            for (var node = 0; node < _nodes && _probed.Length > 0; node++)
            {
                var before = node - (node % _stride);
                if (node != before) missed[node] = Math.Max(missed[before], before + _stride < _nodes ? missed[before + _stride] : 0);
            }

            return missed;
        }
    }

    /// <summary>Terms whose powers share their weights.</summary>
    private sealed class Group
    {
        private readonly int[] _places;
        private readonly double[] _points;
        private readonly double[] _scales;

        /// <param name="places">The indexes of the deals, or of new business.</param>
        /// <param name="points">The points of the probit between which is interpolated.</param>
        /// <param name="powers">The number of powers of the waves.</param>
        public Group(int[] places, double[] points, int powers)
        {
            (_places, _points, Powers) = (places, points, powers);
            _scales = ScalesOf(points);
        }

        /// <summary>Whether the terms are new business.</summary>
        public bool IsNew { get; init; }

        /// <summary>What amounts are multiplied by: a negative number for deals that are likely. The default is 1.</summary>
        public int Multiple { get; init; } = 1;

        /// <summary>The weights, if they are not the numbers of equal deals or the rates of new business.</summary>
        public double[]? OwnWeights { get; init; }

        public int Powers { get; }

        /// <summary>The number of terms.</summary>
        public int Count => _places.Length;

        public int Points => _points.Length;

        /// <summary>The number of weights of a term: one for each point, padded with zeros to whole vectors if there are several.</summary>
        public int Width => Points == 1 ? 1 : (Points + Lanes - 1) / Lanes * Lanes;

        /// <summary>The amounts as parts of the period, until the next call for any group.</summary>
        public double[] Turns(ConditionalTerms terms, double period, RareScratch scratch)
        {
            var amounts = IsNew ? terms.Terms.NewAmounts : terms.Terms.Amounts;
            var turns = scratch.Turns(Count);
            for (var i = 0; i < _places.Length; i++) turns[i] = amounts[_places[i]] / period * Multiple;
            return turns;
        }

        /// <summary>
        /// The weights of the points, term after term, until the next call for any group: those of all take too much memory to keep.
        /// </summary>
        /// <param name="terms">All terms.</param>
        /// <param name="scratch">Memory to work in.</param>
        /// <param name="totals">Receives the sum of the weights of each point.</param>
        public double[] Weights(ConditionalTerms terms, RareScratch scratch, out double[] totals)
        {
            totals = new double[Points];
            var weights = scratch.Weights(Width * Count);
            // A single point has the whole weight.
            var shares = new double[Width];
            shares[0] = 1;
            for (int i = 0, next = 0; i < _places.Length; i++, next += shares.Length)
            {
                var place = _places[i];
                if (Points > 1) Shares(_points, _scales, terms.Factor!.Probits[place], shares);
                var number = OwnWeights is { } own ? own[i] : IsNew ? terms.Terms.NewRates[place] : terms.Terms.Counts[place];
                for (var point = 0; point < shares.Length; point++) weights[next + point] = number * shares[point];
                for (var point = 0; point < totals.Length; point++) totals[point] += weights[next + point];
            }

            return weights;
        }
    }
}
