using System;
using System.Collections.Generic;
#if NET
using System.Numerics;
#endif
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The characteristic function of a sum under each node of the shared factor, at integer multiples of one frequency. The factors of deals
/// are multiplied one by one until the product is negligible: no factor is greater than 1, so the remaining factors can't increase it.
/// Amounts that are small relative to the wavelength are combined through their first ten cumulants, and unlikely terms as
/// <see cref="RareTerms"/>. Those of a sum with many wins are combined only if multiplying turns out to take longer: often little is left
/// after the first deals.
/// </summary>
internal sealed class CharacteristicFunction
{
    /// <summary>
    /// A coefficient below this is usually negligible: half of it for all nodes together, and half for each on its own.
    /// </summary>
    public const double UsualDead = 4e-6;

    // An amount times the frequency, in radians, up to which ten cumulants suffice.
    private const double SmallAngle = 1.25;

    // The zeros of 1 + p (exp(w) - 1) have imaginary parts that are odd multiples of pi; so the coefficient of w^n in its logarithm is at
    // most 2.00001 / (n pi^n), and the terms beyond the tenth sum to at most this times angle^11 / (1 - angle / pi).
    private const double Remainder = 6.3e-7;

    // A value becomes 0 only if it is so many times smaller than what is negligible, since the true one can be greater.
    private const double Uncertainty = 2;
    private const int CheckEvery = 12;

    // Sums over nodes are added up in as many lanes.
    private const int Lanes = 4;

    // Fewer small amounts than this are multiplied one by one.
    private const int FewSmall = 12;

    // In multiplications of one node, the cost of a frequency, of the sine and cosine of a term, of a conditional probability, of an
    // exponential with its angle, and of the cumulants of a term.
    private const int FrequencyCost = 60;
    private const int TermCost = 20;
    private const int RowCost = 10;
    private const int SmallCost = 12;
    private const int CumulantCost = 8;

    // The variance of the number of wins above which there are many, and what multiplying may cost before unlikely terms are combined: in
    // all, and for each deal.
    private const double ManyWins = 200;
    private const long MostMultiplied = 120_000;
    private const long MostMultipliedPerDeal = 20;

    private readonly ConditionalTerms _terms;
    private readonly SeriesPrecision? _precision;
    private readonly double _dead;
    private readonly double _leastAlive;
    private readonly double _leastLog;
    private RareTerms? _rare;
    private bool _canCombineLater;
    private long _multiplied;
    private int _last;
    private int _expected;
    private readonly RareScratch _scratch;
    private readonly double[] _logs;
    private readonly double[] _turns;
    private readonly double[] _errors;
    private readonly int _width;
    private readonly int _block;
    private (int Start, int End)[] _alive;
    private (int Start, int End)[] _before;
    private readonly (int Start, int End)[] _aliveOfMiddle;
    private readonly (int Start, int End)[] _beforeOfMiddle;
    private readonly double[] _sums = new double[Lanes];
    private int _aliveCount;
    private int _aliveWidth;
    private readonly double _period;
    private readonly Waves _dealWaves;
    private readonly Waves _newWaves;
    private int[] _deals;
    private int[] _large;
    private int[] _fresh;
    private int[] _largeFresh;
    private IReadOnlyList<TurningDeals> _middle = [];
    private double[][]? _cumulants;
    private int _smallCount;
    private double[]? _newPowers;
    private double _scale;
    private double _newScale;
    private double _squares;
    private double _newRate;
    private readonly double _leastGrowth;
    private readonly double _greatestGrowth;
    private long _mostWork;
    private double _relativeError;

