using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Sqo.Qualification.Testing;

/// <summary>
/// Assertions on explanations, for tests of profiles with any test framework. Each returns the result, so that they can be chained.
/// </summary>
public static class QualificationResultAssertions
{
    /// <summary>Asserts that the opportunity is qualified.</summary>
    /// <inheritdoc cref="ShouldHaveVerdict"/>
    public static QualificationResult ShouldQualify(this QualificationResult result) => result.ShouldHaveVerdict(Verdict.Qualified);

    /// <summary>Asserts that the opportunity is disqualified, and not a near miss.</summary>
    /// <inheritdoc cref="ShouldHaveVerdict"/>
    public static QualificationResult ShouldBeDisqualified(this QualificationResult result) =>
        result.ShouldHaveVerdict(Verdict.Disqualified);

    /// <summary>Asserts that the opportunity is a near miss.</summary>
    /// <inheritdoc cref="ShouldHaveVerdict"/>
    public static QualificationResult ShouldBeNearMiss(this QualificationResult result) => result.ShouldHaveVerdict(Verdict.NearMiss);

    /// <summary>Asserts that unknown answers could still decide about the opportunity.</summary>
    /// <inheritdoc cref="ShouldHaveVerdict"/>
    /// <example><code>
    /// profile.Explain(deal, asOf).ShouldNeedDiscovery().ShouldAskOnly("authority");
    /// </code></example>
    public static QualificationResult ShouldNeedDiscovery(this QualificationResult result) =>
        result.ShouldHaveVerdict(Verdict.NeedsDiscovery);

    /// <summary>Asserts a verdict.</summary>
    /// <param name="result">The explanation.</param>
    /// <param name="verdict">The verdict.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is <see langword="null"/>.</exception>
    /// <exception cref="QualificationAssertionException">The assertion does not hold.</exception>
    public static QualificationResult ShouldHaveVerdict(this QualificationResult result, Verdict verdict)
    {
        Check(result);
        return result.Verdict == verdict ? result : throw Failure(result, $"Expected the verdict {verdict}, but it is {result.Verdict}.");
    }

    /// <summary>Asserts that criteria are unmet; an unknown criterion is not unmet.</summary>
    /// <param name="result">The explanation.</param>
    /// <param name="ids">The ids of the criteria, at least one.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no id.</exception>
    /// <exception cref="QualificationAssertionException">
    /// The assertion does not hold, or the profile has no criterion with one of the ids.
    /// </exception>
    public static QualificationResult ShouldFailOn(this QualificationResult result, params string[] ids) =>
        StateOf(result, ids, AnswerState.Unmet);

    /// <summary>Asserts that criteria are met.</summary>
    /// <inheritdoc cref="ShouldFailOn"/>
    public static QualificationResult ShouldMeet(this QualificationResult result, params string[] ids) =>
        StateOf(result, ids, AnswerState.Met);

    /// <summary>Asserts that criteria are among the questions to ask: unknown, and able to decide.</summary>
    /// <inheritdoc cref="ShouldFailOn"/>
    public static QualificationResult ShouldAsk(this QualificationResult result, params string[] ids)
    {
        Check(result, ids);
        var asked = result.Questions.Select(question => question.Id).ToList();
        var missing = ids.Except(asked).ToList();
        return missing.Count == 0 ? result : throw Failure(result, $"Expected a question about {Listed(missing)}, but {Questions(asked)}.");
    }

    /// <summary>Asserts that the questions to ask are about certain criteria and no others, in any order.</summary>
    /// <param name="result">The explanation.</param>
    /// <param name="ids">The ids of the criteria; none when there is nothing to ask.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="QualificationAssertionException">
    /// The assertion does not hold, or the profile has no criterion with one of the ids.
    /// </exception>
    public static QualificationResult ShouldAskOnly(this QualificationResult result, params string[] ids)
    {
        Check(result, ids, mayBeEmpty: true);
        var asked = result.Questions.Select(question => question.Id).ToList();
        if (new HashSet<string>(asked).SetEquals(ids)) return result;
        throw Failure(
            result, $"Expected {(ids.Length == 0 ? "no questions" : $"questions about {Listed(ids)} alone")}, but {Questions(asked)}.");
    }

    /// <summary>Asserts the score as shown: from 0 to 100, truncated to hundredths.</summary>
    /// <param name="result">The explanation.</param>
    /// <param name="score">The score.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is <see langword="null"/>.</exception>
    /// <exception cref="QualificationAssertionException">The assertion does not hold.</exception>
    public static QualificationResult ShouldScore(this QualificationResult result, decimal score)
    {
        Check(result);
        return result.DisplayScore == score ? result
            : throw Failure(result, $"Expected a score of {Text(score)}, but it is {Text(result.DisplayScore)}.");
    }

