using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>How well models would have forecast from earlier days. Immutable.</summary>
public sealed class BacktestReport
{
    internal BacktestReport(DateTime[] origins, BacktestScore[] scores, BacktestGap[] gaps)
    {
        Origins = Array.AsReadOnly(origins);
        Scores = Array.AsReadOnly(scores);
        Gaps = Array.AsReadOnly(gaps);
    }

    /// <summary>The last known day of each round, ascending.</summary>
    public IReadOnlyList<DateTime> Origins { get; }

    /// <summary>The scores, by months ahead, then by model in the order given; the naive model is included.</summary>
    public IReadOnlyList<BacktestScore> Scores { get; }

    /// <summary>The forecasts that could not be made because of too little history.</summary>
    public IReadOnlyList<BacktestGap> Gaps { get; }

    /// <summary>Gets the score of a model.</summary>
    /// <param name="model">Its id.</param>
    /// <param name="monthsAhead">How many months ahead.</param>
    /// <returns>The score; <see langword="null"/> if there is none.</returns>
    public BacktestScore? Of(string model, int monthsAhead)
    {
        foreach (var score in Scores)
        {
            if (score.MonthsAhead == monthsAhead && string.Equals(score.Model, model, StringComparison.Ordinal)) return score;
        }

        return null;
    }
}
