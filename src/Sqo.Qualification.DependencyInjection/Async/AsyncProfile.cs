using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// The declaration of a profile with asynchronous criteria. It can't evaluate opportunities itself: use an
/// <see cref="IAsyncQualifier{T}"/>. Immutable.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class AsyncProfile<T>
{
    private readonly QualificationProfile<T> _profile;
    private readonly CriterionInfo[] _asynchronous;

    internal AsyncProfile(QualificationProfile<T> profile, CriterionInfo[] asynchronous)
    {
        _profile = profile;
        _asynchronous = asynchronous;
    }

    /// <summary>The name.</summary>
    public string Name => _profile.Name;

    /// <summary>The version.</summary>
    /// <value>The default is "1".</value>
    public string Version => _profile.Version;

    /// <summary>
    /// The SHA-256 hash of <see cref="Declaration"/>, in hexadecimal. It includes the id, the class and the revision of an asynchronous
    /// criterion, but no time-outs or limits.
    /// </summary>
    public string Fingerprint => _profile.Fingerprint;

    /// <summary>Everything that the profile declares, as canonical text, one line per criterion.</summary>
    public string Declaration => _profile.Declaration;

    /// <summary>The score that qualifies, from 0 to 100.</summary>
    public double Threshold => _profile.Threshold;

    /// <summary>The maximum number of points that a near miss may be short; <see langword="null"/> when there are no near misses.</summary>
    public double? NearMissMargin => _profile.NearMissMargin;

    /// <summary>What happens when a criterion fails or takes too long.</summary>
    public ErrorHandling ErrorHandling => _profile.ErrorHandling;

    /// <summary>The criteria in the order of the profile, each before its parts.</summary>
    public IReadOnlyList<CriterionInfo> Criteria => _profile.Criteria;

    /// <summary>The asynchronous criteria, in the order in which they are evaluated.</summary>
    public IReadOnlyList<CriterionInfo> AsyncCriteria => Array.AsReadOnly(_asynchronous);

    /// <summary>Warnings about settings that look wrong but could be intended; empty when there are none.</summary>
    public IReadOnlyList<LintWarning> Lint => _profile.Lint;

    /// <summary>Gets the criterion with an id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">The profile has no such criterion; the message lists its criteria.</exception>
    public CriterionInfo this[string id] => _profile[id];

    /// <summary>Gets the criteria of a set, in ascending order of their indexes.</summary>
    /// <param name="set">A set of a decision of this profile.</param>
    /// <returns>The criteria.</returns>
    /// <exception cref="ArgumentException">The set contains an index that the profile does not have.</exception>
    public IReadOnlyList<CriterionInfo> CriteriaIn(CriterionSet set) => _profile.CriteriaIn(set);

    /// <summary>Repeats a recorded decision from the recorded inputs and answers alone: no criterion is evaluated.</summary>
    /// <param name="record">The record of a decision of a profile with the same fingerprint.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The record is of another profile, its inputs don't fit this one, or it was changed.</exception>
    public QualificationResult Replay(DecisionRecord record) => _profile.Replay(record);

    /// <summary>The name, version and number of criteria.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _profile.ToString();
}
