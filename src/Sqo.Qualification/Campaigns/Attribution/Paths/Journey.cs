using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The touches and conversions of one lead, opportunity or account, from which attribution makes paths. Immutable. <see cref="Journeys"/>
/// makes them from standard records and from rows.
/// </summary>
public sealed class Journey
{
    private readonly Touchpoint[] _touches;
    private readonly JourneyConversion[] _conversions;

    /// <summary>Creates a journey.</summary>
    /// <param name="id">The id of the lead, opportunity or account; not blank.</param>
    /// <param name="touches">The touches, in any order, each with a time.</param>
    /// <param name="conversions">The conversions, in any order. The default is none.</param>
    /// <param name="end">
    /// When it was last known, from which the look-back window of a journey without conversions is counted. The default is its last touch.
    /// </param>
    /// <param name="isOpen">Whether it can still convert. It does not matter if it has a conversion. The default is
    /// <see langword="false"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> or <paramref name="touches"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The id is blank, a touch or a conversion is <see langword="null"/>, a touch has no time, or a time is of kind Local.
    /// </exception>
    public Journey(
        string id,
        IEnumerable<Touchpoint> touches,
        IEnumerable<JourneyConversion>? conversions = null,
        EventTime? end = null,
        bool isOpen = false)
    {
        Id = Guard.NotBlank(id);
        _touches = [.. Guard.NotNull(touches)];
        _conversions = conversions is null ? [] : [.. conversions];
        for (var i = 0; i < _touches.Length; i++)
        {
            var name = $"touches[{InvariantText.Of((long)i)}]";
            if (_touches[i]?.Given is not { } at) throw new ArgumentException(
                $"{name} of \"{Excerpt.Of(id)}\" has no time; every touch must have one.", nameof(touches));
            DayNumber.Checked(at, name);
        }

        if (Array.IndexOf(_conversions, null) >= 0) throw new ArgumentException(
            $"A conversion of \"{Excerpt.Of(id)}\" is null.", nameof(conversions));
        DayNumber.Checked(end?.Value, nameof(end));
        // A stable order: conversions at the same time stay as given.
        var order = Array.ConvertAll(_conversions, conversion => conversion.Time.Value.Ticks);
        StableSort(order, _conversions);
        End = end;
        IsOpen = isOpen;
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The touches, in the order given.</summary>
    public IReadOnlyList<Touchpoint> Touches => Array.AsReadOnly(_touches);

    /// <summary>The conversions, by time.</summary>
    public IReadOnlyList<JourneyConversion> Conversions => Array.AsReadOnly(_conversions);

    /// <summary>When it was last known; <see langword="null"/> if that is its last touch.</summary>
    public EventTime? End { get; }

    /// <summary>Whether it can still convert.</summary>
    public bool IsOpen { get; }

    /// <summary>Conversions that are known to have happened, and not when: their touches are in no path.</summary>
    public int UndatedConversions { get; internal set; }

    internal int NotSelected { get; set; }

    internal int AfterAsOf { get; set; }

    internal Touchpoint[] TouchArray => _touches;

    internal JourneyConversion[] ConversionArray => _conversions;

    /// <summary>Returns the id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;

    private static void StableSort(long[] keys, JourneyConversion[] items)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            var (key, item) = (keys[i], items[i]);
            var place = i;
            for (; place > 0 && keys[place - 1] > key; place--) (keys[place], items[place]) = (keys[place - 1], items[place - 1]);
            (keys[place], items[place]) = (key, item);
        }
    }
}
