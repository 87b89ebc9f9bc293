using Microsoft.Extensions.Configuration;

namespace Sqo.Qualification;

/// <summary>Where the settings of the profiles stand, and what traces may tell.</summary>
public sealed class SqoQualificationOptions
{
    /// <summary>
    /// The path of the section of <see cref="IConfiguration"/> that holds a section for each profile, named after it:
    /// "Sqo:Profiles" makes it "Sqo:Profiles:startup".
    /// </summary>
    /// <value>"Sqo:Profiles" unless told. Must contain a visible character.</value>
    public string Section { get; set; } = "Sqo:Profiles";

    /// <summary>
    /// Whether traces tell the score, its range, the ids of the criteria that are unmet or unknown, and the messages of exceptions:
    /// data about a customer. The values of an opportunity are never in a trace as such, but a message may quote them.
    /// </summary>
    /// <value><see langword="false"/> unless told: the profile, the verdict and the type of an exception.</value>
    public bool RecordDetails { get; set; }
}
