using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Writes track records of calls in a language.</summary>
internal sealed class CallSentences(ExplanationTexts texts)
{
    public string Of(CallTrack track, CallOptions options)
    {
        var caller = texts.Value(track.Caller);
        if (track.Category is { } category) caller = texts.Fill(MessageIds.CallsOfCategory, caller, texts[NameOf(category)]);
        var (calls, model) = (track.Calls, track.Model);
        if (calls.Tendency == CallTendency.TooFew) return texts.Fill(
            MessageIds.CallsTooFew, caller, Number(calls.Periods), Number(options.MinimumPeriods), Number(calls.Forecasts));

        var sentences = new List<string>
        {
            texts.Fill(MessageIds.CallsBias, caller, Number(calls.Forecasts), Number(calls.Periods), BiasOf(calls)),
            ErrorOf(calls),
            texts[calls.Tendency switch
            {
                CallTendency.TooLow => MessageIds.CallsTendToLow,
                CallTendency.TooHigh => MessageIds.CallsTendToHigh,
                _ => MessageIds.CallsUnclear,
            }],
        };
        if (model.Forecasts == 0) sentences.Add(texts[MessageIds.CallsModelMissing]);
        else sentences.AddRange([texts.Fill(MessageIds.CallsModelBias, BiasOf(model)), ErrorOf(model)]);
        if (track.Closer != CloserForecast.TooFew) sentences.Add(texts[track.Closer switch
        {
            CloserForecast.Call => MessageIds.CallsCloser,
            CloserForecast.Model => MessageIds.CallsModelCloser,
            _ => MessageIds.CallsNeitherCloser,
        }]);
        return string.Join(" ", sentences);
    }

    private string BiasOf(CallAccuracy accuracy)
    {
        if (accuracy.Bias is not { } bias) return texts[MessageIds.CallsUnknownBias];
        return accuracy.BiasInterval is { } interval
            ? texts.Fill(MessageIds.CallsInterval, Off(bias), Percent(interval.Level), Range(interval))
            : Off(bias);
    }

    private string Range(StatisticalInterval interval)
    {
        // On one side of 0, the direction is said once; the smaller error comes first.
        var (from, to) = interval.High <= 0 ? (interval.High, interval.Low) : (interval.Low, interval.High);
        return texts.Fill(MessageIds.CallsRange, interval.Low > 0 == interval.High > 0 ? Percent(from) : Off(from), Off(to));
    }

    private string Off(double bias)
    {
        if (Math.Round(Math.Abs(bias), 2) == 0) return texts[MessageIds.CallsRight];
        return texts.Fill(bias > 0 ? MessageIds.CallsLow : MessageIds.CallsHigh, Percent(bias));
    }

    private string ErrorOf(CallAccuracy accuracy) => accuracy.Wape is { } error
        ? texts.Fill(MessageIds.CallsError, Percent(error))
        : texts[MessageIds.CallsNothingWon];

    private static string NameOf(ForecastCategory category) => category switch
    {
        ForecastCategory.Pipeline => MessageIds.CategoryPipeline,
        ForecastCategory.BestCase => MessageIds.CategoryBestCase,
        ForecastCategory.MostLikely => MessageIds.CategoryMostLikely,
        ForecastCategory.Commit => MessageIds.CategoryCommit,
        ForecastCategory.Closed => MessageIds.CategoryClosed,
        _ => MessageIds.CategoryOmitted,
    };

    private string Number(int number) => texts.Formats.Number(number);

    private string Percent(double share) => texts.Formats.Percent(Math.Abs(share));
}
