using System;

namespace Sqo.Qualification;

/// <summary>Code of a criterion (a selector, a predicate, a class of the user's own) has thrown.</summary>
public sealed class CriterionEvaluationException : Exception
{
    internal CriterionEvaluationException(string profileName, string criterionId, int? row, Exception cause)
        : base(
            $"Criterion \"{criterionId}\" of the profile \"{profileName}\" could not be evaluated{(row is { } r ? $" for the item at index {r}" : "")}: " +
            $"{cause.GetType().Name}: {cause.Message}",
            cause)
    {
        ProfileName = profileName;
        CriterionId = criterionId;
        Row = row;
    }

    /// <summary>The name of the profile.</summary>
    public string ProfileName { get; }

    /// <summary>The id of the criterion.</summary>
    public string CriterionId { get; }

    /// <summary>In a batch, the index of the opportunity; else <see langword="null"/>.</summary>
    public int? Row { get; }
}
