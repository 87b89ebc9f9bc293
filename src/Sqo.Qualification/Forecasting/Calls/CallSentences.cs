using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Writes track records of calls in English and Swedish.</summary>
internal sealed class CallSentences(ExplanationTexts texts)
{
    private readonly bool _isSwedish = texts.Language == "sv";

    public string Of(CallTrack track, CallOptions options)
    {
        var head = track.Category is { } category ? $"{track.Caller} ({NameOf(category)})" : track.Caller;
        var calls = track.Calls;
        var count = $"{head}: {Calls(calls.Forecasts)} {(_isSwedish ? "för" : "for")} {Periods(calls.Periods)}";
        if (calls.Tendency == CallTendency.TooFew)
        {
            return _isSwedish
                ? $"{count} som är över; för ett omdöme behövs {Number(options.MinimumPeriods)}."
                : $"{count} that {(calls.Periods == 1 ? "is" : "are")} over; {Number(options.MinimumPeriods)} are needed to judge.";
        }

        var sentences = new List<string>
        {
            $"{count}, {(_isSwedish ? "i genomsnitt" : "on average")} {BiasOf(calls)}. {Error(calls)} {TendencyOf(calls)}",
            ModelOf(track.Model),
        };
        if (track.Closer != CloserForecast.TooFew) sentences.Add(CloserOf(track.Closer));
        return string.Join(" ", sentences);
    }

    private string ModelOf(CallAccuracy model)
    {
        if (model.Forecasts == 0) return _isSwedish ? "Modellen hade för lite historik." : "The model had too little history.";
        return _isSwedish
            ? $"Modellen samma dagar: i genomsnitt {BiasOf(model)}. {Error(model)}"
            : $"The model on the same days: on average {BiasOf(model)}. {Error(model)}";
    }

    private string BiasOf(CallAccuracy accuracy)
    {
        if (accuracy.Bias is not { } bias) return _isSwedish ? "okänt hur rätt" : "right by an unknown amount";
        var text = Off(bias);
        if (accuracy.BiasInterval is not { } interval) return text;
        var level = texts.Formats.Percent(interval.Level);
        return _isSwedish ? $"{text} ({level} konfidensintervall: {Range(interval)})" : $"{text} ({level} interval: {Range(interval)})";
    }

    private string Range(StatisticalInterval interval)
    {
        var joint = _isSwedish ? "till" : "to";
        var isOneSide = interval.Low > 0 == interval.High > 0;
        // The smaller error first.
        var (from, to) = interval.High <= 0 ? (interval.High, interval.Low) : (interval.Low, interval.High);
        return isOneSide ? $"{Percent(from)} {joint} {Off(to)}" : $"{Off(from)} {joint} {Off(to)}";
    }

    private string Off(double bias) => bias switch
    {
        _ when Math.Round(Math.Abs(bias), 2) == 0 => _isSwedish ? "rätt" : "right",
        > 0 => $"{Percent(bias)} {(_isSwedish ? "för låga" : "too low")}",
        _ => $"{Percent(bias)} {(_isSwedish ? "för höga" : "too high")}",
    };

    private string Error(CallAccuracy accuracy)
    {
        if (accuracy.Wape is not { } error) return _isSwedish ? "Inget vanns." : "Nothing was won.";
        return _isSwedish ? $"Felen var {Percent(error)} av det som vanns." : $"The errors were {Percent(error)} of the amounts won.";
    }

    private string TendencyOf(CallAccuracy calls) => calls.Tendency switch
    {
        CallTendency.TooLow => _isSwedish ? "De är för låga." : "They tend to be too low.",
        CallTendency.TooHigh => _isSwedish ? "De är för höga." : "They tend to be too high.",
        _ => _isSwedish ? "De är varken klart för höga eller för låga." : "They are neither clearly too high nor too low.",
    };

    private string CloserOf(CloserForecast closer) => closer switch
    {
        CloserForecast.Call => _isSwedish ? "Prognoserna träffade bättre än modellen." : "The calls were closer than the model.",
        CloserForecast.Model => _isSwedish ? "Modellen träffade bättre." : "The model was closer.",
        _ => _isSwedish ? "Ingen av dem träffade klart bättre." : "Neither was clearly closer.",
    };

    private string NameOf(ForecastCategory category) => category switch
    {
        ForecastCategory.Commit => _isSwedish ? "åtagande" : "commit",
        ForecastCategory.BestCase => _isSwedish ? "bästa fall" : "best case",
        ForecastCategory.MostLikely => _isSwedish ? "mest troligt" : "most likely",
        ForecastCategory.Pipeline => "pipeline",
        ForecastCategory.Closed => _isSwedish ? "vunnet" : "closed",
        _ => _isSwedish ? "utelämnat" : "omitted",
    };

    private string Calls(int count) => _isSwedish ? $"{Number(count)} {(count == 1 ? "prognos" : "prognoser")}"
        : $"{Number(count)} {(count == 1 ? "call" : "calls")}";

    private string Periods(int count) => _isSwedish ? $"{Number(count)} {(count == 1 ? "period" : "perioder")}"
        : $"{Number(count)} {(count == 1 ? "period" : "periods")}";

    private string Number(int number) => texts.Formats.Number(number);

    private string Percent(double share) => texts.Formats.Percent(Math.Abs(share));
}