    /// <summary>Asserts that the score, as shown, is between two numbers (inclusive).</summary>
    /// <param name="result">The explanation.</param>
    /// <param name="lowest">The minimum.</param>
    /// <param name="highest">The maximum.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="lowest"/> is above <paramref name="highest"/>.</exception>
    /// <exception cref="QualificationAssertionException">The assertion does not hold.</exception>
    public static QualificationResult ShouldScoreBetween(this QualificationResult result, decimal lowest, decimal highest)
    {
        Check(result);
        if (lowest > highest) throw new ArgumentException(
            $"The lowest score is {Text(lowest)} and the highest {Text(highest)}; they must be in order.", nameof(lowest));
        if (result.DisplayScore >= lowest && result.DisplayScore <= highest) return result;
        throw Failure(result, $"Expected a score from {Text(lowest)} to {Text(highest)}, but it is {Text(result.DisplayScore)}.");
    }

    /// <summary>Asserts the grade, such as "B2".</summary>
    /// <param name="result">The explanation.</param>
    /// <param name="grade">The grade of the score.</param>
    /// <returns>The explanation.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="QualificationAssertionException">The assertion does not hold, or the profile has no grades.</exception>
    public static QualificationResult ShouldHaveGrade(this QualificationResult result, string grade)
    {
        Check(result);
        if (grade is null) throw new ArgumentNullException(nameof(grade));
        return result.Grade?.Name == grade
            ? result
            : throw Failure(
                result, $"Expected the grade \"{grade}\", but {(result.Grade is { } given ? $"it is \"{given.Name}\""
                : "the profile gives no grades")}.");
    }

    /// <summary>Asserts that one way to qualify is to change certain criteria, all of them and no others.</summary>
    /// <inheritdoc cref="ShouldFailOn"/>
    public static QualificationResult ShouldTake(this QualificationResult result, params string[] ids)
    {
        Check(result, ids);
        var remedies = result.Remedies.Select(remedy => remedy.Steps.Select(step => step.Result.Id).ToList()).ToList();
        if (remedies.Exists(remedy => new HashSet<string>(remedy).SetEquals(ids))) return result;
        var ways = remedies.Count == 0
            ? result.IsQualified ? "it is qualified already" : "nothing would qualify it"
            : $"what it would take is {string.Join(", or ", remedies.Select(Listed))}{(result.RemediesAreComplete ? "" : ", or more")}";
        throw Failure(result, $"Expected that it would take {Listed(ids)}, but {ways}.");
    }

    private static QualificationResult StateOf(QualificationResult result, string[] ids, AnswerState state)
    {
        Check(result, ids);
        var wrong = ids.Where(id => result[id].State != state).Select(id => $"\"{id}\" is {Word(result[id].State)}").ToList();
        return wrong.Count == 0 ? result
            : throw Failure(result, $"Expected {Listed(ids)} to be {Word(state)}, but {string.Join(", ", wrong)}.");
    }

    private static void Check(QualificationResult result)
    {
        if (result is null) throw new ArgumentNullException(nameof(result));
    }

    /// <summary>Validates ids: a misspelled id must not make an assertion pass, or fail for another reason.</summary>
    private static void Check(QualificationResult result, string[] ids, bool mayBeEmpty = false)
    {
        Check(result);
        if (ids is null || ids.Contains(null!)) throw new ArgumentNullException(nameof(ids));
        if (ids.Length == 0 && !mayBeEmpty) throw new ArgumentException(
            "No id is given; without one there is nothing to assert.", nameof(ids));
        var known = result.Criteria.Select(criterion => criterion.Id).ToList();
        var strange = ids.Except(known).ToList();
        if (strange.Count == 0) return;
        throw new QualificationAssertionException(
            $"The profile \"{result.ProfileName}\" has no criterion {Listed(strange)}; it has {Listed(known)}.");
    }

    private static string Questions(List<string> asked) =>
        asked.Count == 0 ? "there is nothing to ask" : $"the questions are about {Listed(asked)}";

    private static string Listed(IEnumerable<string> ids) => string.Join(", ", ids.Select(id => $"\"{id}\""));

    private static string Word(AnswerState state) => state switch
    {
        AnswerState.Met => "met",
        AnswerState.Unmet => "unmet",
        _ => "unknown",
    };

    private static string Text(decimal score) => score.ToString(CultureInfo.InvariantCulture);

    private static QualificationAssertionException Failure(QualificationResult result, string message) =>
        new($"{message}\n\n{result.ToText(ExplanationTexts.English)}");
}
