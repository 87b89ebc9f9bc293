using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Makes paths from journeys by the options, and counts what it left out.</summary>
internal sealed class JourneyPaths(AttributionOptions options)
{
    private const int Exclusions = (int)TouchExclusion.JourneyLeftOut + 1;

    private readonly List<Used> _touches = [];
    private readonly HashSet<(string Id, string? Channel, string? Contact, long Ticks)> _seen = [];
    private readonly List<AttributionPath> _paths = [];

    public long[] LeftOut { get; } = new long[Exclusions];

    public long Journeys { get; private set; }

    public long Touches { get; private set; }

    public long Ties { get; private set; }

    public long OpenLeftOut { get; private set; }

    public long Undated { get; private set; }

    /// <summary>The paths of a journey; the list is reused.</summary>
    public List<AttributionPath> Of(Journey journey)
    {
        _paths.Clear();
        _touches.Clear();
        Journeys++;
        Touches += journey.TouchArray.Length + journey.NotSelected + journey.AfterAsOf;
        LeftOut[(int)TouchExclusion.NotSelected] += journey.NotSelected;
        LeftOut[(int)TouchExclusion.AfterAsOf] += journey.AfterAsOf;
        Undated += journey.UndatedConversions;
        var conversions = journey.ConversionArray;
        var isLeftOut = conversions.Length == 0
            && (journey.UndatedConversions > 0 || (journey.IsOpen && options.Open == OpenJourneys.LeaveOut));
        if (isLeftOut)
        {
            if (journey.UndatedConversions == 0) OpenLeftOut++;
            LeftOut[(int)TouchExclusion.JourneyLeftOut] += journey.TouchArray.Length;
            return _paths;
        }

        Collect(journey);
        for (var i = 0; i < conversions.Length; i++) Convert(conversions[i], options.CutAtConversions && i > 0 ? conversions[i - 1] : null);
        if (conversions.Length == 0) Rest(journey.End, null);
        else if (options.Late == LateTouches.NonConverting) Rest(journey.End, conversions[conversions.Length - 1]);
        foreach (var touch in _touches)
        {
            if (touch.Path == Used.None) LeftOut[(int)touch.Reason]++;
        }

        return _paths;
    }

    public void Merge(JourneyPaths other)
    {
        for (var i = 0; i < Exclusions; i++) LeftOut[i] += other.LeftOut[i];
        Journeys += other.Journeys;
        Touches += other.Touches;
        Ties += other.Ties;
        OpenLeftOut += other.OpenLeftOut;
        Undated += other.Undated;
    }

    /// <summary>The counts by name, and back.</summary>
    public IEnumerable<KeyValuePair<string, long>> State()
    {
        yield return new("journeys", Journeys);
        yield return new("touches", Touches);
        yield return new("ties", Ties);
        yield return new("open-left-out", OpenLeftOut);
        yield return new("undated", Undated);
        for (var i = 0; i < Exclusions; i++) yield return new("left-out-" + InvariantText.Of((long)i), LeftOut[i]);
    }

    /// <summary>Sets a count of <see cref="State"/>; <see langword="false"/> if there is none with that name.</summary>
    public bool TrySet(string name, long count)
    {
        switch (name)
        {
            case "journeys": Journeys = count; return true;
            case "touches": Touches = count; return true;
            case "ties": Ties = count; return true;
            case "open-left-out": OpenLeftOut = count; return true;
            case "undated": Undated = count; return true;
        }

        for (var i = 0; i < Exclusions; i++)
        {
            if (name != "left-out-" + InvariantText.Of((long)i)) continue;
            LeftOut[i] = count;
            return true;
        }

        return false;
    }

    private void Collect(Journey journey)
    {
        _seen.Clear();
        var order = 0;
        foreach (var touch in journey.TouchArray)
        {
            if (ChannelOf(touch) is not { } channel) continue;
            _touches.Add(new(touch, channel, order++));
        }

        _touches.Sort(Compare);
        var kept = 0;
        for (var i = 0; i < _touches.Count; i++)
        {
            var touch = _touches[i];
            if (i > 0 && _touches[i - 1].Ticks == touch.Ticks) Ties++;
            if (IsDuplicate(touch, kept == 0 ? null : _touches[kept - 1].Channel)) LeftOut[(int)TouchExclusion.Duplicate]++;
            else _touches[kept++] = touch;
        }

        _touches.RemoveRange(kept, _touches.Count - kept);
        if (options.Direct != DirectTouches.LeaveOut) return;
        LeftOut[(int)TouchExclusion.Direct] += _touches.RemoveAll(touch => options.IsDirect(touch.Channel));
    }

    /// <summary>The channel; <see langword="null"/> if the touch is left out, which is counted.</summary>
    private string? ChannelOf(Touchpoint touch)
    {
        if (touch.Contact is null && options.Anonymous != AnonymousTouches.Keep)
        {
            if (options.Anonymous == AnonymousTouches.SeparateChannel) return AttributionOptions.AnonymousChannel;
            LeftOut[(int)TouchExclusion.Anonymous]++;
            return null;
        }

        var channel = PipelineText.OrNull(options.Channel(touch)) ?? options.UnknownAs;
        if (channel is null) LeftOut[(int)TouchExclusion.NoChannel]++;
        return channel;
    }