    /// <param name="terms">The terms under each node.</param>
    /// <param name="deals">The groups of deals to include.</param>
    /// <param name="fresh">The new business to include.</param>
    /// <param name="period">The wavelength of the lowest frequency, in steps.</param>
    /// <param name="precision">How precisely unlikely terms are combined, which has an error of its own; null if they must not be.</param>
    /// <param name="scratch">Memory to work in.</param>
    /// <param name="dead">The size of a coefficient below which it is negligible.</param>
    public CharacteristicFunction(
        ConditionalTerms terms, int[] deals, int[] fresh, double period, SeriesPrecision? precision, RareScratch scratch,
        double dead = UsualDead)
    {
        _terms = terms;
        _width = terms.Width;
        _block = Math.Min(ConditionalTerms.Block, _width);
        (_alive, _before) = (new (int, int)[_width / _block], new (int, int)[_width / _block]);
        (_aliveOfMiddle, _beforeOfMiddle) = (new (int, int)[_width / _block], new (int, int)[_width / _block]);
        _period = period;
        _precision = precision;
        _scratch = scratch;
        (_dead, _leastAlive) = (dead, dead / 2 / Uncertainty);
        _leastLog = Logarithm.Of(_leastAlive);
        _canCombineLater = precision is not null && terms.Variance(deals) > ManyWins;
        if (precision is not null && !_canCombineLater) _rare = RareTerms.Take(terms, ref deals, ref fresh, period, precision, scratch);
        _middle = _rare?.Middle ?? [];
        _logs = new double[_width];
        _turns = new double[_width];
        _errors = new double[_width];
        _fresh = fresh;
        _largeFresh = fresh;
        Real = new double[_width];
        Imaginary = new double[_width];
        _dealWaves = new(period);
        _newWaves = new(period);
        _leastGrowth = double.PositiveInfinity;
        for (var node = 0; node < terms.Nodes.Count; node++)
        {
            _leastGrowth = Math.Min(_leastGrowth, terms.Growth[node]);
            _greatestGrowth = Math.Max(_greatestGrowth, terms.Growth[node]);
        }

        _deals = ByVariance(deals);
        _large = _deals;
    }

    /// <summary>The values at the last frequency, by node; all 0 if they are negligible.</summary>
    public double[] Real { get; }

    public double[] Imaginary { get; }

    /// <summary>Whether the values at the last frequency are negligible.</summary>
    public bool IsDead { get; private set; }

    /// <summary>Whether unlikely terms are combined, which has an error that more precision makes smaller.</summary>
    public bool IsCombined => _rare is not null;

    /// <summary>Whether finer grids would make the error of the last values a good deal smaller.</summary>
    public bool IsGridCoarse => _rare?.IsGridCoarse == true;

    /// <summary>What it has cost so far, in multiplications of one node.</summary>
    public long Work { get; private set; }

    /// <summary>What of it has been spent on transforms of combined terms.</summary>
    public long Preparation { get; private set; }

    /// <summary>
    /// The maximum error of the mean of any values because the negligible ones are 0, from the probabilities of each node: for all nodes
    /// together in proportion to their weights, and for each on its own.
    /// </summary>
    /// <param name="terms">The terms under each node.</param>
    /// <param name="shares">The probabilities.</param>
    /// <param name="dead">The size of a coefficient below which it is negligible.</param>
    public static double DeadError(ConditionalTerms terms, double[] shares, double dead)
    {
        double greatest = 0, sum = 0;
        for (var node = 0; node < terms.Nodes.Count; node++)
        {
            greatest = Math.Max(greatest, shares[node] / terms.Weights[node]);
            sum += shares[node];
        }

        return dead / 2 * (greatest + sum);
    }

    /// <summary>The maximum relative errors of the last values, by node, apart from rounding.</summary>
    public double[] RelativeErrors()
    {
        for (var node = 0; node < _errors.Length; node++) _errors[node] = _relativeError + (_rare is null ? 0 : _rare.Errors[node]);
        return _errors;
    }

    /// <summary>The maximum error of the mean of the last values, by the weights of the nodes, apart from rounding.</summary>
    public double Error()
    {
        var error = DeadError(_terms, _terms.Weights, _dead);
        if (_rare is null && _relativeError == 0) return error;
        var errors = RelativeErrors();
        for (var node = 0; node < errors.Length; node++)
        {
            error += _terms.Weights[node] * (Math.Abs(Real[node]) + Math.Abs(Imaginary[node])) * errors[node];
        }

        return error;
    }

    /// <summary>
    /// The cost of preparing for frequencies up to a last one, apart from amounts that are combined: none, if the last values are
    /// negligible.
    /// </summary>
    public long WorkOf(int last) => IsDead || _rare is null ? 0 : _rare.WorkOf(last);

