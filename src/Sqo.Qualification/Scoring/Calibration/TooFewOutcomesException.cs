using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>There are too few won or too few lost deals to learn from; the message says how many, and how many it takes.</summary>
public sealed class TooFewOutcomesException : Exception
{
    internal TooFewOutcomesException(string message, long won, long lost, int minimumWon, int minimumLost)
        : base(message)
    {
        Won = won;
        Lost = lost;
        MinimumWon = minimumWon;
        MinimumLost = minimumLost;
    }

    /// <summary>The won deals there are.</summary>
    public long Won { get; }

    /// <summary>The lost deals there are.</summary>
    public long Lost { get; }

    /// <summary>The won deals it takes.</summary>
    public int MinimumWon { get; }

    /// <summary>The lost deals it takes.</summary>
    public int MinimumLost { get; }

    internal static void Check(string what, long won, long lost, int minimumWon, int minimumLost)
    {
        if (Reason(what, won, lost, minimumWon, minimumLost) is { } reason) throw new TooFewOutcomesException(reason, won, lost, minimumWon, minimumLost);
    }

    internal static string? Reason(string what, long won, long lost, int minimumWon, int minimumLost) => won >= minimumWon && lost >= minimumLost
        ? null
        : $"{what} takes at least {InvariantText.Of((long)minimumWon)} won and {InvariantText.Of((long)minimumLost)} lost deals; " +
          $"there are {InvariantText.Of(won)} won and {InvariantText.Of(lost)} lost.";
}
