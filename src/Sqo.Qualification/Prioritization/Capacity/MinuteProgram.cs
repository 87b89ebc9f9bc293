using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// Dynamic programming on the minutes of one owner: the best selection for every number of minutes, and for every number of deals if that
/// is limited. Minutes are counted in the greatest unit that divides those of all levels. Equal selections are decided by the order of the
/// items.
/// </summary>
internal sealed class MinuteProgram
{
    private const long MostCells = 40_000_000;
    private const long MostSteps = 120_000_000;

    private readonly PlanItem[] _all;
    private readonly int _owner;
    private readonly int _most;
    private readonly int _unit;
    private readonly int _length;
    private readonly int _deals;

    private double[] _values = [];
    private byte[] _choices = [];

    private MinuteProgram(PlanItem[] all, int owner, int most, int unit, int length, int deals)
    {
        _all = all;
        _owner = owner;
        _most = most;
        _unit = unit;
        _length = length;
        _deals = deals;
    }

    /// <summary>The size of a program; <see langword="null"/> if it is too large to be run, or a level is beyond what it counts.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="items">The items that may be chosen.</param>
    /// <param name="owner">The owner.</param>
    /// <param name="minutes">The most minutes.</param>
    /// <param name="deals">The most items that count as deals; -1 for any number.</param>
    /// <param name="share">The share of the usual size that it may have.</param>
    public static MinuteProgram? For(
        PlanProblem problem, IReadOnlyList<int> items, int owner, double minutes, int deals, double share = 1)
    {
        var most = (int)Math.Floor(Math.Max(0, minutes) + PlanProblem.Slack);
        var (unit, levels) = (0, 0L);
        foreach (var item in items)
        {
            var chosen = problem.Items[item];
            if (chosen.Minutes.Length > byte.MaxValue) return null;
            foreach (var level in chosen.Minutes)
            {
                if (level > most) break;
                unit = CommonDivisor(unit, level);
                levels++;
            }
        }

        if (unit == 0) unit = 1;
        var length = (most / unit) + 1;
        deals = deals < 0 || deals >= items.Count ? -1 : deals;
        var table = (long)length * (deals < 0 ? 1 : deals + 1);
        if (table * items.Count > MostCells * share || table * levels > MostSteps * share) return null;
        return new(problem.Items, owner, most, unit, length, deals);
    }

    /// <summary>Runs the program, and returns the greatest value.</summary>
    public double Run(IReadOnlyList<int> items)
    {
        var rows = _deals < 0 ? 1 : _deals + 1;
        var table = rows * _length;
        if (_values.Length < table) _values = new double[table];
        else Array.Clear(_values, 0, table);
        if (_choices.Length < (long)table * items.Count) _choices = new byte[table * items.Count];
        else Array.Clear(_choices, 0, table * items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var item = _all[items[i]];
            var counts = _deals >= 0 && !item.IsOnTop;
            // A level beyond the minutes may be no multiple of the unit.
            var units = Array.ConvertAll(item.Minutes, minutes => minutes <= _most ? minutes / _unit : int.MaxValue);
            for (var row = rows - 1; row >= (counts ? 1 : 0); row--)
            {
                Add(item, units, row * _length, (counts ? row - 1 : row) * _length, (i * table) + (row * _length));
            }
        }

        return _values[table - 1];
    }

    /// <summary>Puts the best selection into a state; of equal ones that which takes least time.</summary>
    public void Choose(IReadOnlyList<int> items, PlanState state)
    {
        var row = _deals < 0 ? 0 : _deals;
        var table = (row + 1) * _length;
        var place = _length - 1;
        while (place > 0 && _values[(row * _length) + place - 1] == _values[(row * _length) + place]) place--;
        for (var i = items.Count - 1; i >= 0; i--)
        {
            var choice = _choices[(i * table) + (row * _length) + place];
            if (choice == 0) continue;
            var item = _all[items[i]];
            state.Put(items[i], _owner, choice - 1);
            place -= item.Minutes[choice - 1] / _unit;
            if (_deals >= 0 && !item.IsOnTop) row--;
        }
    }

    private void Add(PlanItem item, int[] units, int to, int from, int choices)
    {
        // From the longest time down: the values at shorter times are still those without the item.
        if (units.Length == 1)
        {
            var (unit, gain) = (units[0], item.Gains[0]);
            for (var place = _length - 1; place >= unit; place--)
            {
                var value = _values[from + place - unit] + gain;
                if (!(value > _values[to + place])) continue;
                _values[to + place] = value;
                _choices[choices + place] = 1;
            }

            return;
        }

        for (var place = _length - 1; place >= 0; place--)
        {
            var (best, choice) = (_values[to + place], 0);
            for (var level = 0; level < units.Length && units[level] <= place; level++)
            {
                var value = _values[from + place - units[level]] + item.Gains[level];
                if (value > best) (best, choice) = (value, level + 1);
            }

            _values[to + place] = best;
            _choices[choices + place] = (byte)choice;
        }
    }

    private static int CommonDivisor(int a, int b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
