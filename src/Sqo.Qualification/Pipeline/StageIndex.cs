using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The places of stages in their order; names are compared character by character.</summary>
internal sealed class StageIndex
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public StageIndex(IEnumerable<string> order, string name)
    {
        var names = new List<string>();
        foreach (var stage in order)
        {
            if (PipelineText.OrNull(stage) is null) throw new ArgumentException($"Stage {InvariantText.Of((long)names.Count)} (from 0) is blank; a stage has a name.", name);
            if (_places.ContainsKey(stage)) throw new ArgumentException($"The stage \"{Excerpt.Of(stage)}\" is there twice; the order has each once.", name);
            _places.Add(stage, names.Count);
            names.Add(stage);
        }

        Names = [.. names];
    }

    public string[] Names { get; }

    /// <summary>From 0; -1 when the order has no such stage.</summary>
    public int Of(string stage) => _places.TryGetValue(stage, out var place) ? place : -1;
}
