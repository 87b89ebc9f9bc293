using System;

namespace Sqo.Qualification;

/// <summary>A selection of the items of a problem, with what it uses of each row.</summary>
internal sealed class PlanState
{
    private PlanProblem _problem;
    private readonly int[] _owner;
    private readonly int[] _level;
    private readonly double[] _use;
    private readonly double[] _values;
    private readonly double[] _minutes;

    public PlanState(PlanProblem problem)
    {
        _problem = problem;
        _owner = new int[problem.Items.Length];
        _level = new int[problem.Items.Length];
        for (var i = 0; i < _owner.Length; i++) _owner[i] = -1;
        _use = new double[problem.Limits.Count];
        _values = (double[])problem.MustValue.Clone();
        _minutes = (double[])problem.Musts.Clone();
    }

    /// <summary>The sum of the gains; exact, since they are on a grid.</summary>
    public double Value { get; private set; }

    /// <summary>The owner of an item; -1 if it is not chosen.</summary>
    public int OwnerOf(int item) => _owner[item];

    public int LevelOf(int item) => _level[item];

    public double Use(int row) => _use[row];

    public double Left(int owner) => _problem.Free[owner] - _use[owner];

    /// <summary>The minutes of an owner, with those that must be done.</summary>
    public double Minutes(int owner) => _minutes[owner];

    public double ValueOf(int owner) => _values[owner];

    public void Put(int item, int owner, int level)
    {
        _owner[item] = owner;
        _level[item] = level;
        Count(item, owner, level, 1);
    }

    public void Take(int item)
    {
        Count(item, _owner[item], _level[item], -1);
        _owner[item] = -1;
    }

    /// <summary>Whether an item that is not chosen can be added without breaking a row; a spread is not looked at.</summary>
    public bool Fits(int item, int owner, int level)
    {
        var minutes = _problem.Items[item].Minutes[level];
        foreach (var limit in _problem.Items[item].Limits)
        {
            var row = limit.RowOf(owner);
            if (row < 0) continue;
            var use = limit.Use(minutes);
            if (use > 0 && _use[row] + use > _problem.Limits[row] + PlanProblem.Slack) return false;
        }

        return true;
    }

    /// <summary>Whether the rows that an item counts towards with an owner are within their limits.</summary>
    public bool Holds(int item, int owner)
    {
        foreach (var limit in _problem.Items[item].Limits)
        {
            var row = limit.RowOf(owner);
            if (row >= 0 && _use[row] > _problem.Limits[row] + PlanProblem.Slack) return false;
        }

        return true;
    }

    public bool HoldsAll()
    {
        for (var row = 0; row < _use.Length; row++)
        {
            if (_use[row] > _problem.Limits[row] + PlanProblem.Slack) return false;
        }

        return HoldsSpread();
    }

    public bool HoldsSpread()
    {
        const double Rounding = 1 + 1e-12;
        if (!double.IsInfinity(_problem.MostValueSpread)
            && PlanProblem.Spread(_values, _problem.Hours) > _problem.MostValueSpread * Rounding) return false;
        return double.IsInfinity(_problem.MostHoursSpread)
            || PlanProblem.Spread(_minutes, _problem.Hours) <= _problem.MostHoursSpread * Rounding;
    }

    public void Clear(int[] items)
    {
        foreach (var item in items)
        {
            if (_owner[item] >= 0) Take(item);
        }
    }

    /// <summary>Goes over to a problem with other hours; nothing may be chosen.</summary>
    public void Turn(PlanProblem problem) => _problem = problem;

    public void CopyFrom(PlanState other)
    {
        Array.Copy(other._owner, _owner, _owner.Length);
        Array.Copy(other._level, _level, _level.Length);
        Array.Copy(other._use, _use, _use.Length);
        Array.Copy(other._values, _values, _values.Length);
        Array.Copy(other._minutes, _minutes, _minutes.Length);
        Value = other.Value;
    }

    private void Count(int index, int owner, int level, int sign)
    {
        var item = _problem.Items[index];
        var minutes = item.Minutes[level];
        foreach (var limit in item.Limits)
        {
            var row = limit.RowOf(owner);
            if (row >= 0) _use[row] += sign * limit.Use(minutes);
        }

        Value += sign * item.Gains[level];
        _values[owner] += sign * (item.Gains[level] + (item.IsOnTop ? 0 : item.Without));
        _minutes[owner] += sign * minutes;
    }
}
