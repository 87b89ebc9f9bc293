using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The open deals that show signs of what deals are lost by, each with its evidence: from stored snapshots if there are any, otherwise
/// from the records. Signs that the data can't show are reported as unknown. Immutable.
/// </summary>
/// <remarks>
/// The signs are rules with thresholds that the caller sets. They point at deals to look at; they are not chances of losing them.
/// </remarks>
public sealed class DealsAtRisk
{
    private readonly DealAtRisk[] _deals;
    private readonly RiskSignCount[] _counts;

    private DealsAtRisk(PipelineSnapshot snapshot, RiskOptions options, RiskRules rules)
    {
        AsOf = snapshot.AsOf;
        Options = options;
        Open = snapshot.Open.Count;
        var found = new List<DealAtRisk>();
        var atRisk = new Dictionary<RiskSign, int>();
        var unknown = new Dictionary<RiskSign, int>();
        foreach (var opportunity in snapshot.Open)
        {
            var findings = rules.Findings(opportunity);
            foreach (var finding in findings)
            {
                var counts = finding.IsUnknown ? unknown : atRisk;
                counts.TryGetValue(finding.Sign, out var count);
                counts[finding.Sign] = count + 1;
            }

            if (findings.Exists(finding => !finding.IsUnknown)) found.Add(new(opportunity, options.Value?.Invoke(opportunity), findings));
        }

        _deals =
        [
            .. found.OrderByDescending(deal => deal.Value)
                .ThenByDescending(deal => deal.Signs.Count).ThenBy(deal => SeededHash.Of(deal.Id, options.Seed))
                .ThenBy(deal => deal.Id, StringComparer.Ordinal),
        ];
        _counts = [.. options.Signs.Select(sign => new RiskSignCount(sign, Of(atRisk, sign), Of(unknown, sign), Open))];

        static int Of(Dictionary<RiskSign, int> counts, RiskSign sign) => counts.TryGetValue(sign, out var count) ? count : 0;
    }

    /// <summary>The day at whose end the deals were looked at.</summary>
    public DateTime AsOf { get; }

    /// <summary>The thresholds.</summary>
    public RiskOptions Options { get; }

    /// <summary>The number of open deals.</summary>
    public int Open { get; }

    /// <summary>
    /// The deals at risk: by the value at risk if given, those with an unknown value last; then by the number of signs; ties by the seeded
    /// hash of the id.
    /// </summary>
    public IReadOnlyList<DealAtRisk> Deals => Array.AsReadOnly(_deals);

    /// <summary>How many deals have each sign, and of how many it is unknown.</summary>
    public IReadOnlyList<RiskSignCount> Counts => Array.AsReadOnly(_counts);

    /// <summary>Looks at the records of one day: what only snapshots show is unknown.</summary>
    /// <param name="snapshot">The deals; the won ones are those that others are compared with.</param>
    /// <param name="options">The thresholds. The default is <see cref="RiskOptions.Default"/>.</param>
    /// <returns>The deals at risk.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A function gave a number of pushes below 0, or a last contact of kind Local; the message names the deal.
    /// </exception>
    public static DealsAtRisk Of(PipelineSnapshot snapshot, RiskOptions? options = null)
    {
        options ??= RiskOptions.Default;
        return new(Guard.NotNull(snapshot), options, new(snapshot, [], options));
    }

    /// <summary>Looks at what was known at the end of a day, and at the stored snapshots up to it.</summary>
    /// <param name="history">The history; a reconstruction shows only the records.</param>
    /// <param name="asOf">The day, from <see cref="PipelineHistory.First"/> to <see cref="PipelineHistory.Last"/>.</param>
    /// <param name="options">The thresholds. The default is <see cref="RiskOptions.Default"/>.</param>
    /// <returns>The deals at risk, as of the newest snapshot that is not later.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="asOf"/> has kind Local, or a function gave a number of pushes below 0 or a last contact of kind Local; the message
    /// names the deal.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is not within the history.</exception>
    /// <example><code>
    /// foreach (DealAtRisk deal in DealsAtRisk.Of(history, asOf).Deals) Console.WriteLine(deal);
    /// </code></example>
    public static DealsAtRisk Of(PipelineHistory history, DateTime asOf, RiskOptions? options = null)
    {
        options ??= RiskOptions.Default;
        var snapshot = Guard.NotNull(history).AsOf(asOf);
        var earlier = history.SnapshotDays.Where(day => day <= snapshot.AsOf).Select(history.AsOf);
        return new(snapshot, options, new(snapshot, [.. earlier], options));
    }

    /// <summary>The day and the number of deals at risk, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{DayNumber.Text(DayNumber.Of(AsOf))}: {InvariantText.Of((long)_deals.Length)} of {InvariantText.Of((long)Open)} open at risk";
}
