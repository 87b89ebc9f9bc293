using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Counts the outcomes of a group of deals, and adds up their revenue: the same bits in any order.</summary>
internal sealed class OutcomeSums(bool hasMoney)
{
    private ExactDecimalSum? _revenue = hasMoney ? new() : null;
    private long _won;
    private long _lost;
    private long _open;
    private long _withoutAmount;

    public long Deals => _won + _lost + _open;

    /// <summary>Adds the marked deals of a word of 64 rows.</summary>
    public void Add(ulong rows, int word, DealOutcomes outcomes)
    {
        if (rows == 0) return;
        var won = rows & outcomes.Won[word];
        var (wins, losses) = (Bits.Count(won), Bits.Count(rows & outcomes.Lost[word]));
        _won += wins;
        _lost += losses;
        _open += Bits.Count(rows) - wins - losses;
        if (_revenue is null) return;
        _withoutAmount += Bits.Count(won & ~outcomes.Priced[word]);
        for (won &= outcomes.Priced[word]; won != 0; won &= won - 1) _revenue.Add(outcomes.Amounts[(word * 64) + Bits.Lowest(won)]);
    }

    /// <summary>Adds the deal of a row.</summary>
    public void Add(DealOutcomes outcomes, int row)
    {
        if (DealOutcomes.Has(outcomes.Won, row)) AddWon(outcomes.AmountOf(row));
        else if (DealOutcomes.Has(outcomes.Lost, row)) _lost++;
        else _open++;
    }

    /// <summary>Adds a deal.</summary>
    public void Add(OpportunityOutcome outcome, decimal? amount)
    {
        if (outcome == OpportunityOutcome.Won) AddWon(amount);
        else if (outcome == OpportunityOutcome.Lost) _lost++;
        else _open++;
    }

    public void Add(OutcomeSums other)
    {
        _won += other._won;
        _lost += other._lost;
        _open += other._open;
        _withoutAmount += other._withoutAmount;
        if (other._revenue is not null) _revenue?.Add(other._revenue);
    }

    public void Transfer(SumState state)
    {
        state.Of(ref _won);
        state.Of(ref _lost);
        state.Of(ref _open);
        if (_revenue is null) return;
        state.Of(ref _withoutAmount);
        state.Of(ref _revenue);
    }

    private void AddWon(decimal? amount)
    {
        _won++;
        if (_revenue is null) return;
        if (amount is { } known) _revenue.Add(known);
        else _withoutAmount++;
    }

    public OutcomeCounts ToCounts() => new(_won, _lost, _open, _revenue?.Value, _withoutAmount);
}
