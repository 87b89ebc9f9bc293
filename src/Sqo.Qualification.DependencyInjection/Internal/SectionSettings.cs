using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Sqo.Qualification.Internal;

/// <summary>Fills the options of a profile from the section that bears its name.</summary>
internal sealed class SectionSettings(SqoQualificationOptions options, IConfiguration? configuration) : IConfigureNamedOptions<ProfileOptions>
{
    public void Configure(string? name, ProfileOptions profile)
    {
        if (configuration is not null && !string.IsNullOrEmpty(name)) profile.Read(configuration.GetSection(options.Section).GetSection(name!));
    }

    public void Configure(ProfileOptions profile) => Configure(Options.DefaultName, profile);
}
