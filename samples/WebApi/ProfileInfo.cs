using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification;

namespace WebApi;

/// <summary>The identity of a profile: a different fingerprint means different rules.</summary>
internal sealed record ProfileName(string Name, string Version, string Fingerprint)
{
    public static ProfileName Of(QualificationProfile<Deal> profile) => new(profile.Name, profile.Version, profile.Fingerprint);
}

/// <summary>A current profile.</summary>
internal sealed record ProfileInfo(
    string Name, string Version, string Fingerprint, double Threshold, double? NearMissWithin, IReadOnlyList<CriterionAsked> Criteria)
{
    public static ProfileInfo Of(QualificationProfile<Deal> profile, ExplanationTexts texts) => new(
        profile.Name,
        profile.Version,
        profile.Fingerprint,
        profile.Threshold,
        profile.NearMissMargin,
        [.. profile.Criteria.Select(c =>
            new CriterionAsked(
                c.Id, texts.Label(c), texts.Requirement(c), c.IsRequired, c.Weight, c.Question is null ? null : texts.Question(c)))]);
}

/// <summary>A criterion of a profile.</summary>
internal sealed record CriterionAsked(string Id, string Label, string Requirement, bool IsRequired, double Weight, string? Question);
