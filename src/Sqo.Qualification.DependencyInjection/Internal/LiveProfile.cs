using System;

namespace Sqo.Qualification.Internal;

/// <summary>A registered profile, for any type of opportunity.</summary>
internal abstract class LiveProfile(string name, bool isDefault, string origin) : IDisposable
{
    public string Name => name;

    public bool IsDefault => isDefault;

    /// <summary>How it was registered, for messages.</summary>
    public string Origin => origin;

    public abstract Type ItemType { get; }

    /// <summary>The fingerprint of the current profile; <see langword="null"/> while there is none.</summary>
    public abstract string? Fingerprint { get; }

    /// <summary>Why the last build failed; <see langword="null"/> when it did not.</summary>
    public abstract ProfileFailure? Failure { get; }

    /// <summary>Builds the profile unless it is already built; throws if it has faults.</summary>
    public abstract void Start();

    public abstract void Dispose();
}
