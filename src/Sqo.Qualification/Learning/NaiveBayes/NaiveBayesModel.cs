using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A trained naive Bayes model: the probability that an open deal is won, from the evidence of its fields in closed deals. Immutable,
/// and safe for use by many threads if the selectors of the fields are.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>
/// ln (p / (1 - p)) = ln (prior won / prior lost) + the sum over the fields of ln (share of won / share of lost), after Manning,
/// Raghavan and Schütze, <i>Introduction to Information Retrieval</i>, ch. 13. Fields are assumed to be independent; if they are not,
/// the probability is overconfident, and a <see cref="ScoreCalibration"/> helps.
/// </remarks>
public sealed class NaiveBayesModel<T>
{
    private readonly NaiveBayesField<T>[] _fields;
    private readonly Dictionary<string, NaiveBayesTable> _segments = new(StringComparer.Ordinal);
    private readonly int _stage = -1;

    internal NaiveBayesModel(NaiveBayesFields<T> fields, NaiveBayesOptions options, Dictionary<string, SegmentCounts> segments)
    {
        Fields = fields;
        Options = options;
        _fields = fields.All;
        Pooled = TableBuilder.Build(fields, options, null, segments.Values);
        foreach (var pair in segments)
        {
            // Deals without a segment are judged by the counts of all.
            if (pair.Key.Length == 0) continue;
            var deals = pair.Value.Deals;
            var stands = options.FollowsOdoo
                ? pair.Value.HasRows
                : deals.Won >= options.SegmentMinimumWon && deals.Lost >= options.SegmentMinimumLost;
            if (stands) _segments.Add(pair.Key, TableBuilder.Build(fields, options, pair.Key, [pair.Value]));
        }

        if (options.FollowsOdoo) _stage = Array.FindIndex(_fields, field => field.Kind == NaiveBayesFieldKind.Progress);
    }

    /// <summary>The fields that it reads.</summary>
    public NaiveBayesFields<T> Fields { get; }

    /// <summary>How it judges.</summary>
    public NaiveBayesOptions Options { get; }

    /// <summary>The counts of all segments together, and of deals without one.</summary>
    public NaiveBayesTable Pooled { get; }

    /// <summary>The segments that are judged by their own counts, in ordinal order. A new list.</summary>
    public IReadOnlyList<NaiveBayesTable> Segments =>
        [.. _segments.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];

    /// <summary>Gets the counts that a segment is judged by: its own, or those of all if it has too few deals or none.</summary>
    /// <param name="segment">The segment, as text; <see langword="null"/> for none.</param>
    /// <returns>The counts.</returns>
    public NaiveBayesTable TableFor(string? segment) =>
        segment is not null && _segments.TryGetValue(segment, out var table) ? table : Pooled;

    /// <summary>Gets the probability that a deal is won. Only the selectors allocate.</summary>
    /// <param name="deal">The deal.</param>
    /// <returns>
    /// Within the bounds of the options; <see langword="null"/> if there is no prior, which can't happen with the library's own rules.
    /// </returns>
    /// <exception cref="InvalidOperationException">A selector threw; the message names its field.</exception>
    public double? Probability(T deal)
    {
        var table = TableFor(Fields.Segment?.ValueOf(deal));
        var basis = BasisOf(deal, table);
        if (basis != NaiveBayesBasis.Evidence) return Fixed(basis);
        var balance = new Balance(table);
        for (var i = 0; i < _fields.Length; i++)
        {
            var field = _fields[i];
            if (field.Kind == NaiveBayesFieldKind.Tags)
            {
                if (field.TagsOf(deal) is not { } tags) continue;
                for (var j = 0; j < tags.Count; j++)
                {
                    if (!NaiveBayesField<T>.IsIdle(tags, j) && table.Find(i, tags[j]!) is { } tag) balance.Add(tag);
                }
            }
            else if (field.ValueOf(deal) is { } value && table.Find(i, value) is { } evidence)
            {
                balance.Add(evidence);
            }
        }

        return balance.Probability(Options);
    }

