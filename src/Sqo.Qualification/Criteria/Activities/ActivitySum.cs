using System;

namespace Sqo.Qualification;

/// <summary>
/// The size of the points of activities. They are added oldest first, and those of the same time by size, so that the sum has the same
/// bits whatever the order of the list is; where all have the same size and no period matters, shares of it are summed exactly instead.
/// </summary>
internal struct ActivitySum
{
    // A share has 53 bits after the point. Two sums, of its high and its low bits, have room for 2^26 shares without rounding.
    private const double ShareUnits = 1L << 53;
    private const int LowBits = 27;
    private const long LowMask = (1L << LowBits) - 1;

    private readonly ActivityRule _rule;
    private readonly EvaluationContext _context;
    private readonly double _halfLifeTicks;
    private readonly bool _hasOrder;
    private readonly bool _sumsShares;

    // What the activities at unknown times would be in a period, if they were all in it; of the sum before.
    private readonly int _placedCount;
    private readonly double _placedSize;

    private long _lastTime;
    private double _lastSize;
    private double _sum;
    private long _highShares;
    private long _lowShares;
    private long _period;
    private double _points;
    private double _decayed;

    // The least decay of an activity of the period whose value is missing; NaN if there is none.
    private double _openDecay;
    private double _openSize;
    private int _openCount;
    private bool _isOpen;

    // At most what activities whose value or time is missing take away, as they lessen the share of others in a full period.
    private double _lostToValues;
    private double _lostToTimes;
    private double _mostLost;

    public ActivitySum(ActivityRule rule, in EvaluationContext context)
    {
        this = default;
        _rule = rule;
        _context = context;
        if (rule.HalfLifeDays is { } days) _halfLifeTicks = HalfLifeCondition.TicksOf(days);
        _hasOrder = rule.IsTimesValue || rule.PeriodCap is not null;
        _sumsShares = !_hasOrder && _halfLifeTicks > 0;
        _openDecay = double.NaN;
    }

    private ActivitySum(in ActivitySum before, int placedCount, double placedSize)
        : this(before._rule, in before._context)
    {
        _placedCount = placedCount;
        _placedSize = placedSize;
    }

    /// <summary>The number of activities whose time is missing, and of those whose value is.</summary>
    public ActivityGaps Gaps { get; private set; }

    /// <summary>Whether it has to know about all activities at unknown times before it can tell.</summary>
    public readonly bool NeedsPlaces => _openCount > 0 && _placedCount == 0 && _halfLifeTicks > 0 && _rule.PeriodCap is not null;

    /// <summary>The same sum from its start.</summary>
    public readonly ActivitySum FromStart() => new(in this, _placedCount, _placedSize);

    /// <summary>The same sum from its start, which knows about the activities at unknown times.</summary>
    public readonly ActivitySum WithPlaces() => new(in this, _openCount, _openSize);

    /// <summary>Adds an activity; <see langword="false"/> if it is older than the one before.</summary>
    /// <param name="at">The time, not after <c>asOf</c>.</param>
    /// <param name="size">The size of its points, before decay; NaN if its value is missing.</param>
    public bool TryAdd(DateTime at, double size)
    {
        if (_sumsShares)
        {
            var share = (long)(HalfLifeCondition.Decay(at, _halfLifeTicks, in _context) * ShareUnits);
            _highShares += share >> LowBits;
            _lowShares += share & LowMask;
            return true;
        }

        if (_hasOrder)
        {
            if (at.Ticks < _lastTime || (at.Ticks == _lastTime && size < _lastSize)) return false;
            if (at.Ticks > _lastTime) _lastSize = 0;
            _lastTime = at.Ticks;
            if (size > _lastSize) _lastSize = size;
        }

        var decay = _halfLifeTicks > 0 ? HalfLifeCondition.Decay(at, _halfLifeTicks, in _context) : 1;
        if (_rule.PeriodCap is null)
        {
            if (double.IsNaN(size)) AddUnvalued();
            else _sum += size * decay;
            return true;
        }

        var period = _rule.PeriodOf(at);
        if (period != _period) ClosePeriod();
        _period = period;
        if (double.IsNaN(size))
        {
            Gaps = Gaps.PlusUnvalued();
            // The oldest comes first.
            if (double.IsNaN(_openDecay)) _openDecay = decay;
            return true;
        }

        _points += size;
        _decayed += size * decay;
        return true;
    }

    /// <summary>Adds an activity at an unknown time: it gives points of any age, or none if it is ahead.</summary>
    public void AddUndated(double size)
    {
        if (size == 0) return;
        var isUnvalued = double.IsNaN(size);
        Gaps = isUnvalued ? Gaps.PlusUndated().PlusUnvalued() : Gaps.PlusUndated();
        _openCount++;
        _openSize += isUnvalued ? double.PositiveInfinity : size;
    }

    /// <summary>
    /// The size of the points of the activities that are known, or NaN if others could change the answer: they can't if there are at least
    /// as many points as the limit even in the worst case.
    /// </summary>
    public double Within(double limit)
    {
        ClosePeriod();
        if (_sumsShares) _sum = ((_highShares * (double)(1L << LowBits)) + _lowShares) / ShareUnits * Math.Abs(_rule.PointsEach);
        if (_openCount == 0 && !_isOpen) return _sum;
        // Each activity is in one period.
        var lost = _lostToValues + Math.Min(_lostToTimes, _placedCount * _mostLost);
        return _sum - lost >= limit ? _sum : double.NaN;
    }

    private void AddUnvalued()
    {
        Gaps = Gaps.PlusUnvalued();
        _isOpen = true;
    }

    private void ClosePeriod()
    {
        if (_points > 0 || !double.IsNaN(_openDecay))
        {
            var given = _rule.OfPeriod(_points, _decayed);
            _sum += given;
            // Without a half-life, points above a full cap change nothing.
            if (!double.IsNaN(_openDecay) && (_halfLifeTicks > 0 || _points < _rule.PeriodCap))
            {
                _isOpen = true;
                _lostToValues += Math.Max(0, given - (_rule.PeriodCap!.Value * _openDecay));
            }

            if (_placedCount > 0)
            {
                var lost = Math.Max(0, given - WithUndated());
                _lostToTimes += lost;
                _mostLost = Math.Max(_mostLost, lost);
            }
        }

        _points = _decayed = 0;
        _openDecay = double.NaN;
    }

    /// <summary>What the period gives if all activities at unknown times are at its start.</summary>
    private readonly double WithUndated()
    {
        var decay = HalfLifeCondition.Decay(_rule.StartOf(_period), _halfLifeTicks, in _context);
        return double.IsInfinity(_placedSize)
            ? _rule.PeriodCap!.Value * decay
            : _rule.OfPeriod(_points + _placedSize, _decayed + (_placedSize * decay));
    }
}
