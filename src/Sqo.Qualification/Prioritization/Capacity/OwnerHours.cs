using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The selling time that an owner has in a period, and what else a plan must know about the owner. Immutable.</summary>
public sealed class OwnerHours
{
    private readonly string[] _skills;

    /// <summary>Creates the hours of an owner.</summary>
    /// <param name="owner">The owner, as in <see cref="Opportunity.Owner"/>, compared character by character.</param>
    /// <param name="hours">The selling time, 0 or more. A plan rounds it down to whole minutes.</param>
    /// <param name="mostDeals">
    /// The most deals that a plan gives the owner to work on, 0 or more. The default is <see langword="null"/>: any number.
    /// </param>
    /// <param name="skills">Skills, territories or other names that <see cref="Has"/> looks for. The default is none.</param>
    /// <param name="period">The period of the hours. The default is <see langword="null"/>: not stated.</param>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> or a skill is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="owner"/> or a skill is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="hours"/> is below 0 or above 10,000 hours, or <paramref name="mostDeals"/> is below 0.
    /// </exception>
    public OwnerHours(
        string owner, TimeSpan hours, int? mostDeals = null, IEnumerable<string>? skills = null, ForecastPeriod? period = null)
    {
        Owner = Guard.NotBlank(owner);
        Hours = hours >= TimeSpan.Zero && hours.TotalHours <= 10_000
            ? hours
            : throw new ArgumentOutOfRangeException(
                nameof(hours), hours,
                $"The hours of \"{Excerpt.Of(owner)}\" are {InvariantText.Of(hours)}; they must be from 0 to 10,000 hours.");
        if (mostDeals is { } most) Guard.NotNegative(most, nameof(mostDeals));
        MostDeals = mostDeals;
        _skills = [.. (skills ?? []).Select(skill => Guard.NotBlank(skill, nameof(skills)))];
        Period = period;
    }

    /// <summary>The owner.</summary>
    public string Owner { get; }

    /// <summary>The selling time.</summary>
    public TimeSpan Hours { get; }

    /// <summary>The most deals that a plan gives the owner; <see langword="null"/> for any number.</summary>
    public int? MostDeals { get; }

    /// <summary>The skills, territories or other names.</summary>
    public IReadOnlyList<string> Skills => Array.AsReadOnly(_skills);

    /// <summary>The period of the hours; <see langword="null"/> if not stated.</summary>
    public ForecastPeriod? Period { get; }

    /// <summary>
    /// Creates the hours of an owner in a period from those of a usual week: a week's hours are spread evenly over its working days, and
    /// only the days of the period that are worked count. So a week that has begun, a holiday and a vacation reduce them in proportion.
    /// </summary>
    /// <param name="owner">The owner.</param>
    /// <param name="period">The period.</param>
    /// <param name="aWeek">The selling time of a week without holidays, from 0 to seven days.</param>
    /// <param name="calendar">
    /// The working days of the owner, such as Monday to Wednesday for one who works part-time. The default is
    /// <see cref="WorkingCalendar.MondayToFriday"/>.
    /// </param>
    /// <param name="absences">
    /// Vacations and other days off, in any order; days in several of them count once. The default is none.
    /// </param>
    /// <param name="mostDeals">The most deals that a plan gives the owner. The default is any number.</param>
    /// <param name="skills">Skills, territories or other names. The default is none.</param>
    /// <returns>The hours.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> or a skill is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="owner"/> or a skill is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="aWeek"/> is below 0 or above seven days, or <paramref name="mostDeals"/> is below 0.
    /// </exception>
    public static OwnerHours In(
        string owner,
        ForecastPeriod period,
        TimeSpan aWeek,
        WorkingCalendar? calendar = null,
        IEnumerable<ForecastPeriod>? absences = null,
        int? mostDeals = null,
        IEnumerable<string>? skills = null)
    {
        if (aWeek < TimeSpan.Zero || aWeek > TimeSpan.FromDays(7))
        {
            throw new ArgumentOutOfRangeException(
                nameof(aWeek), aWeek, $"aWeek is {InvariantText.Of(aWeek)}; it must be from 0 to seven days (7.00:00:00).");
        }

        calendar ??= WorkingCalendar.MondayToFriday;
        long days = calendar.WorkingDays(period);
        var counted = period.FirstDay - 1;
        foreach (var absence in (absences ?? []).OrderBy(absence => absence))
        {
            var first = Math.Max(absence.FirstDay, counted + 1);
            var last = Math.Min(absence.LastDay, period.LastDay);
            if (first > last) continue;
            days -= calendar.WorkingDays(ForecastPeriod.Of(DayNumber.Date(first), DayNumber.Date(last)));
            counted = last;
        }

        return new(owner, TimeSpan.FromTicks(aWeek.Ticks * days / calendar.DaysAWeek), mostDeals, skills, period);
    }

    /// <summary>Determines whether the owner has a skill, a territory or another name, compared character by character.</summary>
    /// <param name="skill">The name; <see langword="null"/> is one that nobody has.</param>
    /// <returns><see langword="true"/> if it is one of <see cref="Skills"/>.</returns>
    public bool Has(string? skill) => skill is not null && Array.IndexOf(_skills, skill) >= 0;

    /// <summary>The owner and the hours, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Owner}: {InvariantText.Of(Hours)}";
}
