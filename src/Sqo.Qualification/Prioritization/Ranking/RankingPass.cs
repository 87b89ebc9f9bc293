using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Ranks deals in one pass over them.</summary>
internal sealed class RankingPass
{
    private const int Sampled = 4_096;

    private readonly RankingValue _by;
    private readonly RankingOptions _options;
    private readonly Dictionary<string, int>? _previous;
    private readonly BestDeals? _best;
    private readonly List<RankingKey> _keys = [];
    private readonly List<Opportunity> _unknown = [];
    private readonly List<Opportunity> _closed = [];
    private int _count;

    public RankingPass(RankingValue by, RankingOptions options)
    {
        _by = by;
        _options = options;
        _previous = options.Ranks;
        _best = options.Best is { } best ? new(best, options.Seed) : null;
    }

    public Ranking Over(IEnumerable<Opportunity> opportunities)
    {
        if (opportunities is Opportunity[] deals)
        {
            RaiseThreshold(deals);
            AddAll(deals);
        }
        else
        {
            var position = 0;
            foreach (var deal in opportunities) Add(deal, position++);
        }

        if (_best is not null) _keys.AddRange(_best.Found());
        RankingKey[] keys = [.. _keys];
        RankingKey.Sort(keys);
        RefuseDuplicates(keys);
        var listed = Math.Min(keys.Length, _options.Best ?? keys.Length);
        var order = _previous is null ? null : KeptOrder.Of(keys, listed, _options);
        var ranked = new RankedOpportunity[listed];
        for (var i = 0; i < listed; i++)
        {
            var place = order is null ? i : order[i];
            // By value, the deals beyond the best are not all here: the place of such a deal is unknown.
            ranked[i] = new(i + 1, place < listed ? place + 1 : null, keys[place].Deal, keys[place].Value, _by);
        }

        _unknown.Sort(ById);
        _closed.Sort(ById);
        return new(
            _by, _options, ranked, [.. _unknown.ConvertAll(deal => new UnrankedOpportunity(deal, _by))], [.. _closed],
            _previous is null ? [] : RankingChanges.Of(ranked, keys, _unknown, _closed, _options, _by), _count);
    }

    /// <summary>
    /// Starts from the threshold of a sample: the best of all are not worse than the best of a part. Without it, deals in ascending order
    /// of their values would all pass the threshold.
    /// </summary>
    private void RaiseThreshold(Opportunity[] deals)
    {
        if (_best is null || deals.Length < Sampled * 16L) return;
        var values = new List<double>(Sampled);
        for (var i = 0; i < Sampled; i++)
        {
            if (deals[(int)((long)i * deals.Length / Sampled)] is not { IsOpen: true } deal || IsPrevious(deal, out _)) continue;
            var value = _by.Of(deal);
            if (!double.IsNaN(value)) values.Add(value);
        }

        if (values.Count < _options.Best) return;
        values.Sort();
        _best.Start(values[values.Count - _options.Best!.Value]);
    }

    /// <summary>A deal below the threshold of the best is counted here, which is what happens to nearly all of them.</summary>
    private void AddAll(Opportunity[] deals)
    {
        var (by, best) = (_by, _previous is null ? _best : null);
        for (var i = 0; i < deals.Length; i++)
        {
            if (best is null || deals[i] is not { IsOpen: true } deal)
            {
                Add(deals[i], i);
                continue;
            }

            var value = by.Of(deal);
            if (value < best.Threshold) _count++;
            else Add(deal, value);
        }
    }

    private bool IsPrevious(Opportunity deal, out int rank)
    {
        rank = -1;
        return _previous is not null && _previous.TryGetValue(deal.Id, out rank);
    }

    private static int ById(Opportunity left, Opportunity right) => string.CompareOrdinal(left.Id, right.Id);

    private void Add(Opportunity? deal, int position)
    {
        if (deal is null) throw GivenDeals.Missing(position, "opportunities");
        if (!deal.IsOpen)
        {
            _closed.Add(deal);
            return;
        }

        Add(deal, _by.Of(deal));
    }

    private void Add(Opportunity deal, double value)
    {
        if (double.IsNaN(value))
        {
            _unknown.Add(deal);
            return;
        }

        _count++;
        if (IsPrevious(deal, out var rank)) _keys.Add(new(deal, value, _options.Seed, rank));
        else if (_best is null) _keys.Add(new(deal, value, _options.Seed));
        else _best.Add(deal, value);
    }

    private void RefuseDuplicates(RankingKey[] keys)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in keys) Check(key.Deal);
        // All ids of a million deals would take longer than the pass.
        if (_best is not null) return;
        foreach (var deal in _unknown) Check(deal);
        foreach (var deal in _closed) Check(deal);

        void Check(Opportunity deal)
        {
            if (!ids.Add(deal.Id)) throw GivenDeals.Repeated(deal, "opportunities");
        }
    }
}
