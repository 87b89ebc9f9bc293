using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Recorded answers, in the terms of one framework. Immutable.</summary>
public sealed class FrameworkView
{
    internal FrameworkView(QualificationFramework framework, QualificationAnswers answers)
    {
        Framework = framework;
        Answers = Array.AsReadOnly(
            framework.Criteria.Select(criterion => new FrameworkAnswer(criterion, answers[criterion.Topic])).ToArray());
    }

    /// <summary>The framework.</summary>
    public QualificationFramework Framework { get; }

    /// <summary>What is known about each criterion, in the order of the framework.</summary>
    public IReadOnlyList<FrameworkAnswer> Answers { get; }

    /// <summary>The criteria of the framework without an answer, in the order of the framework.</summary>
    public IReadOnlyList<FrameworkCriterion> Missing =>
        [.. Answers.Where(answer => answer.Level == EvidenceLevel.Unknown).Select(answer => answer.Criterion)];

    /// <summary>The share of the criteria that have an answer, from 0 to 1.</summary>
    public double Coverage => Answers.Count(answer => answer.Level != EvidenceLevel.Unknown) / (double)Answers.Count;

    /// <summary>Gets the evidence on a criterion.</summary>
    /// <param name="criterion">A criterion of the framework.</param>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">The framework does not have the criterion; the message lists its criteria.</exception>
    public EvidenceLevel this[FrameworkCriterion criterion] => Framework.IndexOf(Guard.NotNull(criterion)) is var index && index >= 0
        ? Answers[index].Level
        : throw new KeyNotFoundException(
            $"The criterion \"{criterion.Name}\" is not one of {Framework.Name}; it must be one of its own: " +
            $"{QualificationFramework.NamesOf(Framework.Criteria)}.");

    /// <summary>The name of the framework, with how many of its criteria have an answer.</summary>
    /// <returns>The text, in the invariant culture.</returns>
    public override string ToString() =>
        $"{Framework.Name}: {InvariantText.Of(Answers.Count - Missing.Count)} of {InvariantText.Of(Answers.Count)} answered";
}
