using System;
using System.Linq;

namespace Sqo.Qualification.Testing;

/// <summary>Assertions on profiles themselves, for tests with any test framework.</summary>
public static class ProfileAssertions
{
    /// <summary>Asserts that nothing about a profile looks wrong.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The profile.</param>
    /// <param name="except">The codes of remarks that are meant to be, such as "threshold.idle".</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="QualificationAssertionException">It is not so; the message lists every remark.</exception>
    public static QualificationProfile<T> ShouldHaveNoLint<T>(this QualificationProfile<T> profile, params string[] except)
    {
        if (profile is null) throw new ArgumentNullException(nameof(profile));
        if (except is null) throw new ArgumentNullException(nameof(except));
        var remarks = profile.Lint.Where(remark => !except.Contains(remark.Code)).Select(remark => $"\n- {remark.Code}: {remark.Message}").ToList();
        if (remarks.Count == 0) return profile;
        throw new QualificationAssertionException($"Expected no remark about the profile \"{profile.Name}\", but there {(remarks.Count == 1 ? "is one" : $"are {remarks.Count}")}:{string.Concat(remarks)}");
    }
}
