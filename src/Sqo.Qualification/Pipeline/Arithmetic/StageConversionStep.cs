using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How many of those that entered a stage went on to the next. Immutable.</summary>
public sealed class StageConversionStep
{
    private readonly StageConversionStep? _all;

    internal StageConversionStep(string from, string? to, StageConversionStep? all)
    {
        From = from;
        To = to;
        _all = all;
    }

    /// <summary>The stage that they entered.</summary>
    public string From { get; }

    /// <summary>The next stage; <see langword="null"/> after the last one, which leads to won.</summary>
    public string? To { get; }

    /// <summary>How many entered it: <see cref="Reached"/> + <see cref="Lost"/> + <see cref="Open"/>.</summary>
    public int Entered => Reached + Lost + Open;

    /// <summary>How many later reached the next stage, one beyond it, or were won.</summary>
    public int Reached { get; private set; }

    /// <summary>How many were lost before.</summary>
    public int Lost { get; private set; }

    /// <summary>How many are open and have not reached it: censored, in no rate.</summary>
    public int Open { get; private set; }

    /// <summary>Reached / (reached + lost), with its Wilson interval.</summary>
    public ObservedRate Rate => new(Reached, (long)Reached + Lost);

    /// <summary>
    /// Shrinks the rate towards that of all segments, which counts as <paramref name="strength"/> opportunities (a Beta prior).
    /// </summary>
    /// <param name="strength">How many opportunities the rate of all counts as, above 0. The default is 10.</param>
    /// <returns>From 0 to 1; <see langword="null"/> when the rate of all is undefined.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="strength"/> is not a finite number above 0.</exception>
    public double? Shrunk(double strength = 10)
    {
        Guard.Positive(strength);
        return (_all ?? this).Rate.Value is { } rate ? ((rate * strength) + Reached) / (strength + Reached + Lost) : null;
    }

    /// <summary>The two stages and the rate, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{From} -> {To ?? "won"}: {Rate}";

    internal void Add(bool reached, bool isOpen)
    {
        if (reached) Reached++;
        else if (isOpen) Open++;
        else Lost++;
    }
}
