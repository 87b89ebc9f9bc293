using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Gives every visit a channel by rules, of which the first that fits counts. Visits that no rule fits, that can't be read or that lack
/// consent have channels of their own, so that none is dropped. Immutable.
/// </summary>
public sealed class ChannelGrouping
{
    /// <summary>The channel of visits without any known source.</summary>
    public const string Direct = AttributionOptions.DirectChannel;

    /// <summary>The channel of visits whose source no rule fits.</summary>
    public const string Other = "(other)";

    /// <summary>The channel of visits whose address can't be read.</summary>
    public const string Unparsed = "(unparsed)";

    /// <summary>The channel of visits without consent.</summary>
    public const string NoConsent = "(no consent)";

    private static readonly string[] PaidMedia = ["cpc", "ppc", "cpm", "cpv", "cpa", "paid", "paidsearch", "paid-search", "paid_search"];
    private static readonly string[] PaidSocialMedia = ["paidsocial", "paid-social", "paid_social"];
    private static readonly string[] SearchEngines = ["google", "bing", "yahoo", "duckduckgo", "ecosia", "baidu", "yandex", "qwant",
        "startpage"];

    private static readonly string[] SocialNetworks =
        ["facebook", "instagram", "linkedin", "twitter", "x", "tiktok", "youtube", "reddit", "pinterest", "threads", "xing"];

    private static readonly string[] SocialHosts =
    [
        "facebook.com", "instagram.com", "linkedin.com", "lnkd.in", "twitter.com", "t.co", "x.com", "tiktok.com", "youtube.com",
            "reddit.com",
        "pinterest.com", "threads.net", "xing.com",
    ];

    private readonly ChannelRule[] _rules;

    /// <summary>Creates a grouping.</summary>
    /// <param name="rules">The rules, in the order in which they are tried.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A rule is <see langword="null"/>.</exception>
    public ChannelGrouping(IEnumerable<ChannelRule> rules)
    {
        _rules = [.. Guard.NotNull(rules)];
        if (Array.IndexOf(_rules, null) >= 0) throw new ArgumentException("A rule is null.", nameof(rules));
    }

    /// <summary>
    /// Usual rules: paid social, paid search, display, email, affiliates, text messages, organic social, organic search, events and
    /// referral, in this order.
    /// </summary>
    public static ChannelGrouping Default { get; } = new(
    [
        new("Paid social", Is(VisitFields.Medium, PaidSocialMedia)),
        new("Paid social", Is(VisitFields.Source, SocialNetworks), Is(VisitFields.Medium, PaidMedia)),
        new("Display", Is(VisitFields.Medium, "display", "banner", "cpm", "interstitial", "expandable")),
        new("Paid search", Is(VisitFields.Medium, PaidMedia)),
        new("Email", Is(VisitFields.Medium, "email", "e-mail", "e_mail", "newsletter")),
        new("Affiliates", Is(VisitFields.Medium, "affiliate", "affiliates")),
        new("Text messages", Is(VisitFields.Medium, "sms", "text", "whatsapp")),
        new("Organic social", Is(VisitFields.Medium, "social", "social-network", "social-media", "organic-social", "organic_social")),
        new("Organic search", Is(VisitFields.Medium, "organic")),
        new("Events", Is(VisitFields.Medium, "event", "events", "fair", "webinar")),
        new("Paid search", new ChannelCondition(VisitFields.ClickId, ChannelOperator.OneOf, "gclid", "gbraid", "wbraid", "msclkid")),
        new("Paid social", new ChannelCondition(VisitFields.ClickId, ChannelOperator.OneOf, "ttclid", "li_fat_id")),
        new("Display", new ChannelCondition(VisitFields.ClickId, ChannelOperator.OneOf, "dclid")),
        new("Organic social", Is(VisitFields.Source, SocialNetworks)),
        new("Organic search", Is(VisitFields.Source, SearchEngines)),
        new("Organic social", NoMedium(), OnHost(SocialHosts)),
        new("Organic search", NoMedium(), new ChannelCondition(VisitFields.Referrer, ChannelOperator.HostPart, SearchEngines)),
        new("Referral", Is(VisitFields.Medium, "referral", "link")),
        new("Referral", NoMedium(), new ChannelCondition(VisitFields.Referrer, ChannelOperator.Present)),
    ]);

    /// <summary>The rules, in the order in which they are tried.</summary>
    public IReadOnlyList<ChannelRule> Rules => Array.AsReadOnly(_rules);

    /// <summary>Reads rules from JSON, such as {"rules": [{"channel": "Partner", "conditions": [{"field": "source", "operator":
    /// "oneOf", "values": ["acme"]}]}]}.</summary>
    /// <param name="json">
    /// The JSON; comments and trailing commas are allowed. Operators are the names of <see cref="ChannelOperator"/> with a small first
    /// letter; "present" and "absent" have no values.
    /// </param>
    /// <returns>The grouping.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not such JSON; the message lists every fault with its path, line and
    /// column.</exception>
    public static ChannelGrouping Parse(string json) => new(ChannelRuleData.Read(Guard.NotNull(json)));

    /// <summary>Writes the rules as JSON that <see cref="Parse"/> reads.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson() => ChannelRuleData.Write(_rules);

    /// <summary>Gives a visit its channel.</summary>
    /// <param name="visit">The source of the visit.</param>
    /// <returns>The channel, and how the visit got it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="visit"/> is <see langword="null"/>.</exception>
    public ChannelAssignment Assign(VisitSource visit)
    {
        if (!Guard.NotNull(visit).HasConsent) return new(NoConsent, ChannelMatch.NoConsent);
        if (!visit.IsParsed) return new(Unparsed, ChannelMatch.Unparsed);
        foreach (var rule in _rules)
        {
            if (rule.Fits(visit)) return new(rule.Channel, ChannelMatch.Rule);
        }

        return visit.IsEmpty ? new(Direct, ChannelMatch.Direct) : new(Other, ChannelMatch.Other);
    }

    /// <summary>Counts the visits of each channel, so that what no rule fits and what could not be read is seen.</summary>
    /// <param name="visits">The sources of the visits.</param>
    /// <returns>The counts, the most visits first, equal ones by channel; they add up to the number of visits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="visits"/> or one of them is <see langword="null"/>.</exception>
    public IReadOnlyList<ChannelCount> Count(IEnumerable<VisitSource> visits)
    {
        var counts = new Dictionary<ChannelAssignment, long>();
        foreach (var visit in Guard.NotNull(visits))
        {
            var assignment = Assign(visit);
            counts.TryGetValue(assignment, out var count);
            counts[assignment] = count + 1;
        }

        return Array.AsReadOnly(counts.Select(count => new ChannelCount(count.Key, count.Value))
            .OrderByDescending(count => count.Visits).ThenBy(count => count.Channel, StringComparer.Ordinal).ThenBy(count => count.Match)
            .ToArray());
    }

    private static ChannelCondition Is(string field, params string[] values) => new(field, ChannelOperator.OneOf, values);

    private static ChannelCondition NoMedium() => new(VisitFields.Medium, ChannelOperator.Absent);

    private static ChannelCondition OnHost(string[] hosts) => new(VisitFields.Referrer, ChannelOperator.Host, hosts);
}
