using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Sqo.Qualification.Internal;

/// <summary>Tells when a section that is read for a profile has changed.</summary>
internal sealed class SectionChanges(string name, IConfiguration section) : IOptionsChangeTokenSource<ProfileOptions>
{
    public string Name => name;

    public IChangeToken GetChangeToken() => section.GetReloadToken();
}
