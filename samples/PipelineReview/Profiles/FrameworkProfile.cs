using System;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Profiles;

/// <summary>
/// A framework of the library on what the deals are evidence of. An SQO has all that it asks, confirmed; a near miss lacks one.
/// </summary>
/// <param name="name">The name of the profile.</param>
/// <param name="asked">How many criteria are asked, all of one weight.</param>
/// <param name="use">Adds them.</param>
internal sealed class FrameworkProfile(string name, int asked, Action<ProfileBuilder<Deal>> use) : IProfileConfiguration<Deal>
{
    public string Name => name;

    public static FrameworkProfile Bant() => new("bant", 4, p => p.UseBant(bant => bant
        .Budget(d => d.HasBudget)
        .Authority(d => d.HasDecisionMaker)
        .Need(d => d.ProblemConfirmed)
        .Timeline(d => d.Timeline)));

    // How high it stands among all that the customer wants done is in no field.
    public static FrameworkProfile Champ() => new("champ", 3, p => p.UseChamp(champ => champ
        .Challenges(d => d.ProblemConfirmed)
        .Authority(d => d.HasDecisionMaker)
        .Money(d => d.HasBudget)
        .LeaveOut(Sqo.Qualification.Champ.Prioritization)));

    // A date says by when, not how urgent it is.
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
        // A whole number: a third of 100 must not be missed by a digit.
        p.Version("1").QualifyAt(100).NearMissWithin(Math.Ceiling(100.0 / asked));
        use(p);
    }
}
