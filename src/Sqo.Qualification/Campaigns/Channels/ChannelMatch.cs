namespace Sqo.Qualification;

/// <summary>How a visit got its channel.</summary>
public enum ChannelMatch
{
    /// <summary>By the first rule that fits.</summary>
    Rule = 0,

    /// <summary>No rule fits, and nothing is known of its source: <see cref="ChannelGrouping.Direct"/>.</summary>
    Direct = 1,

    /// <summary>No rule fits what is known of its source: <see cref="ChannelGrouping.Other"/>.</summary>
    Other = 2,

    /// <summary>Its address could not be read: <see cref="ChannelGrouping.Unparsed"/>.</summary>
    Unparsed = 3,

    /// <summary>Its source must not be known: <see cref="ChannelGrouping.NoConsent"/>.</summary>
    NoConsent = 4,
}
