using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>A what-if scenario: the changes that were made to the open deals of a forecast. Immutable.</summary>
public sealed class ForecastScenario
{
    internal ForecastScenario(string name, ScenarioChange[] changes)
    {
        Name = name;
        Changes = Array.AsReadOnly(changes);
    }

    /// <summary>The name of the scenario.</summary>
    public string Name { get; }

    /// <summary>The changes, in the order they were made; those of a scenario that this one builds on come first.</summary>
    public IReadOnlyList<ScenarioChange> Changes { get; }

    /// <summary>The name and the changes, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name}: {(Changes.Count == 0 ? "no change" : string.Join("; ", Changes))}";
}
