using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What the value of a criterion must be, and the answer that it then gets. Immutable.</summary>
public sealed class RemedyTarget
{
    /// <summary>Creates a target.</summary>
    /// <param name="requirement">What the value must be, for display.</param>
    /// <param name="answer">The answer of a value that just meets the requirement.</param>
    /// <exception cref="System.ArgumentNullException"><paramref name="requirement"/> is <see langword="null"/>.</exception>
    public RemedyTarget(Requirement requirement, Answer answer)
    {
        Requirement = Guard.NotNull(requirement);
        Answer = answer;
    }

    /// <summary>What the value must be, for display.</summary>
    public Requirement Requirement { get; }

    /// <summary>The answer of a value that just meets the requirement.</summary>
    public Answer Answer { get; }
}
