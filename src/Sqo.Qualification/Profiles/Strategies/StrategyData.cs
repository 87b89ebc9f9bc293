using System;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A built-in scoring strategy as data: its name, the form of its settings, and the conversions both ways.</summary>
/// <param name="name">Its name in data.</param>
/// <param name="title">Its name in messages.</param>
/// <param name="settings">The form of its settings in data.</param>
internal abstract class StrategyData(string name, string title, DataMember[] settings)
{
    /// <summary>The member with the name.</summary>
    public const string Strategy = "strategy";

    public string Name => name;

    public string Title => title;

    /// <summary>The form of its data.</summary>
    public ObjectShape Shape { get; } = new([new DataMember(Strategy, new ChoiceShape(name), isRequired: true), .. settings]);

    /// <summary>The settings that configuration can change in a profile that a program built.</summary>
    public DataMember[] Adjustable => [.. settings.Where(setting => setting.IsAdjustable)];

    /// <summary>The strategy as data; <see langword="null"/> if it is another one.</summary>
    public abstract DataNode? Write(ScoringStrategy strategy);

    /// <summary>Reads data of its form. Faults are added now; the strategy is created when the criteria are known.</summary>
    public abstract Func<ScoringLayout, ScoringStrategy> Read(DataNode data, FaultList faults);
}
