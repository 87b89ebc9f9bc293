using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The figures of audits in words.</summary>
internal static class AuditText
{
    /// <summary>A rate with its interval and n, or that there are too few to judge.</summary>
    public static string Rate(ExplanationTexts texts, ObservedRate rate, AuditOptions options)
    {
        if (!options.IsEnough(rate) || rate.Interval(options.Confidence) is not { } interval)
        {
            return texts.Message(MessageIds.AuditTooFew, rate.Successes, rate.Trials);
        }

        return texts.Fill(
            MessageIds.AuditRate, Percent(texts, rate.Value!.Value), Percent(texts, interval.Low), Percent(texts, interval.High),
            texts.Value(rate.Trials));
    }

    /// <summary>A share of a counted whole, such as of all rejections.</summary>
    public static string Share(ExplanationTexts texts, ObservedRate share) => texts.Fill(
        MessageIds.AuditShare, share.Value is { } value ? Percent(texts, value) : texts[MessageIds.ValueMissing],
        texts.Value(share.Successes), texts.Value(share.Trials));

    /// <summary>How many deals there are in a group, and how they ended.</summary>
    public static string Group(ExplanationTexts texts, OutcomeCounts counts, AuditOptions options)
    {
        if (counts.Deals == 0) return texts.Value(0L);
        var line = texts.Fill(
            MessageIds.AuditGroup, texts.Value(counts.Deals), texts.Value(counts.Won), texts.Value(counts.Lost), texts.Value(counts.Open),
            Rate(texts, counts.WinRate, options));
        if (counts.Revenue is not { } revenue) return line;
        line = texts.Fill(MessageIds.AuditRevenue, line, texts.Value(revenue));
        return counts.WithoutAmount == 0 ? line : texts.Fill(MessageIds.AuditUnpriced, line, texts.Value(counts.WithoutAmount));
    }

    /// <summary>Whether one group won more often than another; <see langword="null"/> if there are too few deals to judge.</summary>
    public static int? Compare(RateDifference difference, AuditOptions options)
    {
        if (!options.IsEnough(difference.First) || !options.IsEnough(difference.Second)) return null;
        var interval = difference.Interval(options.Confidence)!.Value;
        return interval.Low > 0 ? 1 : interval.High < 0 ? -1 : 0;
    }

    public static string Percent(ExplanationTexts texts, double share) => texts.Formats.Percent(share, 1);

    public static string Number(ExplanationTexts texts, double number) =>
        texts.Formats.Number(Math.Abs(number) < 1e15 ? (decimal)number : 0, 0, 3);

    public static string Lines(IEnumerable<string> lines) => string.Join("\n", lines);
}