    /// <summary>Calculates the values at a frequency; call in order of frequency. Returns false when the work limit is hit.</summary>
    /// <param name="frequency">The frequency.</param>
    /// <param name="mostWork">The maximum number of factors to multiply, with those so far.</param>
    public bool TryAt(int frequency, long mostWork)
    {
        _mostWork = mostWork;
        IsDead = false;
        if (_canCombineLater && _multiplied > MostMultiplied + (MostMultipliedPerDeal * _deals.Length)) CombineLater();
        Work += FrequencyCost;
        _relativeError = 0;
        if (_cumulants is not null)
        {
            Small(frequency);
        }
        else
        {
            for (var node = 0; node < _width; node++) (Real[node], Imaginary[node]) = (1, 0);
        }

        // Rows are padded.
        for (var node = _terms.Nodes.Count; node < _width; node++) Real[node] = Imaginary[node] = 0;
        (_alive[0], _aliveCount) = ((0, _width), 1);
        if (CheckDead()) return Work <= _mostWork;
        if (_rare is not null)
        {
            // Where nothing is left of the small amounts, they are not needed.
            var work = _rare.Reach(frequency, _last, _expected);
            Work += work;
            Preparation += work;
            _rare.At(frequency);
            MultiplyByExponential(_rare.Logs, _rare.Turns);
            Work += _width * (long)_rare.Columns / 2;
            if (CheckDead() || MultiplyMiddle(frequency)) return Work <= _mostWork;
        }

        if (Multiply(_large, null, _dealWaves, frequency) && _fresh.Length > 0) NewBusiness(frequency);
        return Work <= _mostWork;
    }

    /// <summary>Combines the unlikely terms, with each node's own probabilities, as in the values so far.</summary>
    private void CombineLater()
    {
        _canCombineLater = false;
        var (deals, fresh) = (_deals, _fresh);
        _rare = RareTerms.Take(_terms, ref deals, ref fresh, _period, _precision!, _scratch, isLate: true);
        if (_rare is null) return;
        _middle = _rare.Middle;
        _deals = _large = ByVariance(deals);
        _fresh = _largeFresh = fresh;
        (_cumulants, _smallCount) = (null, 0);
        Reach(_last, _expected);
    }

    private int[] ByVariance(int[] deals)
    {
        if (deals.Length == 0) return deals;
        var order = _terms.Terms.ByVariance;
        if (deals.Length == order.Length) return order;
        var isIncluded = new bool[order.Length];
        foreach (var deal in deals) isIncluded[deal] = true;
        var (included, next) = (new int[deals.Length], 0);
        for (var i = 0; next < included.Length; i++)
        {
            included[next] = order[i];
            next += isIncluded[order[i]] ? 1 : 0;
        }

        return included;
    }

    /// <summary>
    /// Prepares for frequencies up to <paramref name="last"/>: amounts that are small relative to its wavelength are combined. Called again
    /// with twice the frequency each time, so that as few amounts as possible are multiplied one by one.
    /// </summary>
    /// <param name="last">The last frequency until the next call.</param>
    /// <param name="expected">The last frequency that will probably be needed.</param>
    public void Reach(int last, int expected = 0)
    {
        var all = _terms.Terms;
        _dealWaves.Forget();
        _newWaves.Forget();
        (_last, _expected) = (last, expected);
        var greatest = SmallAngle * _period / (Trigonometry.TwoPi * last);
        ReachNew(greatest);
        var small = Array.FindAll(_deals, i => all.Amounts[i] <= greatest);
        var count = small.Length;
        foreach (var middle in _middle)
        {
            middle.Waves.Forget();
            middle.Divide(all, greatest);
            count += middle.Small.Length;
        }

        if (count < FewSmall)
        {
            _large = _deals;
            _cumulants = null;
            foreach (var middle in _middle) middle.Divide(all, 0);
            return;
        }

        // The same amounts as before have the same cumulants.
        if (_cumulants is not null && count == _smallCount) return;
        _smallCount = count;
        _large = Array.FindAll(_deals, i => all.Amounts[i] > greatest);
        _scale = 1;
        _squares = 0;
        foreach (var i in small) _scale = Math.Max(_scale, all.Amounts[i]);
        foreach (var middle in _middle) foreach (var i in middle.Small) _scale = Math.Max(_scale, all.Amounts[i]);
        AddSquares(small);
        foreach (var middle in _middle) AddSquares(middle.Small);
        _cumulants = CumulantsOf(small);
        foreach (var middle in _middle) middle.AddCumulants(all, _scale, _cumulants);

        void AddSquares(int[] deals)
        {
            foreach (var i in deals) _squares += all.Amounts[i] / _scale * (all.Amounts[i] / _scale) * all.Counts[i];
        }
    }

