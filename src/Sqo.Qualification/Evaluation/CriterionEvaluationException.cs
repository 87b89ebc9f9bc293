using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The exception that is thrown when code of a criterion (a selector, a predicate, a custom class) throws.</summary>
[Serializable]
public sealed class CriterionEvaluationException : Exception
{
    [NonSerialized]
    private Details _details = null!;

    internal CriterionEvaluationException(string profileName, string criterionId, int? row, Exception cause)
        : base(
            $"Criterion \"{criterionId}\" of the profile \"{profileName}\" could not be evaluated" +
            $"{(row is { } r ? $" for the item at index {r}" : "")}: {cause.GetType().Name}: {cause.Message}",
            cause) => Take(new Details(profileName, criterionId, row));

    /// <summary>The name of the profile.</summary>
    public string ProfileName => _details.ProfileName;

    /// <summary>The id of the criterion.</summary>
    public string CriterionId => _details.CriterionId;

    /// <summary>The index of the opportunity in a batch; otherwise <see langword="null"/>.</summary>
    public int? Row => _details.Row;

    private void Take(Details details)
    {
        _details = details;
#if NETFRAMEWORK
        if (ExceptionCrossing.IsSupported) SerializeObjectState += (_, state) => state.AddSerializedState(details);
#endif
    }

    [Serializable]
    private sealed record Details(string ProfileName, string CriterionId, int? Row) : IExceptionDetails
    {
        public void CompleteDeserialization(object deserialized) => ((CriterionEvaluationException)deserialized).Take(this);
    }
}
