using System;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Profiles;

/// <summary>
/// A framework of the library, with the deals' fields as evidence. An SQO has everything confirmed; a near miss lacks one.
/// </summary>
/// <param name="name">The name of the profile.</param>
/// <param name="asked">The number of criteria, which all have the same weight.</param>
/// <param name="use">Adds the criteria.</param>
internal sealed class FrameworkProfile(string name, int asked, Action<ProfileBuilder<Deal>> use) : IProfileConfiguration<Deal>
{
    public string Name => name;

    public static FrameworkProfile Bant() => new("bant", 4, p => p.UseBant(bant => bant
        .Budget(d => d.HasBudget)
        .Authority(d => d.HasDecisionMaker)
        .Need(d => d.ProblemConfirmed)
        .Timeline(d => d.Timeline)));

    // No field shows the customer's priorities.
    public static FrameworkProfile Champ() => new("champ", 3, p => p.UseChamp(champ => champ
        .Challenges(d => d.ProblemConfirmed)
        .Authority(d => d.HasDecisionMaker)
        .Money(d => d.HasBudget)
        .LeaveOut(Sqo.Qualification.Champ.Prioritization)));

    // A date is a deadline, not an urgency.
    public static FrameworkProfile Anum() => new("anum", 3, p => p.UseAnum(anum => anum
        .Authority(d => d.HasDecisionMaker)
        .Need(d => d.ProblemConfirmed)
        .Money(d => d.HasBudget)
        .LeaveOut(Sqo.Qualification.Anum.Urgency)));

    public static FrameworkProfile Faint() => new("faint", 5, p => p.UseFaint(faint => faint
        .Funds(d => d.HasBudget)
        .Authority(d => d.HasDecisionMaker)
        .Interest(d => d.IsInterested)
        .Need(d => d.ProblemConfirmed)
        .Timing(d => d.Timeline)));

    public void Define(ProfileBuilder<Deal> p)
    {
        // Rounded up: one missing third of 100 must be within the margin.
        p.Version("1").QualifyAt(100).NearMissWithin(Math.Ceiling(100.0 / asked));
        use(p);
    }
}
