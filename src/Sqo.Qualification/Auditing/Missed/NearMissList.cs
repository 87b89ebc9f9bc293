using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The near misses of a profile, those of the greatest value first. Immutable.</summary>
public sealed class NearMissList
{
    private NearMissList(NearMissDeal[] deals) => Deals = Array.AsReadOnly(deals);

    /// <summary>The near misses: by the value in descending order, unknown values last; ties by the seeded hash of the id.</summary>
    public IReadOnlyList<NearMissDeal> Deals { get; }

    /// <summary>Finds the near misses.</summary>
    /// <typeparam name="T">The type of deal.</typeparam>
    /// <param name="profile">The profile; without <c>NearMissWithin</c> it has no near misses.</param>
    /// <param name="table">The answers of the deals, of any profile; only what they lack is asked.</param>
    /// <param name="id">Gets the id of a deal.</param>
    /// <param name="value">
    /// Gets what a deal is worth, such as its amount; <see langword="null"/> if unknown. The default is that no value is known.
    /// </param>
    /// <param name="seed">Breaks ties, by a hash of the id. The default is 0.</param>
    /// <returns>The near misses.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An id is <see langword="null"/> or blank, or a value is NaN or infinite.</exception>
    /// <exception cref="CriterionEvaluationException">Code of a criterion threw, and the profile handles errors by throwing.</exception>
    public static NearMissList Of<T>(
        QualificationProfile<T> profile, AnswerTable<T> table, Func<T, string> id, Func<T, double?>? value = null, long seed = 0)
    {
        var decisions = Guard.NotNull(profile).Decide(table);
        Guard.NotNull(id);
        var found = new List<NearMissDeal>();
        for (var row = 0; row < decisions.Length; row++)
        {
            if (decisions[row].Verdict != Verdict.NearMiss) continue;
            var deal = table.Items[row];
            var worth = value?.Invoke(deal);
            if (worth is { } known) Guard.Finite(known, nameof(value));
            var unmet = decisions[row].Unmet.Mask & profile.Rule.Layout.Gates;
            var gate = unmet == 0 ? null : profile.Rule.Layout.All[Bits.Lowest(unmet)];
            found.Add(new(Guard.NotBlank(id(deal), nameof(id)), row, worth, profile.Explain(deal, table.AsOf), gate));
        }

        return new(
        [
            .. found.OrderByDescending(deal => deal.Value).ThenBy(deal => SeededHash.Of(deal.Id, seed))
                .ThenBy(deal => deal.Id, StringComparer.Ordinal),
        ]);
    }

    /// <summary>The near misses in words, in English, one line each.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => AuditText.Lines(Deals.Select(deal => deal.ToString()));
}