    /// <summary>Gets the probability that a deal is won, and the evidence of each field.</summary>
    /// <param name="deal">The deal.</param>
    /// <returns>The probability and what it is based on.</returns>
    /// <exception cref="InvalidOperationException">A selector threw; the message names its field.</exception>
    public NaiveBayesPrediction Explain(T deal)
    {
        var table = TableFor(Fields.Segment?.ValueOf(deal));
        var basis = BasisOf(deal, table);
        var evidence = new List<NaiveBayesEvidence>(_fields.Length);
        double lowest = 0, highest = 0;
        for (var i = 0; i < _fields.Length; i++)
        {
            var field = _fields[i];
            var known = evidence.Count;
            if (field.Kind == NaiveBayesFieldKind.Tags)
            {
                var tags = field.TagsOf(deal);
                for (var j = 0; j < tags?.Count; j++)
                {
                    if (!NaiveBayesField<T>.IsIdle(tags, j)) evidence.Add(EvidenceOf(table, i, tags[j]!));
                }

                if (tags is not null) known = -1;
            }
            else if (field.ValueOf(deal) is { } value)
            {
                evidence.Add(EvidenceOf(table, i, value));
            }

            if (known != evidence.Count) continue;
            evidence.Add(new NaiveBayesEvidence(field.Name, field.Kind, null, 0, 0, NaiveBayesSkip.Missing));
            lowest += table.LowestOf(i);
            highest += table.HighestOf(i);
        }

        var balance = new Balance(table);
        foreach (var line in evidence) balance.Add(line);
        if (basis != NaiveBayesBasis.Evidence)
        {
            var given = Fixed(basis);
            return new NaiveBayesPrediction(table, basis, [.. evidence])
            {
                LogOdds = table.PriorLogOdds is null ? null : balance.LogOdds,
                Probability = given,
                Lowest = given,
                // A missing stage can turn out to be a won one.
                Highest = basis == NaiveBayesBasis.NoStage ? 1 : given,
            };
        }

        var probability = balance.Probability(Options);
        return new NaiveBayesPrediction(table, basis, [.. evidence])
        {
            LogOdds = balance.LogOdds,
            Probability = probability,
            // Logarithms and products can round a tie to different hundredths.
            Lowest = Math.Min(probability, Balance.Probability(Options, balance.LogOdds + lowest)),
            Highest = Math.Max(probability, Balance.Probability(Options, balance.LogOdds + highest)),
        };
    }

    private static double? Fixed(NaiveBayesBasis basis) => basis switch
    {
        NaiveBayesBasis.NoStage => 0,
        NaiveBayesBasis.WonStage => 1,
        _ => null,
    };

    private NaiveBayesEvidence EvidenceOf(NaiveBayesTable table, int field, string value) =>
        table.Find(field, value) ?? new NaiveBayesEvidence(_fields[field].Name, _fields[field].Kind, value, 0, 0, NaiveBayesSkip.NeverSeen);

    private NaiveBayesBasis BasisOf(T deal, NaiveBayesTable table)
    {
        if (_stage < 0) return NaiveBayesBasis.Evidence;
        if (_fields[_stage].ValueOf(deal) is not { } stage) return NaiveBayesBasis.NoStage;
        if (_fields[_stage].Stage(stage) is { IsWon: true }) return NaiveBayesBasis.WonStage;
        return table.PriorLogOdds is null ? NaiveBayesBasis.NoPrior : NaiveBayesBasis.Evidence;
    }

    /// <summary>The result of the prior and the evidence.</summary>
    private struct Balance(NaiveBayesTable table)
    {
        private double _won = table.PriorWon ?? 0;
        private double _lost = table.PriorLost ?? 0;

        public double LogOdds { get; private set; } = table.PriorLogOdds ?? 0;

        public static double Probability(NaiveBayesOptions options, double logOdds)
        {
            var p = Logistic.Probability(logOdds);
            return Math.Clamp(options.FollowsOdoo ? Rounding.Hundredths(100 * p) / 10_000 : p, options.Lowest, options.Highest);
        }

        public void Add(NaiveBayesEvidence evidence)
        {
            if (evidence.Skipped != NaiveBayesSkip.None) return;
            LogOdds += evidence.LogOdds;
            _won *= evidence.ShareOfWon!.Value;
            _lost *= evidence.ShareOfLost!.Value;
        }

        public readonly double Probability(NaiveBayesOptions options)
        {
            // Odoo multiplies, and half a hundredth is common enough (2.1 / 3.2) for the last bit to matter. With hundreds of tags a
            // product would underflow; then the logarithms are used.
            if (!options.FollowsOdoo || _won + _lost < 1e-280) return Probability(options, LogOdds);
            return Math.Clamp(Rounding.Hundredths(100 * _won / (_won + _lost)) / 10_000, options.Lowest, options.Highest);
        }
    }
}
