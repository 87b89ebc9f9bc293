using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Makes journeys from leads and opportunities, or from rows.</summary>
public static class Journeys
{
    /// <summary>Makes one journey of each opportunity.</summary>
    /// <param name="opportunities">The opportunities, enumerated as the journeys are.</param>
    /// <param name="conversion">The event that is credited.</param>
    /// <param name="asOf">The last day that counts; anything later is unknown.</param>
    /// <param name="select">
    /// Whether a touch counts, such as <see cref="CampaignInfluence.WhileOpen"/>. The default is that all do.
    /// </param>
    /// <returns>The journeys, one after the other.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunities"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> has kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="conversion"/> is not a defined event.</exception>
    public static IEnumerable<Journey> ByOpportunity(
        IEnumerable<Opportunity> opportunities,
        ConversionEvent conversion,
        DateTime asOf,
        Func<Opportunity, Touchpoint, bool>? select = null)
    {
        Guard.NotNull(opportunities);
        Guard.Defined(conversion);
        var today = DayNumber.Checked(asOf);
        return Each();

        IEnumerable<Journey> Each()
        {
            foreach (var opportunity in opportunities)
            {
                var journey = new JourneyBuilder(conversion, today, select);
                journey.Add(opportunity);
                yield return journey.Build(opportunity.Id);
            }
        }
    }

    /// <summary>
    /// Makes one journey of each lead, with the touches and conversions of the opportunities that followed from it: several opportunities
    /// are several conversions.
    /// </summary>
    /// <param name="leads">The leads, enumerated as the journeys are.</param>
    /// <param name="conversion">The event that is credited.</param>
    /// <param name="asOf">The last day that counts; anything later is unknown.</param>
    /// <param name="opportunities">
    /// The opportunities, joined by <see cref="Opportunity.LeadId"/>. The default is none: only the funnel of the lead counts.
    /// </param>
    /// <returns>The journeys, one after the other.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="leads"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> has kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="conversion"/> is not a defined event.</exception>
    public static IEnumerable<Journey> ByLead(
        IEnumerable<Lead> leads, ConversionEvent conversion, DateTime asOf, IEnumerable<Opportunity>? opportunities = null)
    {
        Guard.NotNull(leads);
        Guard.Defined(conversion);
        var today = DayNumber.Checked(asOf);
        var byLead = Grouped(opportunities ?? [], opportunity => opportunity.LeadId);
        return Each();

        IEnumerable<Journey> Each()
        {
            foreach (var lead in leads)
            {
                var journey = new JourneyBuilder(conversion, today, null);
                journey.Add(lead);
                if (byLead.TryGetValue(lead.Id, out var followed)) followed.ForEach(journey.Add);
                yield return journey.Build(lead.Id);
            }
        }
    }

    /// <summary>
    /// Makes one journey of each account, with the touches of all its contacts, leads and opportunities; each opportunity is a
    /// conversion of its own. An opportunity without an account is a journey by itself.
    /// </summary>
    /// <param name="opportunities">The opportunities.</param>
    /// <param name="conversion">The event that is credited.</param>
    /// <param name="asOf">The last day that counts; anything later is unknown.</param>
    /// <param name="leads">Leads whose touches count as well, if they have an account. The default is none.</param>
    /// <returns>The journeys, in the order in which the accounts came.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunities"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> has kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="conversion"/> is not a defined event.</exception>
    public static IReadOnlyList<Journey> ByAccount(
        IEnumerable<Opportunity> opportunities, ConversionEvent conversion, DateTime asOf, IEnumerable<Lead>? leads = null)
    {
        Guard.NotNull(opportunities);
        Guard.Defined(conversion);
        var today = DayNumber.Checked(asOf);
        var builders = new List<(string Id, JourneyBuilder Builder)>();
        var byAccount = new Dictionary<string, JourneyBuilder>(StringComparer.Ordinal);
        foreach (var lead in leads ?? [])
        {
            if (lead.Account is { } account) Of(account).Add(lead);
        }

        foreach (var opportunity in opportunities)
        {
            var builder = opportunity.Account is { } account ? Of(account) : New(opportunity.Id);
            builder.Add(opportunity);
        }

        return Array.AsReadOnly(builders.ConvertAll(each => each.Builder.Build(each.Id)).ToArray());

        JourneyBuilder Of(string account)
        {
            if (!byAccount.TryGetValue(account, out var builder)) byAccount.Add(account, builder = New(account));
            return builder;
        }

        JourneyBuilder New(string id)
        {
            var builder = new JourneyBuilder(conversion, today, null);
            builders.Add((id, builder));
            return builder;
        }
    }

    /// <summary>Makes journeys from rows, each of which is a touch, a conversion, or both.</summary>
    /// <typeparam name="T">The type of the rows.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="journey">The id of the journey of a row, such as that of a customer; not blank.</param>
    /// <param name="touch">The touch of a row; <see langword="null"/> if it is none.</param>
    /// <param name="conversion">The conversion of a row; <see langword="null"/> if it is none.</param>
    /// <returns>The journeys, in the order in which their ids came. Those without conversions have not converted.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The id of a row is blank, a touch has no time, or a time is of kind Local.</exception>
    public static IReadOnlyList<Journey> FromRows<T>(
        IEnumerable<T> rows, Func<T, string?> journey, Func<T, Touchpoint?> touch, Func<T, JourneyConversion?> conversion)
    {
        Guard.NotNull(rows);
        Guard.NotNull(journey);
        Guard.NotNull(touch);
        Guard.NotNull(conversion);
        var ids = new TextIndex();
        var touches = new List<List<Touchpoint>>();
        var conversions = new List<List<JourneyConversion>>();
        long at = 0;
        foreach (var row in rows)
        {
            if (journey(row) is not { } id || string.IsNullOrWhiteSpace(id)) throw new ArgumentException(
                $"The id of row {InvariantText.Of(at)} (from 0) is blank; every row belongs to a journey.", nameof(rows));
            at++;
            var number = ids.Of(id);
            if (number == touches.Count)
            {
                touches.Add([]);
                conversions.Add([]);
            }

            if (touch(row) is { } contact) touches[number].Add(contact);
            if (conversion(row) is { } made) conversions[number].Add(made);
        }

        var journeys = new Journey[ids.Count];
        for (var i = 0; i < journeys.Length; i++) journeys[i] = new(ids[i], touches[i], conversions[i]);
        return Array.AsReadOnly(journeys);
    }

    private static Dictionary<string, List<Opportunity>> Grouped(IEnumerable<Opportunity> opportunities, Func<Opportunity, string?> key)
    {
        var groups = new Dictionary<string, List<Opportunity>>(StringComparer.Ordinal);
        foreach (var opportunity in opportunities)
        {
            if (key(opportunity) is not { } name) continue;
            if (!groups.TryGetValue(name, out var group)) groups.Add(name, group = []);
            group.Add(opportunity);
        }

        return groups;
    }
}
