namespace Sqo.Qualification;

/// <summary>A profile as a class: for a profile that takes arguments or services, or that several programs share.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public interface IProfileConfiguration<T>
{
    /// <summary>The name of the profile.</summary>
    string Name { get; }

    /// <summary>States the criteria, the threshold and the rest.</summary>
    /// <param name="profile">Takes them.</param>
    void Define(ProfileBuilder<T> profile);
}
