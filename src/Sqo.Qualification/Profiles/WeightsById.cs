using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The weights that were set by ids, for the criteria of a builder.</summary>
internal sealed class WeightsById
{
    private readonly List<KeyValuePair<string, double>> _weights = [];

    /// <summary>Adds weights to those set before.</summary>
    public void Add(List<KeyValuePair<string, double>> weights) => _weights.AddRange(weights);

    /// <summary>Applies each weight once, after all criteria are declared and before settings replace it.</summary>
    public void Apply(ProfileDraft profile)
    {
        var criteria = new Dictionary<string, CriterionDraft>(StringComparer.Ordinal);
        Collect(profile.Nodes, criteria);
        foreach (var weight in _weights)
        {
            if (!criteria.TryGetValue(weight.Key, out var draft))
            {
                var rule = NearestName.Before("it must be the id of a criterion outside combinations", weight.Key, criteria.Keys);
                profile.Faults.Add("weights.unknown", $"A weight is set for \"{Excerpt.Of(weight.Key)}\"; {rule}.");
            }
            else if (draft.Settings.HasWeight)
            {
                profile.Faults.Add(
                    "weights.twice", draft.Id, $"it has a weight or bins, and by its id the weight {InvariantText.Of(weight.Value)}",
                    "it must have one of the two");
            }
            else
            {
                draft.Weigh(weight.Value);
            }
        }

        profile.Weights = null;
    }

    private static void Collect(List<NodeDraft> nodes, Dictionary<string, CriterionDraft> criteria)
    {
        foreach (var node in nodes)
        {
            // A duplicate id is a separate fault.
            if (node is CriterionDraft criterion) criteria[criterion.Id] = criterion;
            else Collect(node.Children, criteria);
        }
    }
}
