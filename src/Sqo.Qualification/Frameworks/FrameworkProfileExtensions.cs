using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Extension methods that add the criteria of a framework, of an industry, or about the competition to a profile.</summary>
public static partial class FrameworkProfileExtensions
{
    /// <summary>
    /// Adds the criteria and next actions of a start-up: an SQO shows strong interest, has the budget, fits the target market.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The profile.</param>
    /// <param name="define">Specifies where each criterion is read, or that it is left out on purpose.</param>
    /// <returns>The profile.</returns>
    /// <remarks>
    /// Each criterion is a gate unless <c>Weight</c> is set. By default, an opportunity that misses a single gate is a near miss.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public static ProfileBuilder<T> UseStartup<T>(this ProfileBuilder<T> profile, Action<StartupBuilder<T>> define) =>
        Use(Guard.NotNull(profile), new StartupBuilder<T>(profile), define);

    /// <summary>
    /// Adds the criteria and next actions of a consulting firm: an SQO asked for a consultation, has a specific project in mind, has a
    /// time frame.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The profile.</param>
    /// <param name="define">Specifies where each criterion is read, or that it is left out on purpose.</param>
    /// <returns>The profile.</returns>
    /// <remarks>
    /// Each criterion is a gate unless <c>Weight</c> is set. By default, an opportunity that misses a single gate is a near miss.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public static ProfileBuilder<T> UseConsultingFirm<T>(this ProfileBuilder<T> profile, Action<ConsultingFirmBuilder<T>> define) =>
        Use(Guard.NotNull(profile), new ConsultingFirmBuilder<T>(profile), define);

    /// <summary>
    /// Adds the criteria and next actions of a digital marketing agency: an SQO wants to improve the online presence, has a marketing
    /// budget, has set goals (traffic, leads).
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The profile.</param>
    /// <param name="define">Specifies where each criterion is read, or that it is left out on purpose.</param>
    /// <returns>The profile.</returns>
    /// <remarks>
    /// Each criterion is a gate unless <c>Weight</c> is set. By default, an opportunity that misses a single gate is a near miss.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public static ProfileBuilder<T> UseMarketingAgency<T>(this ProfileBuilder<T> profile, Action<MarketingAgencyBuilder<T>> define) =>
        Use(Guard.NotNull(profile), new MarketingAgencyBuilder<T>(profile), define);

    /// <summary>Adds the criteria of any framework.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The profile.</param>
    /// <param name="framework">One of <see cref="Frameworks"/> or <see cref="Industries"/>, or a custom one.</param>
    /// <param name="define">Specifies where each criterion is read, or that it is left out on purpose.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public static ProfileBuilder<T> UseFramework<T>(
        this ProfileBuilder<T> profile, QualificationFramework framework, Action<FrameworkBuilder<T>> define) =>
        Use(Guard.NotNull(profile), new FrameworkBuilder<T>(Guard.NotNull(framework), profile), define);

    /// <summary>Adds the criteria of any framework, read from recorded answers.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The profile.</param>
    /// <param name="framework">One of <see cref="Frameworks"/> or <see cref="Industries"/>, or a custom one.</param>
    /// <param name="answers">Reads the answers from the opportunity; missing ones are unknown.</param>
    /// <param name="atLeast">The lowest level of evidence that meets a criterion.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public static ProfileBuilder<T> UseFramework<T>(
        this ProfileBuilder<T> profile,
        QualificationFramework framework,
        Func<T, QualificationAnswers?> answers,
        EvidenceLevel atLeast = EvidenceLevel.Confirmed) =>
        profile.UseFramework(framework, f => f.Answers(answers).AtLeast(atLeast));

    /// <summary>Adds criteria about the competition; results then show how contested a deal is.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The profile.</param>
    /// <param name="define">Specifies what is asked, and where it is read.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public static ProfileBuilder<T> UseCompetition<T>(this ProfileBuilder<T> profile, Action<CompetitionBuilder<T>> define)
    {
        Guard.NotNull(profile).AllFaults.ThrowIfClosed();
        var builder = new CompetitionBuilder<T>(profile);
        Guard.NotNull(define)(builder);
        builder.Finish();
        return profile;
    }

    /// <summary>Every framework, built-in or custom, is added here.</summary>
    private static ProfileBuilder<T> Use<T, TBuilder>(ProfileBuilder<T> profile, TBuilder builder, Action<TBuilder> define)
        where TBuilder : FrameworkVerbs<T, TBuilder>
    {
        profile.AllFaults.ThrowIfClosed();
        Guard.NotNull(define)(builder);
        builder.Finish();
        return profile;
    }
}
