using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The profile that decided: its name, version, fingerprint, and next actions.</summary>
internal sealed class ProfileIdentity(string name, string version, Func<string> declaration, NextAction[] nextActions)
{
    private string? _declaration;
    private string? _fingerprint;

    public string Name => name;

    public string Version => version;

    /// <summary>The next actions for verdicts.</summary>
    public NextAction[] NextActions => nextActions;

    // Created on first use: most decisions never need it. Threads that race here create the same text.
    public string Declaration => LazyField.Of(ref _declaration) ?? LazyField.Keep(ref _declaration, declaration());

    public string Fingerprint => LazyField.Of(ref _fingerprint) ?? LazyField.Keep(ref _fingerprint, Sha256.Hex(Declaration));
}
