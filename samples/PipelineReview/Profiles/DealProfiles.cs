using System;
using System.Collections.Generic;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Profiles;

/// <summary>The profiles of this program, by name.</summary>
internal static class DealProfiles
{
    public const string Default = "startup";

    /// <summary>
    /// The effort from which a criterion is beyond the reach of selling: a customer doesn't change its industry for us.
    /// </summary>
    public const double OutOfReach = 50;

    private static readonly SortedDictionary<string, Func<string?, IProfileConfiguration<Deal>>> All = new(StringComparer.Ordinal)
    {
        ["agency"] = currency => new AgencyProfile(currency),
        ["anum"] = _ => FrameworkProfile.Anum(),
        ["bant"] = _ => FrameworkProfile.Bant(),
        ["champ"] = _ => FrameworkProfile.Champ(),
        ["consulting"] = currency => new ConsultingProfile(currency),
        ["faint"] = _ => FrameworkProfile.Faint(),
        ["hardware"] = currency => new HardwareProfile(currency),
        ["startup"] = currency => new StartupProfile(currency),
    };

    /// <summary>All names, for messages.</summary>
    public static string List => string.Join(", ", All.Keys);

    public static bool Has(string name) => All.ContainsKey(name);

    /// <summary>Builds the profile with an existing name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="currency">The currency of the deals, or null.</param>
    public static QualificationProfile<Deal> Create(string name, string? currency) => QualificationProfile.Create(All[name](currency));
}
