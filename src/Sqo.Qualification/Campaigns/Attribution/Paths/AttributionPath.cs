using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A sequence of touches, oldest first, with how often it ended in a conversion and how often it did not. Immutable.
/// </summary>
public sealed class AttributionPath
{
    /// <summary>What separates the channels of a path in a text.</summary>
    public const string DefaultSeparator = ">";

    private readonly string[] _channels;

    // Null if any is unknown, so that a model that needs times has all or none.
    private readonly double[]? _daysBefore;
    private readonly int[]? _anchors;
    private IReadOnlyList<AttributionTouch>? _touches;

    /// <summary>Creates a path from the channels of its touches.</summary>
    /// <param name="channels">The channels, oldest first, each not blank; empty for a conversion without a known touch.</param>
    /// <param name="conversions">How often it ended in a conversion, 0 or more. The default is 1.</param>
    /// <param name="nonConversions">How often it ended without one, 0 or more. The default is 0.</param>
    /// <param name="value">The value of all its conversions together; <see langword="null"/> if unknown.</param>
    /// <param name="currency">The currency of the value; blank means the only one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="channels"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A channel is blank, or there is a value without conversions.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public AttributionPath(
        IEnumerable<string> channels, long conversions = 1, long nonConversions = 0, decimal? value = null, string? currency = null)
        : this(Checked([.. Guard.NotNull(channels)]), null, null, conversions, nonConversions, value, currency)
    {
    }

    internal AttributionPath(
        string[] channels, double[]? daysBefore, int[]? anchors, long conversions, long nonConversions, decimal? value, string? currency)
    {
        _channels = channels;
        _daysBefore = daysBefore;
        _anchors = anchors;
        Conversions = NotNegative(conversions, nameof(conversions));
        NonConversions = NotNegative(nonConversions, nameof(nonConversions));
        if (value is { } amount && conversions == 0 && amount != 0) throw new ArgumentException(
            $"value is {InvariantText.Of(amount)}, and the path has no conversions; only conversions have a value.", nameof(value));
        Value = value;
        Currency = PipelineText.OrNull(currency);
    }

    /// <summary>The number of touches.</summary>
    public int Length => _channels.Length;

    /// <summary>The touches, oldest first.</summary>
    public IReadOnlyList<AttributionTouch> Touches => LazyField.Of(ref _touches) ?? LazyField.Keep(ref _touches, TouchList());

    /// <summary>Whether it is known of every touch how many days before the end it was.</summary>
    public bool HasTimes => _daysBefore is not null;

    /// <summary>How often it ended in a conversion.</summary>
    public long Conversions { get; }

    /// <summary>How often it ended without one.</summary>
    public long NonConversions { get; }

    /// <summary>The value of all its conversions together; <see langword="null"/> if unknown.</summary>
    public decimal? Value { get; }

    /// <summary>The currency of the value; <see langword="null"/> if it was not given.</summary>
    public string? Currency { get; }

    /// <summary>Creates a path from touches whose times may be known, with the places of its anchors.</summary>
    /// <param name="touches">The touches, oldest first; empty for a conversion without a known touch.</param>
    /// <param name="anchors">
    /// The places of the anchors among the touches, from 0; the first touch is always at 0. The default is that no other is known.
    /// </param>
    /// <param name="conversions">How often it ended in a conversion, 0 or more. The default is 1.</param>
    /// <param name="nonConversions">How often it ended without one, 0 or more. The default is 0.</param>
    /// <param name="value">The value of all its conversions together; <see langword="null"/> if unknown.</param>
    /// <param name="currency">The currency of the value; blank means the only one.</param>
    /// <returns>The path.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="touches"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A touch has no channel, a touch is nearer to the end than a later one, or there is a value without conversions.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or an anchor is not at a touch.</exception>
    public static AttributionPath Of(
        IEnumerable<AttributionTouch> touches,
        IEnumerable<KeyValuePair<AttributionAnchor, int>>? anchors = null,
        long conversions = 1,
        long nonConversions = 0,
        decimal? value = null,
        string? currency = null)
    {
        AttributionTouch[] all = [.. Guard.NotNull(touches)];
        var channels = Checked(Array.ConvertAll(all, touch => touch.Channel));
        var hasTimes = Array.TrueForAll(all, touch => touch.DaysBefore.HasValue);
        var days = hasTimes ? Array.ConvertAll(all, touch => touch.DaysBefore!.Value) : null;
        for (var i = 1; days is not null && i < days.Length; i++)
        {
            if (days[i] > days[i - 1]) throw new ArgumentException(
                $"Touch {InvariantText.Of((long)i)} (from 0) is {InvariantText.Of(days[i])} days before the end, and the touch before it " +
                $"{InvariantText.Of(days[i - 1])}; touches are given oldest first.", nameof(touches));
        }

        return new(channels, days, Places(anchors, all.Length), conversions, nonConversions, value, currency);
    }

    /// <summary>Creates a path from a text such as "search > email > webinar".</summary>
    /// <param name="sequence">The channels with separators between them; spaces around a channel are dropped. A blank text has
    /// none.</param>
    /// <param name="conversions">How often it ended in a conversion, 0 or more. The default is 1.</param>
    /// <param name="nonConversions">How often it ended without one, 0 or more. The default is 0.</param>
    /// <param name="value">The value of all its conversions together; <see langword="null"/> if unknown.</param>
    /// <param name="currency">The currency of the value; blank means the only one.</param>
    /// <param name="separator">The separator, not empty. The default is <see cref="DefaultSeparator"/>.</param>
    /// <returns>The path.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sequence"/> or <paramref name="separator"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A channel is blank, the separator is empty, or there is a value without conversions.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static AttributionPath Parse(
        string sequence,
        long conversions = 1,
        long nonConversions = 0,
        decimal? value = null,
        string? currency = null,
        string separator = DefaultSeparator)
    {
        Guard.NotNull(sequence);
        if (Guard.NotNull(separator).Length == 0) throw new ArgumentException(
            "The separator is empty; it must have a character.", nameof(separator));
        string[] channels = string.IsNullOrWhiteSpace(sequence) ? [] : sequence.Split([separator], StringSplitOptions.None);
        for (var i = 0; i < channels.Length; i++) channels[i] = channels[i].Trim();
        return new(Checked(channels), null, null, conversions, nonConversions, value, currency);
    }

    /// <summary>Gets the place of an anchor among the touches.</summary>
    /// <param name="anchor">The anchor.</param>
    /// <returns>From 0; <see langword="null"/> if there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="anchor"/> is not a defined anchor.</exception>
    public int? PlaceOf(AttributionAnchor anchor)
    {
        var place = Place(Guard.Defined(anchor));
        return place < 0 ? null : place;
    }

    /// <summary>The channels, the number of conversions and the number of other ends, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{string.Join(" > ", _channels)} ({InvariantText.Of(Conversions)} + {InvariantText.Of(NonConversions)})";

    internal string Channel(int touch) => _channels[touch];

    internal double DaysBefore(int touch) => _daysBefore![touch];

    /// <summary>The place of an anchor; -1 if there is none.</summary>
    internal int Place(AttributionAnchor anchor)
    {
        if (_channels.Length == 0) return -1;
        return anchor == AttributionAnchor.FirstTouch ? 0 : _anchors is null ? -1 : _anchors[(int)anchor - 1];
    }

    private ReadOnlyCollection<AttributionTouch> TouchList()
    {
        var touches = new AttributionTouch[_channels.Length];
        for (var i = 0; i < touches.Length; i++) touches[i] = new(_channels[i], _daysBefore?[i]);
        return Array.AsReadOnly(touches);
    }

    private static string[] Checked(string[] channels)
    {
        for (var i = 0; i < channels.Length; i++)
        {
            if (channels[i] is null) throw new ArgumentNullException(
                nameof(channels), $"Channel {InvariantText.Of((long)i)} (from 0) is null.");
            if (string.IsNullOrWhiteSpace(channels[i])) throw new ArgumentException(
                $"Channel {InvariantText.Of((long)i)} (from 0) is blank; it must contain a visible character.", nameof(channels));
        }

        return channels;
    }

    private static int[]? Places(IEnumerable<KeyValuePair<AttributionAnchor, int>>? anchors, int length)
    {
        if (anchors is null) return null;
        int[] places = [-1, -1, -1];
        foreach (var anchor in anchors)
        {
            Guard.Defined(anchor.Key, nameof(anchors));
            if (anchor.Value < 0 || anchor.Value >= length || (anchor.Key == AttributionAnchor.FirstTouch && anchor.Value != 0))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(anchors),
                    anchor.Value,
                    $"{anchor.Key} is at touch {InvariantText.Of((long)anchor.Value)}; it must be one of the " +
                    $"{InvariantText.Of((long)length)} touches, from 0, and the first touch at 0.");
            }

            if (anchor.Key != AttributionAnchor.FirstTouch) places[(int)anchor.Key - 1] = anchor.Value;
        }

        return places;
    }

    private static long NotNegative(long value, string name) => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is {InvariantText.Of(value)}; it must be 0 or above.");
}
