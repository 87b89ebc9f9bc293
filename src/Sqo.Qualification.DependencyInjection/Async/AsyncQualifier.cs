using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Creates qualifiers with asynchronous criteria, for programs and unit tests without a container.</summary>
public static class AsyncQualifier
{
    /// <summary>Builds a profile with asynchronous criteria and its qualifier.</summary>
    /// <typeparam name="T">The type of opportunity: any type of the caller.</typeparam>
    /// <param name="name">The name of the profile.</param>
    /// <param name="define">Sets the criteria, the threshold and the rest.</param>
    /// <param name="timeProvider">The clock, for "now" and for time-outs; <see langword="null"/> for the system clock.</param>
    /// <returns>The qualifier; it is thread-safe.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="QualificationProfileException">The profile has faults; the exception lists them all.</exception>
    public static IAsyncQualifier<T> Create<T>(string name, Action<AsyncProfileBuilder<T>> define, TimeProvider? timeProvider = null)
    {
        Guard.NotBlank(name);
        Guard.NotNull(define);
        var builder = new AsyncProfileBuilder<T>();
        define(builder);
        return new AsyncQualifier<T>(
            builder.Build(name), builder, timeProvider ?? SystemClock, new Turns(builder.MostAtOnce));
    }

#pragma warning disable RS0030 // The only use of the system clock, for callers that pass none.
    private static TimeProvider SystemClock => TimeProvider.System;
#pragma warning restore RS0030
}
