using System;
using System.Linq;

namespace Sqo.Qualification.Testing;

/// <summary>Assertions on profiles, for tests with any test framework.</summary>
public static class ProfileAssertions
{
    /// <summary>Asserts that a profile has no lint warnings.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The profile.</param>
    /// <param name="except">The codes of warnings to ignore, such as "threshold.idle".</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="QualificationAssertionException">The profile has other warnings; the message lists them all.</exception>
    /// <example><code>
    /// profile.ShouldHaveNoLint();
    /// </code></example>
    public static QualificationProfile<T> ShouldHaveNoLint<T>(this QualificationProfile<T> profile, params string[] except)
    {
        if (profile is null) throw new ArgumentNullException(nameof(profile));
        if (except is null) throw new ArgumentNullException(nameof(except));
        var remarks = profile.Lint.Where(remark => !except.Contains(remark.Code)).Select(remark => $"\n- {remark.Code}: {remark.Message}")
            .ToList();
        if (remarks.Count == 0) return profile;
        throw new QualificationAssertionException(
            $"Expected no warning about the profile \"{profile.Name}\", but there " +
            $"{(remarks.Count == 1 ? "is one" : $"are {remarks.Count}")}:{string.Concat(remarks)}");
    }
}
