using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What managers called beside what a model forecast on the same days, and what was won: the error and the bias of both. Immutable.
/// </summary>
/// <remarks>The model gets the history cut off at the day of each call, as in <see cref="Backtest"/>.</remarks>
public sealed class CallComparison
{
    private CallComparison(CallTrack[] tracks, CallRow[] rows)
    {
        Tracks = Array.AsReadOnly(tracks);
        Rows = Array.AsReadOnly(rows);
    }

    /// <summary>The track record of each caller and category, by caller, then category.</summary>
    public IReadOnlyList<CallTrack> Tracks { get; }

    /// <summary>All calls, by the end of their period, then by the day they were made, then by caller.</summary>
    public IReadOnlyList<CallRow> Rows { get; }

    /// <summary>The calls whose periods are not over, or not observed from their start: they are in no measure.</summary>
    public IEnumerable<CallRow> Pending => Rows.Where(row => row.Actual is null);

    /// <summary>Compares calls with a model and with the amounts won.</summary>
    /// <param name="calls">The calls, in any order.</param>
    /// <param name="history">The history.</param>
    /// <param name="options">The model, and which deals a caller calls. The default is <see cref="CallOptions.Default"/>.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calls"/> or <paramref name="history"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A call is <see langword="null"/>.</exception>
    /// <exception cref="MissingExchangeRateException">A deal's amount is in a currency without a rate.</exception>
    public static CallComparison Of(IEnumerable<ForecastCall> calls, PipelineHistory history, CallOptions? options = null)
    {
        Guard.NotNull(history);
        options ??= CallOptions.Default;
        ForecastCall[] all = [.. Guard.NotNull(calls)];
        if (Array.IndexOf(all, null!) is var missing and >= 0) throw new ArgumentException(
            $"Call {InvariantText.Of((long)missing)} (from 0) is null.", nameof(calls));
        var rows = new List<CallRow>();
        foreach (var caller in all.GroupBy(call => options.Caller is null ? "" : call.Caller, StringComparer.Ordinal))
        {
            var own = options.Caller is { } of
                ? history.Where(deal => string.Equals(PipelineText.OrNull(of(deal)), caller.Key, StringComparison.Ordinal)) : history;
            var days = new CallDays(own, options);
            rows.AddRange(caller.Select(days.RowOf));
        }

        CallRow[] sorted = [.. rows.OrderBy(row => row.Call.Period.LastDay).ThenBy(row => row.Call.Period.FirstDay)
            .ThenBy(row => row.Call.MadeDay)
            .ThenBy(row => row.Call.Caller, StringComparer.Ordinal).ThenBy(row => row.Call.Category)];
        CallTrack[] tracks = [.. sorted.GroupBy(row => (row.Call.Caller, row.Call.Category))
            .OrderBy(track => track.Key.Caller, StringComparer.Ordinal).ThenBy(track => track.Key.Category)
            .Select(track => new CallTrack(track.Key.Caller, track.Key.Category, [.. track], options))];
        return new(tracks, sorted);
    }
}