    private int Compare(Used a, Used b)
    {
        if (a.Ticks != b.Ticks) return a.Ticks.CompareTo(b.Ticks);
        var byId = options.Ties == TouchTies.ById ? string.CompareOrdinal(a.Touch.Id, b.Touch.Id) : 0;
        return byId != 0 ? byId : a.Order.CompareTo(b.Order);
    }

    private bool IsDuplicate(Used touch, string? before)
    {
        if (options.Duplicates == DuplicateTouches.Keep) return false;
        var isNew = touch.Touch.Id is { } id
            ? _seen.Add((id, null, null, 0))
            : _seen.Add(("", touch.Channel, touch.Touch.Contact, touch.Ticks));
        return !isNew || (options.Duplicates == DuplicateTouches.CollapseNeighbors && string.Equals(before, touch.Channel));
    }

    private void Convert(JourneyConversion conversion, JourneyConversion? previous)
    {
        Select(
            touch => !conversion.Time.IsBefore(touch.Touch.Time) && previous?.Time.IsBefore(touch.Touch.Time) != false, conversion.Time);
        var (channels, days) = Taken(conversion.Time);
        int[]? anchors = null;
        if (channels.Length > 0)
        {
            var last = conversion.IsWin ? channels.Length - 1 : -1;
            anchors = [LastUpTo(conversion.LeadCreated), LastUpTo(conversion.OpportunityCreated), last];
        }

        _paths.Add(new(channels, days, anchors, 1, 0, conversion.Value, conversion.Currency));
    }

    /// <summary>What has not converted: all of a journey, or what comes after its last conversion.</summary>
    private void Rest(EventTime? end, JourneyConversion? last)
    {
        if (_touches.Count == 0 && last is not null) return;
        var until = _touches.Count == 0 ? end ?? default : _touches[_touches.Count - 1].Touch.Time;
        if (end is { } known && until.IsBefore(known)) until = known;
        Select(touch => last is null || last.Time.IsBefore(touch.Touch.Time), until);
        var (channels, days) = Taken(until);
        if (channels.Length > 0 || last is null) _paths.Add(new(channels, days, null, 0, 1, null, null));
    }

    /// <summary>Marks the touches of the next path, which are within the look-back window of a time.</summary>
    private void Select(Func<Used, bool> isIn, EventTime until)
    {
        var path = _paths.Count;
        var hasOther = false;
        foreach (var touch in _touches)
        {
            if (!isIn(touch)) continue;
            if (options.LookBackDays is { } window && DaysBetween(touch.Touch.Time, until) > window)
            {
                touch.LeaveOut(TouchExclusion.BeforeLookBack);
                continue;
            }

            touch.Path = path;
            hasOther |= options.Direct == DirectTouches.LeaveOutIfOthers && !options.IsDirect(touch.Channel);
        }

        if (!hasOther) return;
        foreach (var touch in _touches)
        {
            if (touch.Path != path || !options.IsDirect(touch.Channel)) continue;
            touch.Path = touch.Before;
            touch.LeaveOut(TouchExclusion.Direct);
        }
    }

    private (string[] Channels, double[] Days) Taken(EventTime until)
    {
        var path = _paths.Count;
        var channels = new List<string>();
        var days = new List<double>();
        foreach (var touch in _touches)
        {
            if (touch.Path != path) continue;
            touch.Before = path;
            channels.Add(touch.Channel);
            days.Add(DaysBetween(touch.Touch.Time, until));
        }

        // A touch of a day sorts before those with a time on that day, and may be fewer whole days away.
        for (var i = days.Count - 2; i >= 0; i--) days[i] = Math.Max(days[i], days[i + 1]);
        return ([.. channels], [.. days]);
    }

    private int LastUpTo(EventTime? time)
    {
        if (time is not { } moment) return -1;
        var path = _paths.Count;
        int place = -1, at = 0;
        foreach (var touch in _touches)
        {
            if (touch.Path != path) continue;
            if (!moment.IsBefore(touch.Touch.Time)) place = at;
            at++;
        }

        return place;
    }

    private static double DaysBetween(EventTime from, EventTime to) => from.IsDayOnly || to.IsDayOnly
        ? Math.Max(0, to.Day - from.Day)
        : Math.Max(0, (to.Value.Ticks - from.Value.Ticks) / (double)TimeSpan.TicksPerDay);

    /// <summary>A touch with its channel, and the last path that it is in.</summary>
    private sealed class Used(Touchpoint touch, string channel, int order)
    {
        public const int None = -1;

        public Touchpoint Touch => touch;

        public string Channel => channel;

        public int Order => order;

        public long Ticks => touch.At.Ticks;

        public int Path { get; set; } = None;

        /// <summary>The last path that it was taken into.</summary>
        public int Before { get; set; } = None;

        public TouchExclusion Reason { get; private set; } = TouchExclusion.AfterConversion;

        public void LeaveOut(TouchExclusion reason) => Reason = reason;
    }
}
