namespace Sqo.Qualification;

/// <summary>Writes the canonical text of a profile, from which the fingerprint is made.</summary>
internal static class Declarations
{
    public static string Write<T>(QualificationProfile<T> profile, ProfileCriterion<T>[] compiled)
    {
        var writer = new DeclarationWriter();
        writer.Line("sqo-profile/1").Add("name", profile.Name).Add("version", profile.Version);
        writer.Line("score").Add("strategy", profile.Rule.Strategy.Name);
        if (StrategyShape.Write(profile.Rule.Strategy) is { } strategy) writer.Add("as", strategy);
        else profile.Rule.Strategy.Declare(writer);
        writer.Add("qualify-at", profile.Threshold);
        if (profile.Rule.Grades is { } grades) Write(writer, grades);
        if (profile.NearMissMargin is { } margin) writer.Add("near-miss-within", margin);
        if (profile.Hysteresis > 0) writer.Add("hysteresis", profile.Hysteresis);
        if (profile.Minimum is { } least) writer.Add("minimum", least);
        if (profile.Maximum is { } most) writer.Add("maximum", most);
        writer.Add("on-fault", profile.ErrorHandling.ToString());
        foreach (var group in profile.Groups)
        {
            writer.Line("group").Add("id", group.Id).Add("label", group.Label);
            if (group.Parent is { } parent) writer.Add("in", parent.Id);
            if (group.Minimum is { } minimum) writer.Add("minimum", minimum);
            if (group.Maximum is { } maximum) writer.Add("maximum", maximum);
        }

        foreach (var action in profile.NextActions)
        {
            writer.Line("next-action").Add("id", action.Id).Add("verdict", action.Verdict?.ToString()).Add("text", action.Text);
        }

        foreach (var criterion in profile.Criteria) Write(writer, criterion, compiled[criterion.Index]);
        return writer.ToString();
    }

    private static void Write(DeclarationWriter writer, GradeRule grades)
    {
        foreach (var name in grades.Qualifying is null ? [] : grades.QualifyingNames) writer.Add("qualify-grade", name);
        if (grades.LeastFit is { } fit) writer.Add("qualify-fit", fit);
        if (grades.LeastEngagement is { } engagement) writer.Add("qualify-engagement", engagement);
    }

    private static void Write<T>(DeclarationWriter writer, CriterionInfo criterion, ProfileCriterion<T> compiled)
    {
        writer.Line("criterion").Add("id", criterion.Id).Add("label", criterion.Label);
        if (criterion.Group is { } group) writer.Add("in", group.Id);
        if (criterion.Parent is { } parent) writer.Add("part-of", parent.Id);
        writer.Add("required", criterion.IsRequired).Add("weight", criterion.Weight).Add("met-from", criterion.MetFrom)
            .Add("effort", criterion.Effort);
        if (criterion.IsFixed) writer.Add("fixed", true);
        if (criterion.Prerequisite is { } prerequisite) writer.Add("when", prerequisite.Id);
        if (criterion.PointsAtZero != 0) writer.Add("points-at-zero", criterion.PointsAtZero);
        if (criterion.Dimension is { } dimension) writer.Add("dimension", dimension);
        if (criterion.Question is { } question) writer.Add("question", question);
        if (criterion.NextAction is { } action) writer.Add("next-action", action);
        if (criterion.Currency is { } currency) writer.Add("currency", currency);
        if (criterion.DecayHalfLifeDays is { } halfLife) writer.Add("decay-half-life", halfLife);
        if (compiled.DecayField is { } date) writer.Add("decay-by", date.Name);
        if (criterion.Revision is { } revision) writer.Add("revision", revision);
        if (compiled.Field is { } field) writer.Add("field", field.Name);
        if (compiled.Criterion is { } condition) condition.Declare(writer);
        else writer.Add("combination", criterion.Kind.ToString()).Add("count", (long)criterion.Count);
    }
}
