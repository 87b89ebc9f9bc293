using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The lines of lists in words.</summary>
internal static class RankingText
{
    private const int LeastDecimals = 2;
    private const int MostDecimals = 10;
    private const double Whole = 1_000;

    // Beyond, a number has no place for decimals.
    private const double Largest = 1e15;

    public static string Label(ExplanationTexts texts, RankingFactor factor) =>
        texts.Name(RankingFactor.LabelPrefix, factor.Id, factor.Label);

    public static string Line(ExplanationTexts texts, RankedOpportunity deal)
    {
        var by = deal.RankedBy;
        var rank = texts.Value(deal.Rank);
        var name = texts.Name(RankingValue.LabelPrefix, by.Id, by.Label);
        var parts = deal.Parts;
        var decimals = DecimalsOf(deal, out var value);
        var shown = Number(texts, value, DecimalsOf(value));
        string line;
        if (parts.Count == 1 && !parts[0].Factor.Divides)
        {
            line = texts.Fill(MessageIds.RankingLineAlone, rank, name, shown);
            if (Detail(texts, parts[0]) is { } detail) line = texts.Fill(MessageIds.RankingLineDetail, line, detail);
        }
        else
        {
            var all = "";
            for (var i = 0; i < parts.Count; i++)
            {
                var sign = by.IsSum ? " + " : parts[i].Factor.Divides ? " / " : " \u00D7 ";
                all += i > 0 ? sign : parts[i].Factor.Divides ? "1 / " : "";
                all += Part(texts, parts[i], decimals);
            }

            line = texts.Fill(MessageIds.RankingLine, rank, name, shown, all);
        }

        if (deal.RankByValue == deal.Rank) return line;
        return deal.RankByValue is { } place
            ? texts.Fill(MessageIds.RankingKept, line, texts.Value(place))
            : texts.Fill(MessageIds.RankingKeptBeyond, line);
    }

    public static string Line(ExplanationTexts texts, RankingChange change)
    {
        if (change.Kind == RankingChangeKind.New) return texts.Message(MessageIds.RankingNew, change.Rank);
        var why = change.Reason switch
        {
            RankingChangeReason.ValueChanged when change.Factor is { } factor => texts.Fill(
                MessageIds.RankingFromTo, Label(texts, factor), Shown(texts, factor, change.FactorBefore!.Value),
                Shown(texts, factor, change.FactorAfter!.Value)),
            RankingChangeReason.ValueChanged => texts.Fill(
                MessageIds.RankingFromTo, texts[MessageIds.FactorValue], texts.Formats.Number(change.PreviousValue!.Value),
                texts.Formats.Number(change.Value!.Value)),
            RankingChangeReason.OthersChanged => texts[MessageIds.RankingOthersChanged],
            RankingChangeReason.Won => texts[MessageIds.RankingWon],
            RankingChangeReason.Lost => texts[MessageIds.RankingLost],
            RankingChangeReason.Unknown => texts[MessageIds.RankingNoLongerKnown],
            RankingChangeReason.BelowTheBest => texts[MessageIds.RankingBelowTheBest],
            _ => texts[MessageIds.RankingMissing],
        };
        return change.Kind == RankingChangeKind.Gone
            ? texts.Fill(MessageIds.RankingGone, texts.Value(change.PreviousRank), why)
            : texts.Fill(
                change.Kind == RankingChangeKind.Up ? MessageIds.RankingUp : MessageIds.RankingDown, texts.Value(change.PreviousRank),
                texts.Value(change.Rank), why);
    }

    /// <summary>The fewest decimals with which the parts, as they are shown, give the value as it is shown.</summary>
    private static int DecimalsOf(RankedOpportunity deal, out double value)
    {
        value = deal.Value;
        var places = DecimalsOf(value);
        var target = Rounded(value, places);
        for (var decimals = LeastDecimals; decimals < MostDecimals; decimals++)
        {
            var parts = new List<double>();
            foreach (var part in deal.Parts) parts.Add(Rounded(part.Value, decimals));
            if (Rounded(deal.RankedBy.Total(parts), places) == target) return decimals;
        }

        return MostDecimals;
    }

    private static int DecimalsOf(double value) => Math.Abs(value) switch
    {
        >= Whole => 0,
        >= 1 => 2,
        >= 0.01 => 6,
        _ => MostDecimals,
    };

    private static double Rounded(double value, int decimals) => Math.Abs(value) < Largest
        ? (double)Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero)
        : value;

    private static string Number(ExplanationTexts texts, double value, int decimals) =>
        Math.Abs(value) < Largest ? texts.Formats.Number((decimal)value, 0, decimals) : texts.Formats.Number(value);

    private static string Part(ExplanationTexts texts, RankingPart part, int decimals)
    {
        var shown = Shown(texts, part.Factor, part.Value, decimals);
        return Detail(texts, part) is { } detail
            ? texts.Fill(MessageIds.RankingPartDetail, Label(texts, part.Factor), shown, detail)
            : texts.Fill(MessageIds.RankingPart, Label(texts, part.Factor), shown);
    }

    private static string Shown(ExplanationTexts texts, RankingFactor factor, double value, int decimals = 3) => factor.Format switch
    {
        RankingFormat.Percent => texts.Formats.Percent(Rounded(value, decimals), decimals - 2),
        RankingFormat.Hours => texts.Fill(MessageIds.ValueHours, Number(texts, value, decimals)),
        _ => Number(texts, value, decimals),
    };

    private static string? Detail(ExplanationTexts texts, RankingPart part)
    {
        if (part.IsAssumed) return texts[MessageIds.RankingAssumed];
        if (part.Observed is not { } observed) return null;
        return part.Factor.Format switch
        {
            RankingFormat.DaysLeft => texts.Fill(MessageIds.RankingDaysLeft, Number(texts, observed, 1)),
            RankingFormat.HoursLeft when observed < 0 => texts.Fill(MessageIds.RankingHoursOver, Number(texts, -observed, 1)),
            RankingFormat.HoursLeft => texts.Fill(MessageIds.RankingHoursLeft, Number(texts, observed, 1)),
            _ => texts.Fill(MessageIds.RankingCompetitors, Number(texts, observed, 1)),
        };
    }
}
