using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What activities of some types give, or that there is one within a number of days. Its fields are set while the profile is being
/// built, and never afterwards.
/// </summary>
internal sealed class ActivityRule
{
    public const string Types = "types";
    public const string Except = "except";
    public const string Points = "points";
    public const string HalfLife = "halfLife";
    public const string Cap = "cap";
    public const string Floor = "floor";
    public const string CapPerMonth = "capPerMonth";
    public const string CapPerWeek = "capPerWeek";
    public const string TimesValue = "timesValue";
    public const string Days = "days";

    // From the first moment of a month to that of the next are at most so many days.
    private const int DaysOfMonth = 31;
    private const int DaysOfWeek = 7;

    /// <summary>The types that count, or, if <see cref="IsOther"/>, those that don't; compared ordinally, ignoring case.</summary>
    public string[] Names = [];

    public bool IsOther;

    /// <summary>The points of each activity; not 0. Not used for a number of days.</summary>
    public double PointsEach;

    /// <summary>The cap of positive points, or the floor of negative ones, if there is one.</summary>
    public double? Bound;

    public double? HalfLifeDays;

    /// <summary>The most points of a calendar month or week, before they decay; above 0 for negative points too.</summary>
    public double? PeriodCap;

    public bool IsByWeek;

    /// <summary>Whether the points are multiplied by the value of the activity.</summary>
    public bool IsTimesValue;

    /// <summary>For a condition, the number of calendar days that it looks back; <see langword="null"/> for points.</summary>
    public int? DaysBack;

    /// <summary>For a condition, whether it is met if there is an activity; if not, it is met if there is none.</summary>
    public bool IsWanted;

    public bool GivesPoints => DaysBack is null;

    /// <summary>The most points, in size, that some list gives at any moment.</summary>
    public double Reach => PeriodCap is { } cap && HalfLifeDays is { } days
        ? cap / (1 - Exponential.Exp2(-((IsByWeek ? DaysOfWeek : DaysOfMonth) / days)))
        : double.PositiveInfinity;

    public bool Takes(string? type)
    {
        foreach (var name in Names)
        {
            if (string.Equals(name, type, StringComparison.OrdinalIgnoreCase)) return !IsOther;
        }

        return IsOther;
    }

    /// <summary>The size of the points of an activity, before decay; NaN if its value is missing.</summary>
    public double SizeOf(double? value)
    {
        var times = value ?? double.NaN;
        if (times < 0 || double.IsInfinity(times))
        {
            throw new InvalidOperationException(
                $"The value of an activity is {InvariantText.Of(times)}; points are multiplied by a finite number that is not negative.");
        }

        return Math.Abs(PointsEach) * times;
    }

    /// <summary>The number of the calendar month or week, which starts on Monday.</summary>
    public long PeriodOf(DateTime at) => IsByWeek ? at.Ticks / (DaysOfWeek * TimeSpan.TicksPerDay) : (at.Year * 12L) + at.Month;

    /// <summary>The first moment of a period.</summary>
    public DateTime StartOf(long period) => IsByWeek
        ? new DateTime(period * DaysOfWeek * TimeSpan.TicksPerDay)
        : new DateTime((int)((period - 1) / 12), (int)((period - 1) % 12) + 1, 1);

    /// <summary>What a period gives: if its points are above the cap, each of its activities counts for the same share of them.</summary>
    public double OfPeriod(double points, double decayed)
    {
        var cap = PeriodCap.GetValueOrDefault();
        return points <= cap ? decayed : double.IsInfinity(points) ? cap : decayed * (cap / points);
    }

    public DataNode ToData()
    {
        var members = new List<KeyValuePair<string, DataNode>>();
        if (!IsOther || Names.Length > 0)
        {
            members.Add(DataNode.Member(IsOther ? Except : Types, Operators.ListOf(Names, name => DataNode.Of(name))));
        }

        Add(Days, DaysBack);
        if (!GivesPoints) return DataNode.Object([.. members]);
        Add(Points, PointsEach);
        Add(HalfLife, HalfLifeDays);
        Add(PointsEach > 0 ? Cap : Floor, Bound);
        Add(IsByWeek ? CapPerWeek : CapPerMonth, PeriodCap);
        if (IsTimesValue) members.Add(DataNode.Member(TimesValue, DataNode.Of(true)));
        return DataNode.Object([.. members]);

        void Add(string name, double? number)
        {
            if (number is { } known) members.Add(DataNode.Member(name, DataNode.Of(known)));
        }
    }
}
