namespace Sqo.Qualification;

/// <summary>What the value of a criterion has to be, and the answer that it then gets.</summary>
internal readonly struct RemedyTarget(Requirement requirement, Answer answer)
{
    public readonly Requirement Requirement = requirement;
    public readonly Answer Answer = answer;
}
