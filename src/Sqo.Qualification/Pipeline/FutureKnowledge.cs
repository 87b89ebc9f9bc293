using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Finds records that contain something not yet known on a day.</summary>
internal static class FutureKnowledge
{
    public static List<RecordFault> Of(Opportunity[] opportunities, int day)
    {
        var faults = new List<RecordFault>();
        var places = new Dictionary<string, int>(opportunities.Length, StringComparer.Ordinal);
        for (var i = 0; i < opportunities.Length; i++)
        {
            if (opportunities[i] is not { } opportunity)
            {
                throw new ArgumentException($"Opportunity {InvariantText.Of((long)i)} (from 0) is null.", nameof(opportunities));
            }

            var position = i;
            if (places.TryGetValue(opportunity.Id, out var first))
            {
                faults.Add(new(
                    "id.duplicate", i, opportunity.Id, "Id", opportunity.Id,
                    $"record {InvariantText.Of((long)first)} has the same id; ids must be unique"));
            }
            else
            {
                places.Add(opportunity.Id, i);
            }

            if (opportunity.CreatedDay > day) Add("future.created", "Created", opportunity.CreatedDay);
            if (opportunity.ClosedDay > day) Add("future.closed", "Closed", opportunity.ClosedDay);
            for (var stage = FunnelStage.Lead; stage <= FunnelStage.Closed; stage++)
            {
                if (opportunity.Funnel[stage] is { } reached && reached.Day > day) Add("future.funnel", $"Funnel[{stage}]", reached.Day);
            }

            // Ordered by time: if any is later, the last one is.
            var touchpoints = opportunity.Touchpoints;
            for (var j = touchpoints.Count - 1; j >= 0 && touchpoints[j].Day > day; j--)
            {
                Add("future.touchpoint", $"Touchpoints[{InvariantText.Of((long)j)}].At", touchpoints[j].Day);
            }
            var changes = opportunity.StageChanges;
            for (var j = changes.Count - 1; j >= 0 && changes[j].Day > day; j--)
            {
                Add("future.stage-change", $"StageChanges[{InvariantText.Of((long)j)}].At", changes[j].Day);
            }

            void Add(string code, string field, int value) => faults.Add(
                new(
                    code, position, opportunity.Id, field, DayNumber.Text(value),
                    $"that was not known at the end of {DayNumber.Text(day)}"));
        }

        return faults;
    }
}
