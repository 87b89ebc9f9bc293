using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The fields of a visit's source that channel rules can ask about.</summary>
public static class VisitFields
{
    /// <summary>The parameter utm_source: who sent the visitor, such as "google" or "newsletter".</summary>
    public const string Source = "source";

    /// <summary>The parameter utm_medium: by what kind of link, such as "cpc" or "email".</summary>
    public const string Medium = "medium";

    /// <summary>The parameter utm_campaign.</summary>
    public const string Campaign = "campaign";

    /// <summary>The parameter utm_term: the word that was searched for, or paid for.</summary>
    public const string Term = "term";

    /// <summary>The parameter utm_content: which of several links it was.</summary>
    public const string Content = "content";

    /// <summary>The host of the referrer, such as "www.google.com".</summary>
    public const string Referrer = "referrer";

    /// <summary>The name of the click id that an advertising network added to a paid link, such as "gclid".</summary>
    public const string ClickId = "click-id";

    private const string ParameterPrefix = "utm_";

    private static readonly string[] Parameters = [Source, Medium, Campaign, Term, Content];

    private static readonly string[] All = [Source, Medium, Campaign, Term, Content, Referrer, ClickId];

    internal static bool Has(string field) => Array.Exists(All, each => string.Equals(each, field, StringComparison.OrdinalIgnoreCase));

    /// <summary>The field of a UTM parameter; <see langword="null"/> if it is none.</summary>
    internal static string? OfParameter(string name) => Array.Find(
        Parameters, field => string.Equals(ParameterPrefix + field, name, StringComparison.OrdinalIgnoreCase));

    internal static void Check(string? field, string name)
    {
        if (field is null || !Has(field)) throw new ArgumentException(
            $"There is no field \"{Excerpt.Of(field ?? "")}\"; it must be one of {Excerpt.Listed(All)}.", name);
    }
}
