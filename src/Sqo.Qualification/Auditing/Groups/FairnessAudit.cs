using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What a profile and its criteria do to groups that the caller names: how many qualify, and how those end. No group is inferred.
/// Immutable.
/// </summary>
public sealed class FairnessAudit
{
    private FairnessAudit(FairnessGroup[] groups) => Groups = Array.AsReadOnly(groups);

    /// <summary>The groups in the order of their names; the deals whose group is unknown last, if there are any.</summary>
    public IReadOnlyList<FairnessGroup> Groups { get; }

    /// <summary>Audits a profile by group.</summary>
    /// <typeparam name="T">The type of deal.</typeparam>
    /// <param name="profile">The profile.</param>
    /// <param name="table">The answers of the deals, of any profile; only what they lack is asked.</param>
    /// <param name="outcomes">How the deals ended, by row.</param>
    /// <param name="group">Gets the group of a deal; <see langword="null"/> if unknown.</param>
    /// <param name="options">When figures count as enough. The default is <see cref="AuditOptions.Default"/>.</param>
    /// <returns>The audit.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are more or fewer outcomes than rows.</exception>
    /// <exception cref="CriterionEvaluationException">Code of a criterion threw, and the profile handles errors by throwing.</exception>
    public static FairnessAudit Of<T>(
        QualificationProfile<T> profile, AnswerTable<T> table, DealOutcomes outcomes, Func<T, string?> group, AuditOptions? options = null)
    {
        var answers = Guard.NotNull(profile).AnswerAll(table);
        Guard.NotNull(outcomes).CheckFor(answers.Count);
        Guard.NotNull(group);
        var rows = new RowGroups(answers.Count);
        for (var row = 0; row < answers.Count; row++) rows.Add(group(answers.Items[row]), row);
        var audits = rows.Named.Select(named => ((string?)named.Key, Among(named.Value))).ToList();
        if (rows.Unknown.Any(word => word != 0)) audits.Add((null, Among(rows.Unknown)));
        return Of(audits);

        ProfileAudit Among(ulong[] some) => ProfileAudit.Among(profile, answers, outcomes, options, some);
    }

    /// <summary>Adds the audit of other deals by the same profile: groups of the same name are one.</summary>
    /// <param name="other">The other audit.</param>
    /// <returns>The audit of the deals of both, with the same bits as one of all of them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">As for <see cref="ProfileAudit.Merge"/>.</exception>
    public FairnessAudit Merge(FairnessAudit other)
    {
        var merged = new SortedDictionary<string, ProfileAudit>(StringComparer.Ordinal);
        ProfileAudit? unknown = null;
        foreach (var group in Groups.Concat(Guard.NotNull(other).Groups))
        {
            if (group.Name is null) unknown = unknown?.Merge(group.Audit) ?? group.Audit;
            else merged[group.Name] = merged.TryGetValue(group.Name, out var first) ? first.Merge(group.Audit) : group.Audit;
        }

        // Groups that only one of the two has must be of the same profile as well.
        foreach (var group in other.Groups.Take(1)) Groups.FirstOrDefault()?.Audit.Merge(group.Audit);
        var audits = merged.Select(named => ((string?)named.Key, named.Value)).ToList();
        if (unknown is not null) audits.Add((null, unknown));
        return Of(audits);
    }

    private static FairnessAudit Of(List<(string? Name, ProfileAudit Audit)> audits)
    {
        var deals = audits.Sum(audit => audit.Audit.All.Deals);
        var qualified = audits.Sum(audit => audit.Audit[Verdict.Qualified].Deals);
        var groups = audits.Select(audit => new FairnessGroup(
            audit.Name, audit.Audit,
            new(qualified - audit.Audit[Verdict.Qualified].Deals, deals - audit.Audit.All.Deals))).ToArray();
        var tested = Array.FindAll(
            groups, one => one.Audit.Options.IsEnough(one.Against.First) && one.Audit.Options.IsEnough(one.Against.Second));
        var adjusted = BenjaminiHochberg.Adjust(tested.Select(one => PValueOf(one.Against)));
        for (var i = 0; i < tested.Length; i++) tested[i].PValue = adjusted[i];
        return new(groups);
    }

    /// <summary>The groups in words, in English, one line each.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => AuditText.Lines(Groups.Select(group => group.ToString()));

    // The score test of two rates, which is the chi-squared test of their table.
    private static double PValueOf(RateDifference difference)
    {
        var (a, b) = (difference.First, difference.Second);
        var pooled = (double)(a.Successes + b.Successes) / (a.Trials + b.Trials);
        var variance = pooled * (1 - pooled) * ((1.0 / a.Trials) + (1.0 / b.Trials));
        return variance <= 0 ? 1 : Math.Min(1, 2 * NormalProbability.Of(-Math.Abs(difference.Value!.Value) / Math.Sqrt(variance)));
    }
}
