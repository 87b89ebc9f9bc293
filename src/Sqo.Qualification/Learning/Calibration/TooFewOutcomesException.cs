using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// There are too few won or too few lost deals to learn from; the message says how many there are, and how many are needed.
/// </summary>
[Serializable]
public sealed class TooFewOutcomesException : Exception
{
    [NonSerialized]
    private Details _details = null!;

    internal TooFewOutcomesException(string message, long won, long lost, int minimumWon, int minimumLost)
        : base(message) => Take(new Details(won, lost, minimumWon, minimumLost));

    /// <summary>The number of won deals.</summary>
    public long Won => _details.Won;

    /// <summary>The number of lost deals.</summary>
    public long Lost => _details.Lost;

    /// <summary>The minimum number of won deals.</summary>
    public int MinimumWon => _details.MinimumWon;

    /// <summary>The minimum number of lost deals.</summary>
    public int MinimumLost => _details.MinimumLost;

    internal static void Check(string what, long won, long lost, int minimumWon, int minimumLost)
    {
        if (Reason(what, won, lost, minimumWon, minimumLost) is { } reason) throw new TooFewOutcomesException(
            reason, won, lost, minimumWon, minimumLost);
    }

    internal static string? Reason(string what, long won, long lost, int minimumWon, int minimumLost) =>
        won >= minimumWon && lost >= minimumLost
        ? null
        : $"{what} takes at least {InvariantText.Of((long)minimumWon)} won and {InvariantText.Of((long)minimumLost)} lost deals; " +
          $"there are {InvariantText.Of(won)} won and {InvariantText.Of(lost)} lost.";

    private void Take(Details details)
    {
        _details = details;
#if NETFRAMEWORK
        if (ExceptionCrossing.IsSupported) SerializeObjectState += (_, state) => state.AddSerializedState(details);
#endif
    }

    [Serializable]
    private sealed record Details(long Won, long Lost, int MinimumWon, int MinimumLost) : IExceptionDetails
    {
        public void CompleteDeserialization(object deserialized) => ((TooFewOutcomesException)deserialized).Take(this);
    }
}
