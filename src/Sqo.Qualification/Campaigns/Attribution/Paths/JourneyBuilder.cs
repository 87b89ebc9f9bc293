using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Puts a journey together from records, as they were known at the end of a day.</summary>
internal sealed class JourneyBuilder(ConversionEvent conversion, int today, Func<Opportunity, Touchpoint, bool>? select)
{
    private readonly List<Touchpoint> _touches = [];
    private readonly List<JourneyConversion> _conversions = [];
    private int _notSelected;
    private int _afterAsOf;
    private int _undated;
    private bool _hasLead;
    private bool _hasOpen;
    private bool _hasLost;
    private int _lastDay = DayNumber.None;
    private EventTime? _leadCreated;

    // What the lead reached by itself, until an opportunity that followed from it says when.
    private JourneyConversion? _ofLead;

    public void Add(Lead lead)
    {
        Add(lead.Touchpoints, null);
        _leadCreated ??= Known(lead.Funnel[FunnelStage.Lead]);
        _hasLead = true;
        if (conversion != ConversionEvent.Won && Known(lead.Funnel[(FunnelStage)conversion]) is { } reached)
        {
            _ofLead ??= new(reached, leadCreated: _leadCreated);
        }
    }

    public void Add(Opportunity opportunity)
    {
        if (opportunity.CreatedDay > today) return;
        Add(opportunity.Touchpoints, opportunity);
        var isClosed = opportunity.ClosedDay != DayNumber.None ? opportunity.ClosedDay <= today : !opportunity.IsOpen;
        var isWon = isClosed && opportunity.Outcome == OpportunityOutcome.Won;
        if (TimeOf(opportunity, isWon) is { } time)
        {
            if (time.Day <= today)
            {
                var created = opportunity.Created is { } day ? EventTime.OnDay(day) : (EventTime?)null;
                var lead = Known(opportunity.Funnel[FunnelStage.Lead]) ?? _leadCreated;
                _conversions.Add(new(
                    time, opportunity.Value, opportunity.Currency, lead, created, conversion == ConversionEvent.Won));
                return;
            }
        }
        else if (isWon)
        {
            // A won opportunity went through all of the funnel.
            _undated++;
            return;
        }

        if (!isClosed) _hasOpen = true;
        else _hasLost = true;
        if (isClosed && opportunity.ClosedDay != DayNumber.None) _lastDay = Math.Max(_lastDay, opportunity.ClosedDay);
    }

    public Journey Build(string id)
    {
        // Several opportunities can follow from a lead; only what none of them says comes from the lead.
        if (_conversions.Count == 0 && _ofLead is { } own)
        {
            _conversions.Add(own);
            _undated = 0;
        }

        // A lead can still convert until an opportunity that followed from it was lost.
        var isOpen = _hasOpen || (_hasLead && !_hasLost);
        var last = _lastDay == DayNumber.None || isOpen ? today : _lastDay;
        return new(id, _touches, _conversions, EventTime.OnDay(DayNumber.Date(last)), isOpen)
        {
            UndatedConversions = _undated,
            NotSelected = _notSelected,
            AfterAsOf = _afterAsOf,
        };
    }

    private EventTime? TimeOf(Opportunity opportunity, bool isWon)
    {
        if (conversion != ConversionEvent.Won) return opportunity.Funnel[(FunnelStage)conversion];
        if (!isWon) return null;
        return opportunity.Funnel[FunnelStage.Closed] ?? (opportunity.Closed is { } day ? EventTime.OnDay(day) : null);
    }

    private EventTime? Known(EventTime? time) => time is { } known && known.Day <= today ? known : null;

    private void Add(IReadOnlyList<Touchpoint> touches, Opportunity? opportunity)
    {
        foreach (var touch in touches)
        {
            if (touch.Day > today) _afterAsOf++;
            else if (opportunity is not null && select?.Invoke(opportunity, touch) == false) _notSelected++;
            else _touches.Add(touch);
        }
    }
}
