using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Which profile decided: name, version, the fingerprint of what it declares, and what it says is to be done next.</summary>
internal sealed class ProfileIdentity(
    string name, string version, Func<string> declaration, NextAction[] nextActions,
    Func<QualificationResult, CriterionResult, CriterionNote?>?[]? notes)
{
    private string? _declaration;
    private string? _fingerprint;

    public string Name => name;

    public string Version => version;

    /// <summary>What to do next, verdict by verdict.</summary>
    public NextAction[] NextActions => nextActions;

    /// <summary>What gives the notes of the criteria, by their indexes; <see langword="null"/> where none does.</summary>
    public Func<QualificationResult, CriterionResult, CriterionNote?>?[]? Notes => notes;

    // Made when first asked for: most decisions never are. Threads that meet here make the same text.
    public string Declaration => LazyField.Of(ref _declaration) ?? LazyField.Keep(ref _declaration, declaration());

    public string Fingerprint => LazyField.Of(ref _fingerprint) ?? LazyField.Keep(ref _fingerprint, Sha256.Hex(Declaration));
}
