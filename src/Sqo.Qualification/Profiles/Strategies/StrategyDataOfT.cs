using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <inheritdoc cref="StrategyData"/>
/// <typeparam name="TStrategy">The class of the strategy.</typeparam>
/// <param name="name">Its name in data.</param>
/// <param name="title">Its name in messages.</param>
/// <param name="read">Creates the strategy from its data.</param>
/// <param name="write">Gets the settings of a strategy; those at their defaults can be left out.</param>
/// <param name="settings">The form of its settings in data.</param>
internal sealed class StrategyData<TStrategy>(
    string name,
    string title,
    Func<DataNode, FaultList, Func<ScoringLayout, TStrategy>> read,
    Func<TStrategy, IEnumerable<KeyValuePair<string, DataNode>>> write,
    params DataMember[] settings)
    : StrategyData(name, title, settings)
    where TStrategy : ScoringStrategy
{
    /// <summary>A strategy without settings.</summary>
    public StrategyData(string name, string title, Func<ScoringLayout, TStrategy> make)
        : this(name, title, (_, _) => make, _ => [])
    {
    }

    public override DataNode? Write(ScoringStrategy strategy) => strategy is TStrategy own
        ? DataNode.Object([DataNode.Member(Strategy, DataNode.Of(Name)), .. write(own)])
        : null;

    public override Func<ScoringLayout, ScoringStrategy> Read(DataNode data, FaultList faults) => read(data, faults);
}