    /// <summary>Combines the small amounts of new business: the first powers of the amounts, by rate.</summary>
    private void ReachNew(double greatest)
    {
        var all = _terms.Terms;
        var small = Array.FindAll(_fresh, i => all.NewAmounts[i] <= greatest);
        if (small.Length < FewSmall)
        {
            _largeFresh = _fresh;
            _newPowers = null;
            return;
        }

        _largeFresh = Array.FindAll(_fresh, i => all.NewAmounts[i] > greatest);
        _newScale = 1;
        _newRate = 0;
        _newPowers = new double[BernoulliCumulants.Orders];
        foreach (var i in small) _newScale = Math.Max(_newScale, all.NewAmounts[i]);
        foreach (var i in small)
        {
            BernoulliCumulants.AddPoisson(_newPowers, all.NewRates[i], all.NewAmounts[i] / _newScale);
            _newRate += all.NewRates[i];
        }

        Work += TermCost * (long)small.Length;
    }

    private double[][] CumulantsOf(int[] small)
    {
        const int Orders = BernoulliCumulants.Orders;
        var all = _terms.Terms;
        var cumulants = new double[Orders][];
        for (var order = 0; order < Orders; order++) cumulants[order] = new double[_width];
        if (_terms.Factor is not { } factor)
        {
            var sums = new double[Orders];
            foreach (var i in small) BernoulliCumulants.Add(sums, all.Probabilities[i], all.Amounts[i] / _scale, all.Counts[i]);
            for (var order = 0; order < Orders; order++) cumulants[order][0] = sums[order];
            Work += CumulantCost * (long)small.Length;
            return cumulants;
        }

        var table = ProbitTable.Of(factor, all.Amounts, all.Counts, small, _scale, Orders);
        for (var row = 0; row < table.Probits.Length; row++)
        {
            BernoulliCumulants.Add(cumulants, _terms.Under(table.Probits[row]), table.Powers, row * Orders);
        }

        Work += CumulantCost * (long)_width * table.Probits.Length;
        return cumulants;
    }

    private void Small(int frequency)
    {
        var u = Trigonometry.TwoPi * frequency * _scale / _period;
        var v = u * u;
        _relativeError = Remainder * _squares * v * v * v * v * v * u / (1 - (u / Math.PI));
        var c = _cumulants!;
        var node = 0;
#if NET
        for (; node <= _width - Vector<double>.Count; node += Vector<double>.Count)
        {
            var (vs, us) = (new Vector<double>(v), new Vector<double>(u));
            var log = At(7) - (vs / Of(90) * At(9));
            log = At(3) - (vs / Of(30) * (At(5) - (vs / Of(56) * log)));
            log = -vs / Of(2) * (At(1) - (vs / Of(12) * log));
            var turn = At(6) - (vs / Of(72) * At(8));
            turn = At(2) - (vs / Of(20) * (At(4) - (vs / Of(42) * turn)));
            turn = us * (At(0) - (vs / Of(6) * turn)) / Of(Trigonometry.TwoPi);
            var isAlive = Vector.GreaterThanOrEqual(log, Of(_leastLog));
            if (Vector.EqualsAll(isAlive, Vector<long>.Zero))
            {
                Vector<double>.Zero.CopyTo(Real, node);
                Vector<double>.Zero.CopyTo(Imaginary, node);
                continue;
            }

            Work -= SmallCost * Vector.Sum(isAlive);
            var size = Exponential.Exp2(Vector.Min(Vector<double>.Zero, log) * Of(1.4426950408889634074));
            size = Vector.ConditionalSelect(isAlive, size, Vector<double>.Zero);
            Trigonometry.At(turn, out var sine, out var cosine);
            (size * cosine).CopyTo(Real, node);
            (size * sine).CopyTo(Imaginary, node);
        }

        Vector<double> At(int order) => new(c[order], node);

        static Vector<double> Of(double number) => new(number);
#endif
        for (; node < _width; node++)
        {
            var log = -v / 2 * (c[1][node] - (v / 12 * (c[3][node] - (v / 30 * (c[5][node] - (v / 56 * (c[7][node]
                - (v / 90 * c[9][node]))))))));
            var turn = u * (c[0][node] - (v / 6 * (c[2][node] - (v / 20 * (c[4][node] - (v / 42 * (c[6][node] - (v / 72 * c[8][node]))))))))
                / Trigonometry.TwoPi;
            if (!(log >= _leastLog))
            {
                Real[node] = Imaginary[node] = 0;
                continue;
            }

            Work += SmallCost;
            var size = Exponential.Exp(Math.Min(0, log));
            Trigonometry.At(turn, out var sine, out var cosine);
            Real[node] = size * cosine;
            Imaginary[node] = size * sine;
        }

        Work += _width;
    }

