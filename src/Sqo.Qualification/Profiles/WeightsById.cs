using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Applies the weights that were set by ids to the criteria of a builder.</summary>
internal static class WeightsById
{
    /// <summary>Applies each weight once, after all criteria are declared and before settings replace it.</summary>
    public static void Apply(ProfileDraft profile)
    {
        if (profile.WeightsGiven is not { } given) return;
        var criteria = new Dictionary<string, CriterionDraft>(StringComparer.Ordinal);
        Collect(profile.Nodes, criteria);
        foreach (var weight in given)
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

        profile.WeightsGiven = null;
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
