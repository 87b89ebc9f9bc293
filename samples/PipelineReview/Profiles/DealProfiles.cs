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

    /// <summary>Builds the profile with an existing name, or reads it from a file.</summary>
    /// <param name="name">The name or the file.</param>
    /// <param name="map">Specifies the currency of the deals.</param>
    /// <exception cref="InputException">The file is invalid.</exception>
    public static QualificationProfile<Deal> Create(string name, DealMap map) =>
        All.TryGetValue(name, out Func<string?, IProfileConfiguration<Deal>>? of)
            ? QualificationProfile.Create(of(map.Currency))
            : ProfileFile.Read(name, map);
}