    /// <summary>Multiplies by the factors of deals; returns whether something is left.</summary>
    /// <param name="deals">The deals.</param>
    /// <param name="ofAll">The probabilities of all of them, which are 0 under the nodes left out; null if each has its own.</param>
    /// <param name="waves">The waves of their amounts.</param>
    /// <param name="frequency">The frequency.</param>
    private bool Multiply(int[] deals, double[]? ofAll, Waves waves, int frequency)
    {
        for (var i = 0; i < deals.Length; i++)
        {
            var deal = deals[i];
            waves.At(i, _terms.Terms.Amounts[deal], frequency, out var cosine, out var sine);
            if (ofAll is null && !_terms.HasRow(deal)) Work += RowCost * _width;
            var row = ofAll ?? _terms.Row(deal);
            var (count, steps) = (_terms.Terms.Counts[deal], 1);
            for (var left = count; left > 1; left >>= 1) steps += 1 + (left & 1);
            if (count == 1) Multiply(row, cosine - 1, sine);
            else MultiplyByPower(row, cosine - 1, sine, count);
            var work = (_aliveWidth * (long)steps) + TermCost;
            Work += work;
            _multiplied += work;
            if (i % CheckEvery == CheckEvery - 1 || count >= CheckEvery)
            {
                // Nodes left out can be alive.
                if (ofAll is null ? CheckDead() : !ClearDead()) return false;
            }

            if (Work > _mostWork) return false;
        }

        return ofAll is not null || !CheckDead();
    }

    /// <summary>Multiplies by the factors of deals that are not combined under some nodes; returns whether nothing is left.</summary>
    private bool MultiplyMiddle(int frequency)
    {
        if (_middle.Count == 0) return false;
        var (alive, before, count) = (_alive, _before, _aliveCount);
        (_alive, _before) = (_aliveOfMiddle, _beforeOfMiddle);
        foreach (var middle in _middle)
        {
            (_aliveCount, _aliveWidth) = (0, 0);
            var run = 0;
            foreach (var start in middle.Blocks)
            {
                while (run < count && alive[run].End <= start) run++;
                if (run < count && alive[run].Start <= start) AddAlive(start);
            }

            if (_aliveCount > 0) Multiply(middle.Large, middle.Row, middle.Waves, frequency);
        }

        (_alive, _before, _aliveCount) = (alive, before, count);
        return CheckDead();
    }

    /// <summary>Multiplies each node's value by 1 + p (cosine - 1) + i p sine.</summary>
    private void Multiply(double[] row, double less, double sine)
    {
#if NET
        if (_width > 1)
        {
            ref var p = ref row[0];
            ref var re = ref Real[0];
            ref var im = ref Imaginary[0];
            var lessens = new Vector<double>(less);
            var sines = new Vector<double>(sine);
            for (var run = 0; run < _aliveCount; run++)
            {
                var (start, end) = _alive[run];
                for (var node = start; node < end; node += Vector<double>.Count)
                {
                    var ps = Vector.LoadUnsafe(ref p, (nuint)node);
                    var a = Vector.LoadUnsafe(ref re, (nuint)node);
                    var b = Vector.LoadUnsafe(ref im, (nuint)node);
                    var c = Vector<double>.One + (ps * lessens);
                    var s = ps * sines;
                    ((a * c) - (b * s)).StoreUnsafe(ref re, (nuint)node);
                    ((a * s) + (b * c)).StoreUnsafe(ref im, (nuint)node);
                }
            }

            return;
        }
#endif
        for (var run = 0; run < _aliveCount; run++)
        {
            for (var node = _alive[run].Start; node < _alive[run].End; node++)
            {
                var (a, b) = (Real[node], Imaginary[node]);
                var c = 1 + (row[node] * less);
                var s = row[node] * sine;
                Real[node] = (a * c) - (b * s);
                Imaginary[node] = (a * s) + (b * c);
            }
        }
    }

