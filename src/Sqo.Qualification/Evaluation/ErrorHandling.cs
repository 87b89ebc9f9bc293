namespace Sqo.Qualification;

/// <summary>What a profile does when code of a criterion (a selector, a predicate, a custom class) throws.</summary>
/// <remarks>An <see cref="System.OperationCanceledException"/> passes through unchanged, so that the caller can cancel.</remarks>
public enum ErrorHandling
{
    /// <summary>Throws a <see cref="CriterionEvaluationException"/> that names the profile and the criterion.</summary>
    Throw = 0,

    /// <summary>The answer is unknown, and the explanation records the error.</summary>
    AnswerUnknown = 1,
}
