using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// What a profile with asynchronous criteria declares. It has no way to judge by itself: that takes an <see cref="IAsyncQualifier{T}"/>.
/// Immutable.
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
    /// <value>"1" unless told.</value>
    public string Version => _profile.Version;

    /// <summary>
    /// The SHA-256 of <see cref="Declaration"/>, in hexadecimal. Of an asynchronous criterion it has the id, the class and the revision; time-outs
    /// and limits are no part of it.
    /// </summary>
    public string Fingerprint => _profile.Fingerprint;

    /// <summary>All that the profile declares, in a canonical text, one line a criterion.</summary>
    public string Declaration => _profile.Declaration;

    /// <summary>The score that qualifies, from 0 to 100.</summary>
    public double Threshold => _profile.Threshold;

    /// <summary>How many points short a near miss may be; <see langword="null"/> when there are no near misses.</summary>
    public double? NearMissMargin => _profile.NearMissMargin;

    /// <summary>What happens when a criterion fails or takes too long.</summary>
    public ErrorHandling ErrorHandling => _profile.ErrorHandling;

    /// <summary>The criteria in the order of the profile, each before its parts.</summary>
    public IReadOnlyList<CriterionInfo> Criteria => _profile.Criteria;

    /// <summary>Those of them that are asynchronous, in the order in which they are asked.</summary>
    public IReadOnlyList<CriterionInfo> AsyncCriteria => Array.AsReadOnly(_asynchronous);

    /// <summary>What looks wrong but could be meant; empty when nothing does.</summary>
    public IReadOnlyList<LintWarning> Lint => _profile.Lint;

    /// <summary>The criterion of an id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">The profile has no such criterion; the message lists those that it has.</exception>
    public CriterionInfo this[string id] => _profile[id];

    /// <summary>The criteria of a set, in ascending order of their indexes.</summary>
    /// <param name="set">A set of a decision of this profile.</param>
    /// <returns>The criteria.</returns>
    /// <exception cref="ArgumentException">The set holds an index that the profile has not.</exception>
    public IReadOnlyList<CriterionInfo> CriteriaIn(CriterionSet set) => _profile.CriteriaIn(set);

    /// <summary>Comes to a recorded decision again, from the recorded inputs and answers alone: nothing is asked.</summary>
    /// <param name="record">The record of a decision of a profile with the same fingerprint.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The record is of another profile, its inputs don't fit this one, or it was changed.</exception>
    public QualificationResult Replay(DecisionRecord record) => _profile.Replay(record);

    /// <summary>The name, version and number of criteria.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _profile.ToString();
}
