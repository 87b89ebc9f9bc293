using Microsoft.Extensions.Configuration;

namespace Sqo.Qualification;

/// <summary>Where the settings of the profiles are, and what traces may contain.</summary>
public sealed class SqoQualificationOptions
{
    /// <summary>
    /// The path of the section of <see cref="IConfiguration"/> that contains a section per profile, with its name:
    /// with "Sqo:Profiles", the settings of the profile "startup" are in "Sqo:Profiles:startup".
    /// </summary>
    /// <value>The default is "Sqo:Profiles". Must contain a visible character.</value>
    public string Section { get; set; } = "Sqo:Profiles";

    /// <summary>
    /// Whether traces contain the score, its range, the ids of the unmet or unknown criteria, and the messages of exceptions:
    /// data about a customer. The values of an opportunity are never in a trace themselves, but a message may quote them.
    /// </summary>
    /// <value>
    /// The default is <see langword="false"/>: traces contain only the profile, the verdict and the type of an exception.
    /// </value>
    public bool RecordDetails { get; set; }
}