    /// <summary>The same for several equal deals: by squares.</summary>
    private void MultiplyByPower(double[] row, double less, double sine, int count)
    {
        for (var run = 0; run < _aliveCount; run++)
        {
            var (node, end) = _alive[run];
#if NET
            for (; node <= end - Vector<double>.Count; node += Vector<double>.Count)
            {
                var ps = new Vector<double>(row, node);
                var (a, b) = (new Vector<double>(Real, node), new Vector<double>(Imaginary, node));
                var (c, s) = (Vector<double>.One + (ps * new Vector<double>(less)), ps * new Vector<double>(sine));
                for (var left = count; ; left >>= 1)
                {
                    if ((left & 1) != 0) (a, b) = ((a * c) - (b * s), (a * s) + (b * c));
                    if (left == 1) break;
                    (c, s) = ((c * c) - (s * s), (c + c) * s);
                }

                a.CopyTo(Real, node);
                b.CopyTo(Imaginary, node);
            }
#endif
            for (; node < end; node++)
            {
                var (a, b) = (Real[node], Imaginary[node]);
                var (c, s) = (1 + (row[node] * less), row[node] * sine);
                for (var left = count; ; left >>= 1)
                {
                    if ((left & 1) != 0) (a, b) = ((a * c) - (b * s), (a * s) + (b * c));
                    if (left == 1) break;
                    (c, s) = ((c * c) - (s * s), (c + c) * s);
                }

                (Real[node], Imaginary[node]) = (a, b);
            }
        }
    }

    /// <summary>Clears values that are negligible, skips blocks without others from then on, and returns whether nothing is left.</summary>
    private bool CheckDead()
    {
        ClearDead();
        // What is not a number is left.
        if (!((_sums[0] + _sums[1]) + (_sums[2] + _sums[3]) <= _leastAlive)) return false;
        Clear();
        return IsDead = true;
    }

    /// <summary>Clears values that are negligible, and returns whether there are others.</summary>
    private bool ClearDead()
    {
        var count = _aliveCount;
        Array.Clear(_sums, 0, _sums.Length);
        // A run can end up as several.
        (_alive, _before) = (_before, _alive);
        (_aliveCount, _aliveWidth) = (0, 0);
        for (var run = 0; run < count; run++)
        {
            var (first, end) = _before[run];
            for (var start = first; start < end; start += _block)
            {
                if (ClearDead(start)) AddAlive(start);
            }
        }

        return _aliveCount > 0;
    }

    /// <summary>Adds a block of nodes to those that are not negligible.</summary>
    private void AddAlive(int start)
    {
        _aliveWidth += _block;
        if (_aliveCount > 0 && _alive[_aliveCount - 1].End == start) _alive[_aliveCount - 1].End = start + _block;
        else _alive[_aliveCount++] = (start, start + _block);
    }

    /// <summary>
    /// Clears the negligible values of a block, and adds up the sizes of the others by their weights; returns whether there are others.
    /// </summary>
    private bool ClearDead(int start)
    {
        var isAlive = false;
#if NET
        if (_block > 1 && Vector<double>.Count == Lanes)
        {
            var (sums, least) = (new Vector<double>(_sums), new Vector<double>(_leastAlive));
            for (var node = start; node < start + _block; node += Lanes)
            {
                var (a, b) = (new Vector<double>(Real, node), new Vector<double>(Imaginary, node));
                var size = Vector.Abs(a) + Vector.Abs(b);
                var isDead = Vector.LessThanOrEqual(size, least);
                isAlive |= !Vector.LessThanOrEqualAll(size, least);
                sums += new Vector<double>(_terms.Weights, node) * Vector.ConditionalSelect(isDead, Vector<double>.Zero, size);
                Vector.ConditionalSelect(isDead, Vector<double>.Zero, a).CopyTo(Real, node);
                Vector.ConditionalSelect(isDead, Vector<double>.Zero, b).CopyTo(Imaginary, node);
            }

            sums.CopyTo(_sums);
            return isAlive;
        }
#endif
        for (var node = start; node < start + _block; node++)
        {
            var size = Math.Abs(Real[node]) + Math.Abs(Imaginary[node]);
            if (size <= _leastAlive) Real[node] = Imaginary[node] = 0;
            else (_sums[node % Lanes], isAlive) = (_sums[node % Lanes] + (_terms.Weights[node] * size), true);
        }

        return isAlive;
    }

