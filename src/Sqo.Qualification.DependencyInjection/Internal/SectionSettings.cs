using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Sqo.Qualification.Internal;

/// <summary>Fills the options of a profile from the section with its name.</summary>
internal sealed class SectionSettings(SqoQualificationOptions options, IConfiguration? configuration)
    : IConfigureNamedOptions<ProfileOptions>
{
    // Copied: the options may be changed later.
    private readonly string _section = options.Section;

    public void Configure(string? name, ProfileOptions profile)
    {
        if (configuration is not null && !string.IsNullOrEmpty(name)) profile.Read(configuration.GetSection(_section).GetSection(name!));
    }

    public void Configure(ProfileOptions profile) => Configure(Options.DefaultName, profile);
}
