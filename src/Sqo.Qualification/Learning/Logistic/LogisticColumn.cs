using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A column of the opportunity type: a number on a line or, with a trend, in bins; or a text, for a category.</summary>
internal sealed class LogisticColumn<T>(
    string name, Func<T, double?>? number, Func<T, string?>? text, string? whenMissing, BinTrend? trend, int mostBins)
{
    public string Name => name;

    public string? WhenMissing => whenMissing;

    public bool IsText => text is not null;

    /// <summary>The number; NaN if it is missing.</summary>
    public double NumberOf(T deal)
    {
        try
        {
            return number!(deal) ?? double.NaN;
        }
        catch (Exception cause) when (CriterionErrors.IsOfCriterion(cause))
        {
            throw Thrown(cause);
        }
    }

    /// <summary>The level, with the one for missing values; null if it is unknown.</summary>
    public string? TextOf(T deal)
    {
        try
        {
            return text!(deal) ?? whenMissing;
        }
        catch (Exception cause) when (CriterionErrors.IsOfCriterion(cause))
        {
            throw Thrown(cause);
        }
    }

    /// <summary>Reads the column of the deals that are learned from.</summary>
    public ColumnData Read(List<T> deals, bool[] won)
    {
        if (IsText)
        {
            var levels = new LevelReader(deals.Count);
            for (var i = 0; i < deals.Count; i++) levels.Add(TextOf(deals[i]));
            return new(name, whenMissing, won, levels);
        }

        var numbers = new double[deals.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = NumberOf(deals[i]) + 0.0; // -0 is 0
            if (Math.Abs(numbers[i]) > LogisticColumns<T>.GreatestNumber) throw new ArgumentException(
                $"The number \"{name}\" of closed deal {InvariantText.Of((long)i)} (from 0) is {InvariantText.Of(numbers[i])}; " +
                "it must lie from -1e100 to 1e100.", nameof(deals));
        }

        return new(name, whenMissing, won, numbers, trend, mostBins);
    }

    private InvalidOperationException Thrown(Exception cause) =>
        new($"The selector of the column \"{name}\" has thrown {cause.GetType().Name}: {cause.Message}", cause);
}
