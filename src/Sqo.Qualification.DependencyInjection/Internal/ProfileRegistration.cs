using System;

namespace Sqo.Qualification.Internal;

/// <summary>A profile that the program has registered, for any type of opportunity.</summary>
internal abstract class ProfileRegistration(string? name, Type itemType, string origin, bool isDefault)
{
    /// <summary>The name; <see langword="null"/> when only an object from the container has it.</summary>
    public string? Name => name;

    public Type ItemType => itemType;

    /// <summary>The call that registered it, for messages.</summary>
    public string Origin => origin;

    public bool IsDefault => isDefault;

    /// <summary>The profile, not built yet.</summary>
    public abstract LiveProfile Resolve(IServiceProvider services);

    /// <summary>The qualifier of a profile that this registration has resolved.</summary>
    public abstract object Qualifier(IServiceProvider services, LiveProfile live);
}
