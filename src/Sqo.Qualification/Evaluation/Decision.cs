using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The decision of a profile about an opportunity, small enough to keep a million of them: at most 48 bytes, no references.
/// Two decisions are equal when every part is.
/// </summary>
/// <remarks>
/// The default value is "disqualified with a score of 0". <c>Explain</c> gives the same in detail.
/// </remarks>
public readonly struct Decision : IEquatable<Decision>
{
    private const double Billion = 1_000_000_000;

    private readonly double _score;
    private readonly double _lowest;
    private readonly double _highest;
    private readonly ulong _unmet;
    private readonly ulong _unknown;
    private readonly uint _completeness;
    private readonly byte _verdict;
    private readonly bool _hasErrors;

    // The index of the grade plus 1; 0 for no grade.
    private readonly ushort _grade;

    internal Decision(Verdict verdict, in ScoreRange range, ulong unmet, ulong unknown, uint completeness, bool hasErrors, ushort grade = 0)
    {
        _score = range.RawScore;
        _lowest = range.RawLowest;
        _highest = range.RawHighest;
        _unmet = unmet;
        _unknown = unknown;
        _completeness = completeness;
        _verdict = (byte)verdict;
        _hasErrors = hasErrors;
        _grade = grade;
    }

    /// <summary>The verdict.</summary>
    public Verdict Verdict => (Verdict)_verdict;

    /// <summary>Whether the opportunity is an SQO: shorthand for the verdict <see cref="Verdict.Qualified"/>.</summary>
    public bool IsQualified => Verdict == Verdict.Qualified;

    /// <summary>The exact score from 0 to 100, in which unknown answers contribute nothing. For display, use
    /// <see cref="QualificationResult.DisplayScore"/>.</summary>
    public double Score => _score;

    /// <summary>The score if every unknown answer takes its worst value, from 0 to 100.</summary>
    public double Lowest => _lowest;

    /// <summary>The score if every unknown answer takes its best value, from 0 to 100.</summary>
    public double Highest => _highest;

    /// <summary>The share of the weight whose answers are known, from 0 to 1, to nine decimals.</summary>
    public double Completeness => _completeness / Billion;

    /// <summary>
    /// The grade, as its index in <see cref="QualificationProfile{T}.Grades"/>, 0 for the best;
    /// <see cref="QualificationProfile{T}.GradeOf"/> gives its name.
    /// </summary>
    /// <value><see langword="null"/> when the profile gives no grades.</value>
    public int? GradeIndex => _grade == 0 ? null : _grade - 1;

    /// <summary>The criteria that are unmet.</summary>
    public CriterionSet Unmet => new(_unmet);

    /// <summary>The criteria whose answers are unknown.</summary>
    public CriterionSet Unknown => new(_unknown);

    /// <summary>Whether code of a criterion failed and its answer is therefore unknown; <c>Explain</c> shows which one.</summary>
    public bool HasErrors => _hasErrors;

    /// <summary>
    /// Determines whether the opportunity has become an SQO, or stopped being one, since a previous decision. If you keep each
    /// decision for the next time, you see each crossing once.
    /// </summary>
    /// <param name="previous">The previous decision; the default value when there was none.</param>
    /// <returns>The crossing.</returns>
    public Crossing CrossingSince(Decision previous) => CrossingAfter(previous.IsQualified);

    internal Crossing CrossingAfter(bool wasQualified) =>
        IsQualified == wasQualified ? Crossing.None : IsQualified ? Crossing.Entered : Crossing.Exited;

    /// <inheritdoc/>
    public bool Equals(Decision other) =>
        _verdict == other._verdict && _score.Equals(other._score) && _lowest.Equals(other._lowest) && _highest.Equals(other._highest)
        && _unmet == other._unmet && _unknown == other._unknown && _completeness == other._completeness && _hasErrors == other._hasErrors
        && _grade == other._grade;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Decision other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((_score.GetHashCode() * 31) + (_unmet.GetHashCode() * 17) + _unknown.GetHashCode());

    /// <summary>The verdict and the score with its range, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Verdict} {InvariantText.Of(_score)} [{InvariantText.Of(_lowest)}, {InvariantText.Of(_highest)}]";

    /// <summary>Whether every part of both decisions is the same.</summary>
    /// <param name="left">The first decision.</param>
    /// <param name="right">The second decision.</param>
    /// <returns><see langword="true"/> when they are equal.</returns>
    public static bool operator ==(Decision left, Decision right) => left.Equals(right);

    /// <summary>Whether a part of the decisions differs.</summary>
    /// <param name="left">The first decision.</param>
    /// <param name="right">The second decision.</param>
    /// <returns><see langword="true"/> when they differ.</returns>
    public static bool operator !=(Decision left, Decision right) => !left.Equals(right);
}
