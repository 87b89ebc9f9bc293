namespace Sqo.Qualification;

/// <summary>A profile as a class: for a profile that takes arguments or services, or that several programs share.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public interface IProfileConfiguration<T>
{
    /// <summary>The name of the profile.</summary>
    string Name { get; }

    /// <summary>Sets the criteria, the threshold and the rest.</summary>
    /// <param name="profile">The builder of the profile.</param>
    void Define(ProfileBuilder<T> profile);
}
