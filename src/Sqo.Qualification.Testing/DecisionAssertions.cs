namespace Sqo.Qualification.Testing;

/// <summary>
/// Assertions on decisions, for tests of profiles with any test framework. A decision contains no ids and no reasons; if these matter,
/// assert on the explanation: <see cref="QualificationResultAssertions"/>.
/// </summary>
public static class DecisionAssertions
{
    /// <summary>Asserts that the opportunity is qualified.</summary>
    /// <inheritdoc cref="ShouldHaveVerdict"/>
    public static Decision ShouldQualify(this Decision decision) => decision.ShouldHaveVerdict(Verdict.Qualified);

    /// <summary>Asserts that the opportunity is disqualified, and not a near miss.</summary>
    /// <inheritdoc cref="ShouldHaveVerdict"/>
    public static Decision ShouldBeDisqualified(this Decision decision) => decision.ShouldHaveVerdict(Verdict.Disqualified);

    /// <summary>Asserts that the opportunity is a near miss.</summary>
    /// <inheritdoc cref="ShouldHaveVerdict"/>
    public static Decision ShouldBeNearMiss(this Decision decision) => decision.ShouldHaveVerdict(Verdict.NearMiss);

    /// <summary>Asserts that unknown answers could still decide about the opportunity.</summary>
    /// <inheritdoc cref="ShouldHaveVerdict"/>
    public static Decision ShouldNeedDiscovery(this Decision decision) => decision.ShouldHaveVerdict(Verdict.NeedsDiscovery);

    /// <summary>Asserts a verdict.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="verdict">The verdict.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="QualificationAssertionException">The assertion does not hold.</exception>
    public static Decision ShouldHaveVerdict(this Decision decision, Verdict verdict) =>
        decision.Verdict == verdict
            ? decision
            : throw new QualificationAssertionException($"Expected the verdict {verdict}, but it is {decision}.");
}
