using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The positions of stages in their order; names are compared character by character.</summary>
internal sealed class StageIndex
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public StageIndex(IEnumerable<string> order, string name)
    {
        var names = new List<string>();
        foreach (var stage in order)
        {
            if (PipelineText.OrNull(stage) is null) throw new ArgumentException(
                $"Stage {InvariantText.Of((long)names.Count)} (from 0) is blank; a stage must have a name.", name);
            if (_places.ContainsKey(stage)) throw new ArgumentException(
                $"The stage \"{Excerpt.Of(stage)}\" appears twice; each stage must appear once.", name);
            _places.Add(stage, names.Count);
            names.Add(stage);
        }

        Names = [.. names];
    }

    public string[] Names { get; }

    /// <summary>The position, from 0; -1 if the order has no such stage.</summary>
    public int Of(string stage) => _places.TryGetValue(stage, out var place) ? place : -1;
}
