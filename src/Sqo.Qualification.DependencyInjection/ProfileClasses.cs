using System;
using System.Diagnostics.CodeAnalysis;

namespace Sqo.Qualification;

/// <summary>Adds the classes of profiles for one type of opportunity: <see cref="SqoQualificationBuilder.AddProfilesFrom{T}"/>.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class ProfileClasses<T>
{
    private readonly SqoQualificationBuilder _builder;

    internal ProfileClasses(SqoQualificationBuilder builder) => _builder = builder;

    /// <summary>Adds a profile by its class, which the container creates: its constructor may take services.</summary>
    /// <typeparam name="TDefinition">The class; registered as a singleton unless it is already registered.</typeparam>
    /// <param name="isDefault">
    /// Whether <see cref="IQualifier{T}"/> without a name uses this profile; the only profile of a type is always used. The default is
    /// <see langword="false"/>.
    /// </param>
    /// <returns>This object, to add the next class.</returns>
    /// <exception cref="InvalidOperationException">The class is already added.</exception>
    public ProfileClasses<T> Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TDefinition>(
        bool isDefault = false)
        where TDefinition : class, IProfileConfiguration<T>
    {
        _builder.AddProfile<T, TDefinition>(isDefault);
        return this;
    }
}
