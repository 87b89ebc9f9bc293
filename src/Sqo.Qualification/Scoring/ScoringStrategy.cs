using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Turns the answers to the criteria of a profile into a score from 0 to 100. Derive from it for a custom strategy; the
/// built-in strategies derive from it too.
/// </summary>
/// <remarks>
/// A strategy belongs to one profile, which many threads use at once, so it must be immutable, and its scores
/// must depend on the answers alone. Criteria whose weight is 0 do not count in a score.
/// </remarks>
public abstract class ScoringStrategy
{
    /// <summary>Creates a strategy for the criteria of a profile.</summary>
    /// <param name="layout">The criteria and groups.</param>
    /// <exception cref="System.ArgumentNullException"><paramref name="layout"/> is <see langword="null"/>.</exception>
    protected ScoringStrategy(ScoringLayout layout) => Layout = Guard.NotNull(layout);

    /// <summary>The name of the scoring method with its version, such as "median/1". It is part of the fingerprint.</summary>
    public abstract string Name { get; }

    /// <summary>The criteria and groups that it scores.</summary>
    protected ScoringLayout Layout { get; }

    /// <summary>Writes the settings of the strategy into the text behind the profile's fingerprint.</summary>
    /// <param name="writer">The writer.</param>
    /// <remarks>The default writes nothing. Code is not written: when it changes, change the version in <see cref="Name"/>.</remarks>
    protected internal virtual void Declare(DeclarationWriter writer)
    {
    }

    /// <summary>Checks the profile for settings that the strategy does not support, before the first score.</summary>
    /// <param name="faults">Receives every fault; the profile is not built when there is one.</param>
    /// <remarks>The default adds no faults.</remarks>
    protected internal virtual void Check(StrategyFaults faults)
    {
    }

    /// <summary>Whether it supports the prerequisites of criteria, by <see cref="AnswerSheet.IsInForce"/>, in the score and in both ends of
    /// its range.</summary>
    /// <value>The default is <see langword="false"/>: a profile in which a criterion has a prerequisite is then not built.</value>
    protected internal virtual bool TakesPrerequisites => false;

    /// <summary>Scores the answers of an opportunity.</summary>
    /// <param name="answers">The answers. They are valid only during the call; copy what is needed later.</param>
    /// <returns>The score, and the range that the unknown answers leave open.</returns>
    protected internal abstract ScoreRange Score(AnswerSheet answers);

    /// <summary>Explains the score line by line.</summary>
    /// <param name="answers">The answers.</param>
    /// <returns>Lines that add up to the score that <see cref="Score"/> returns, in the order in which they are
    /// shown.</returns>
    protected internal abstract IEnumerable<ScoreLine> Explain(AnswerSheet answers);

    /// <summary>Gets the grade that goes with the score.</summary>
    /// <param name="answers">The answers.</param>
    /// <returns>The grade. The default is <see langword="null"/>: the strategy gives no grades.</returns>
    protected internal virtual FitEngagementGrade? GradeOf(AnswerSheet answers) => null;

    /// <summary>The dimensions and the bands by which it grades, for the grades of decisions; <c>QualifyGrades</c> and
    /// <c>QualifyDimension</c> need them.</summary>
    /// <value>
    /// The default is <see langword="null"/>: decisions carry no grade. A strategy that overrides it must override <see cref="GradeOf"/>
    /// too, and grade by these bands.
    /// </value>
    protected internal virtual FitEngagementOptions? Grading => null;

    /// <summary>Scores the answers, and the two dimensions that are graded.</summary>
    internal virtual ScoreRange ScoreGraded(AnswerSheet answers, out ScoreRange fit, out ScoreRange engagement)
    {
        var range = Score(answers);
        if (GradeOf(answers) is not { } grade)
        {
            throw new InvalidOperationException(
                $"The scoring strategy \"{Name}\" has bands to grade by, but gives no grade; it must give one for all answers.");
        }

        (fit, engagement) = (grade.Fit.Range, grade.Engagement.Range);
        return range;
    }

    /// <summary>The lowest score before it is kept from 0 to 100 and above the profile's floor; it measures a remedy's
    /// gain.</summary>
    internal virtual double ProgressOf(AnswerSheet answers) => Score(answers).RawLowest;

    /// <summary>The score as a plain sum; <see langword="null"/> if it is not one.</summary>
    internal virtual PlainSum? AsPlainSum() => null;

    /// <summary>Whether it was made for these criteria.</summary>
    internal bool IsFor(ScoringLayout layout) => Layout == layout;

    /// <summary>Scores the first rows, with results identical to the bit to scoring row by row.</summary>
    internal virtual void ScoreMany(AnswerColumns columns, int count, bool vectorized)
    {
        var sheet = AnswerSheet.Rent();
        ScoreRows(columns, 0, count, sheet);
        AnswerSheet.Return(sheet);
    }

    private protected void ScoreRows(AnswerColumns columns, int first, int count, AnswerSheet sheet)
    {
        for (var row = first; row < count; row++)
        {
            columns.CopyRow(row, sheet);
            var range = Score(sheet);
            columns.Score[row] = range.RawScore;
            columns.Lowest[row] = range.RawLowest;
            columns.Highest[row] = range.RawHighest;
        }
    }
}
