using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>When the figures of an audit count as enough to judge by. Immutable.</summary>
public sealed class AuditOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="minimumClosed">
    /// The least number of closed deals behind a rate, 1 or more. Below it, texts mark the rate, and lifts, information values and verdicts
    /// are withheld. The default is 30.
    /// </param>
    /// <param name="confidence">The confidence of intervals, above 0 and below 1. The default is 0.95.</param>
    /// <param name="samenessFrom">
    /// The Cramer's V from which two criteria count as saying the same, above 0 and at most 1. The default is 0.5, a large effect by Cohen
    /// (1988).
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public AuditOptions(int minimumClosed = 30, double confidence = 0.95, double samenessFrom = 0.5)
    {
        MinimumClosed = Guard.AtLeast(1, minimumClosed);
        Confidence = Guard.OpenUnit(confidence);
        SamenessFrom = Guard.Within(0, Guard.Positive(samenessFrom), 1);
    }

    /// <summary>The options with every default.</summary>
    public static AuditOptions Default { get; } = new();

    /// <summary>The least number of closed deals behind a rate. The default is 30.</summary>
    public int MinimumClosed { get; }

    /// <summary>The confidence of intervals. The default is 0.95.</summary>
    public double Confidence { get; }

    /// <summary>The Cramer's V from which two criteria count as saying the same. The default is 0.5.</summary>
    public double SamenessFrom { get; }

    internal bool IsEnough(ObservedRate rate) => rate.Trials >= MinimumClosed;

    internal bool IsSameAs(AuditOptions other) =>
        MinimumClosed == other.MinimumClosed && Confidence.Equals(other.Confidence) && SamenessFrom.Equals(other.SamenessFrom);
}
