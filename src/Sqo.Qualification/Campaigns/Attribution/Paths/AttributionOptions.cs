using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How journeys become paths, and how credits are rounded. Immutable.</summary>
public sealed class AttributionOptions
{
    /// <summary>The name of the channel that is direct by default, compared ignoring case.</summary>
    public const string DirectChannel = "Direct";

    /// <summary>The channel of touches whose channel is unknown, if no other is set.</summary>
    public const string UnknownChannel = "(unknown)";

    /// <summary>The channel of anonymous touches, if they are a separate channel.</summary>
    public const string AnonymousChannel = "(anonymous)";

    private const int MostDecimals = 10;

    private readonly string[] _directChannels;

    /// <summary>Creates options.</summary>
    /// <param name="channel">
    /// The channel of a touch, or what else is credited, such as its campaign; blank means unknown. The default is
    /// <see cref="Touchpoint.Channel"/>.
    /// </param>
    /// <param name="lookBackDays">
    /// How many days before the event a touch still counts, 0 or above. The default is <see langword="null"/>: all touches count.
    /// </param>
    /// <param name="duplicates">What happens to repeated touches. The default is <see cref="DuplicateTouches.DropEqual"/>.</param>
    /// <param name="direct">What happens to direct touches. The default is <see cref="DirectTouches.Keep"/>.</param>
    /// <param name="directChannels">
    /// The channels that are direct, compared ignoring case. The default is <see cref="DirectChannel"/> alone.
    /// </param>
    /// <param name="anonymous">What happens to touches without a contact. The default is <see cref="AnonymousTouches.Keep"/>.</param>
    /// <param name="unknownChannel">
    /// The channel of touches whose channel is unknown; <see langword="null"/> leaves them out. The default is
    /// <see cref="UnknownChannel"/>.
    /// </param>
    /// <param name="ties">What orders touches with the same time. The default is <see cref="TouchTies.ById"/>.</param>
    /// <param name="late">What happens to touches after the last conversion. The default is <see cref="LateTouches.LeaveOut"/>.</param>
    /// <param name="open">What happens to journeys that can still convert. The default is <see cref="OpenJourneys.NonConverting"/>.</param>
    /// <param name="cutAtConversions">
    /// Whether a path begins after the previous conversion of its journey. The default is <see langword="false"/>: one touch may drive
    /// several conversions.
    /// </param>
    /// <param name="decimals">The decimal places of credited amounts, from 0 to 10. The default is 2.</param>
    /// <exception cref="ArgumentException"><paramref name="unknownChannel"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or an enumeration has no such value.</exception>
    public AttributionOptions(
        Func<Touchpoint, string?>? channel = null,
        double? lookBackDays = null,
        DuplicateTouches duplicates = DuplicateTouches.DropEqual,
        DirectTouches direct = DirectTouches.Keep,
        IEnumerable<string>? directChannels = null,
        AnonymousTouches anonymous = AnonymousTouches.Keep,
        string? unknownChannel = UnknownChannel,
        TouchTies ties = TouchTies.ById,
        LateTouches late = LateTouches.LeaveOut,
        OpenJourneys open = OpenJourneys.NonConverting,
        bool cutAtConversions = false,
        int decimals = 2)
    {
        Channel = channel ?? (static touch => touch.Channel);
        LookBackDays = lookBackDays is { } days ? Guard.NotNegative(days, nameof(lookBackDays)) : null;
        Duplicates = Guard.Defined(duplicates);
        Direct = Guard.Defined(direct);
        _directChannels = directChannels is null ? [DirectChannel] : [.. directChannels];
        Anonymous = Guard.Defined(anonymous);
        UnknownAs = unknownChannel is null ? null : Guard.NotBlank(unknownChannel);
        Ties = Guard.Defined(ties);
        Late = Guard.Defined(late);
        Open = Guard.Defined(open);
        CutAtConversions = cutAtConversions;
        Decimals = (int)Guard.Within(0, decimals, MostDecimals);
    }

    /// <summary>The default options.</summary>
    public static AttributionOptions Default { get; } = new();

    /// <summary>The channel of a touch.</summary>
    public Func<Touchpoint, string?> Channel { get; }

    /// <summary>How many days before the event a touch still counts; <see langword="null"/> if all count.</summary>
    public double? LookBackDays { get; }

    /// <summary>What happens to repeated touches.</summary>
    public DuplicateTouches Duplicates { get; }

    /// <summary>What happens to direct touches.</summary>
    public DirectTouches Direct { get; }

    /// <summary>The channels that are direct.</summary>
    public IReadOnlyList<string> DirectChannels => Array.AsReadOnly(_directChannels);

    /// <summary>What happens to touches without a contact.</summary>
    public AnonymousTouches Anonymous { get; }

    /// <summary>The channel of touches whose channel is unknown; <see langword="null"/> if they are left out.</summary>
    public string? UnknownAs { get; }

    /// <summary>What orders touches with the same time.</summary>
    public TouchTies Ties { get; }

    /// <summary>What happens to touches after the last conversion.</summary>
    public LateTouches Late { get; }

    /// <summary>What happens to journeys that can still convert.</summary>
    public OpenJourneys Open { get; }

    /// <summary>Whether a path begins after the previous conversion of its journey.</summary>
    public bool CutAtConversions { get; }

    /// <summary>The decimal places of credited amounts.</summary>
    public int Decimals { get; }

    internal bool IsDirect(string channel)
    {
        foreach (var direct in _directChannels)
        {
            if (string.Equals(direct, channel, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
