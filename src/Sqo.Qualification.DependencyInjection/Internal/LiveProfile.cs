using System;

namespace Sqo.Qualification.Internal;

/// <summary>A registered profile whatever its type of opportunity.</summary>
internal abstract class LiveProfile(string name, bool isDefault, string origin) : IDisposable
{
    public string Name => name;

    public bool IsDefault => isDefault;

    /// <summary>How it was registered, for messages.</summary>
    public string Origin => origin;

    public abstract Type ItemType { get; }

    /// <summary>The fingerprint of the profile in force; <see langword="null"/> while there is none.</summary>
    public abstract string? Fingerprint { get; }

    /// <summary>Why the last build failed; <see langword="null"/> when it did not.</summary>
    public abstract ProfileFailure? Failure { get; }

    /// <summary>Builds it unless it is built; what is wrong comes as an exception.</summary>
    public abstract void Start();

    public abstract void Dispose();
}