    private void Clear()
    {
        Array.Clear(Real, 0, _width);
        Array.Clear(Imaginary, 0, _width);
    }

    private void NewBusiness(int frequency)
    {
        var rates = _terms.Terms.NewRates;
        double real = 0, imaginary = 0;
        if (_newPowers is { } c)
        {
            var u = Trigonometry.TwoPi * frequency * _newScale / _period;
            var v = u * u;
            real = -v / 2 * (c[1] - (v / 12 * (c[3] - (v / 30 * (c[5] - (v / 56 * (c[7] - (v / 90 * c[9]))))))));
            imaginary = u * (c[0] - (v / 6 * (c[2] - (v / 20 * (c[4] - (v / 42 * (c[6] - (v / 72 * c[8]))))))));
            // The remainder of exp(iu) beyond the tenth power is at most u^11 / 11!.
            _relativeError += _greatestGrowth * _newRate * v * v * v * v * v * u / 39_916_800;
        }

        for (var place = 0; place < _largeFresh.Length; place++)
        {
            var i = _largeFresh[place];
            _newWaves.At(place, _terms.Terms.NewAmounts[i], frequency, out var cosine, out var sine);
            real += rates[i] * (cosine - 1);
            imaginary += rates[i] * sine;
            // Each term makes it even smaller.
            if (_leastGrowth * real >= _leastLog) continue;
            Clear();
            IsDead = true;
            Work += TermCost;
            return;
        }

        Work += (_largeFresh.Length * (long)TermCost) + _width;
        for (var node = 0; node < _width; node++)
        {
            _logs[node] = _terms.Growth[node] * real;
            _turns[node] = _terms.Growth[node] * imaginary / Trigonometry.TwoPi;
        }

        MultiplyByExponential(_logs, _turns);
    }

    /// <summary>
    /// Multiplies each node's value by the exponential of a logarithm, at most 0 apart from its error, whose imaginary part is an angle in
    /// turns.
    /// </summary>
    private void MultiplyByExponential(double[] logs, double[] turns)
    {
        var place = 0;
#if NET
        for (; place <= _width - Vector<double>.Count; place += Vector<double>.Count)
        {
            var log = new Vector<double>(logs, place);
            var isAlive = Vector.GreaterThanOrEqual(log, new Vector<double>(_leastLog));
            if (Vector.EqualsAll(isAlive, Vector<long>.Zero))
            {
                Vector<double>.Zero.CopyTo(Real, place);
                Vector<double>.Zero.CopyTo(Imaginary, place);
                continue;
            }

            Work -= SmallCost * Vector.Sum(isAlive);
            var size = Exponential.Exp2(Vector.Min(Vector<double>.Zero, log) * new Vector<double>(1.4426950408889634074));
            size = Vector.ConditionalSelect(isAlive, size, Vector<double>.Zero);
            Trigonometry.At(new Vector<double>(turns, place), out var sine, out var cosine);
            var a = new Vector<double>(Real, place) * size;
            var b = new Vector<double>(Imaginary, place) * size;
            ((a * cosine) - (b * sine)).CopyTo(Real, place);
            ((a * sine) + (b * cosine)).CopyTo(Imaginary, place);
        }
#endif
        for (; place < _width; place++)
        {
            var log = logs[place];
            if (!(log >= _leastLog))
            {
                Real[place] = Imaginary[place] = 0;
                continue;
            }

            Work += SmallCost;
            var size = Exponential.Exp(Math.Min(0, log));
            Trigonometry.At(turns[place], out var sine, out var cosine);
            var (a, b) = (Real[place] * size, Imaginary[place] * size);
            Real[place] = (a * cosine) - (b * sine);
            Imaginary[place] = (a * sine) + (b * cosine);
        }
    }
}
